"""The file is protected by a password.

Why it matters: nobody but those who know the password can read the report; no attempt is made to
guess it.

Example: a PDF that asks for a password before its first page shows.

How to mend: put the password into a file and name it with `--password-file`; several lines are several
passwords, tried in turn. Or take the password off and send that copy by a way you trust. Locked Word
files need the package `msoffcrypto-tool`.
"""

from __future__ import annotations

from rapportkit.model.finding import Severity
from rapportkit.rules.rule import Rule, Said

RULE = Rule(
    "F005",
    "password-needed",
    Severity.ERROR,
    __doc__,
    messages={
        "unread": Said(
            "{sentence}", "Name the password with --password-file, or take it off and send that copy."
        )
    },
)
