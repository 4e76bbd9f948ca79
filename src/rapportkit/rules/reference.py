"""Print the reference of all rules: `python -m rapportkit.rules.reference > docs/rules.md`."""

from __future__ import annotations

import sys

from rapportkit.rules import RULES
from rapportkit.rules.pages import reference

if __name__ == "__main__":
    sys.stdout.buffer.write(reference(RULES).encode())
