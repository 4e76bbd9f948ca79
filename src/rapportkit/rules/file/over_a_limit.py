"""The file is larger than a report can be, or would become so when unpacked.

Why it matters: a file made to grow without end would take the whole machine with it; files are
opened within fixed bounds of size, pages, depth, memory and time.

Example: a Word file of 300 kB that unpacks to 300 MB.

How to mend: copy the report alone into a new file, without pictures and annexes. If all of it is needed,
the sentence names the bound, and `--limit NAME=VALUE` raises it; `--limit` with any other name lists
them all.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F006",
    "over-a-limit",
    Severity.ERROR,
    __doc__,
    messages={"unread": Said("{sentence}", "Copy the report alone into a new file.")},
)
