"""Prints Word files to PDF with LibreOffice, and takes the hour of printing out again."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

PLAIN = "pdf"
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
DATE = re.compile(rb"(/CreationDate\s*\(D:)\d{14}")
IDS = re.compile(rb"(/ID\s*\[)([^\]]*)(\])")
CHECKSUM = re.compile(rb"(/DocChecksum\s*/)([0-9A-F]+)")


def print_pdfs(words: dict[str, bytes], *, tagged: bool) -> dict[str, bytes]:
    """The PDF of each Word file, by its name."""
    if not words:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, data in words.items():
            (place / f"{name}.docx").write_bytes(data)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
        command += [TAGGED if tagged else PLAIN, "--outdir", folder]
        command += [str(place / f"{name}.docx") for name in words]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        return {name: settled((place / f"{name}.pdf").read_bytes()) for name in words}


def settled(data: bytes) -> bytes:
    """The PDF with its dates and identifiers overwritten, byte for byte as long as before.

    >>> settled(b"/CreationDate(D:20260101123456Z')")
    b"/CreationDate(D:20181207090000Z')"
    """
    data = DATE.sub(rb"\g<1>20181207090000", data)
    data = IDS.sub(lambda found: found[1] + re.sub(rb"[0-9A-F]", b"0", found[2]) + found[3], data)
    return CHECKSUM.sub(lambda found: found[1] + b"0" * len(found[2]), data)
