"""A name for a finding that survives edits elsewhere in the file."""

from __future__ import annotations

import hashlib

from rapportkit.model.finding import Finding
from rapportkit.writers.findings import signs


def fingerprint(finding: Finding) -> str:
    """Sixteen hexadecimal digits from file, rule, field and quoted words.

    Lines move and points are put in between: neither places nor the numbers in a pointer count.

    >>> one = Finding("a.txt", "Q002", "unmarked", "warning", "…", pointer="/quotes/3", quote="Act  now.")
    >>> two = Finding("a.txt", "Q002", "unmarked", "warning", "…", pointer="/quotes/4", quote="Act now.")
    >>> fingerprint(one) == fingerprint(two)
    True
    """
    field = "/".join("*" if part.isdigit() else part for part in finding.pointer.split("/"))
    parts = (finding.file, finding.code, field, signs.one_line(finding.quote))
    # A length before each part: no two different rows of parts run together alike.
    told = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
