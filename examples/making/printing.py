"""Documents to files: Word packages with the same bytes on every run, and their prints as PDF."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx.document import Document

DATE = datetime(2000, 1, 1)  # noqa: DTZ001  the core properties of a Word file know no time zone
EPOCH = "946684800"
"""The same day in seconds, for LibreOffice."""

UNUSED = ("/thumbnail", "/stylesWithEffects", "/customXml")
"""How the kinds of parts end that the examples do without."""

PERSONAL = ("author", "last_modified_by", "comments", "title", "subject", "keywords", "category")


def save_word(document: Document, path: Path) -> None:
    """Write a Word file without a name or a time in it."""
    properties = document.core_properties
    for name in PERSONAL:
        setattr(properties, name, "")
    properties.created = properties.modified = DATE
    properties.revision = 1
    _drop_unused_parts(document)
    packed = BytesIO()
    document.save(packed)
    path.write_bytes(_pack_again(packed))


def _drop_unused_parts(document: Document) -> None:
    """Take out what python-docx's own template carries and nobody needs; more than half of the file."""
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(UNUSED)]:
            del relations[key]


def _pack_again(packed: BytesIO) -> bytes:
    """Copy a zip archive with every member dated alike."""
    again = BytesIO()
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(again, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, date_time=DATE.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return again.getvalue()


def print_pdf(paths: list[Path], folder: Path) -> None:
    """Print Word files with LibreOffice, all in one go."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                *map(str, paths),
            ],
            check=True,
            capture_output=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "TZ": "UTC"},
        )
    for path in paths:
        _forget_the_run(folder / path.with_suffix(".pdf").name)


def _forget_the_run(path: Path) -> None:
    """Set the date and the file identifiers to fixed values of the same length."""
    pdf = path.read_bytes()
    pdf = re.sub(rb"/CreationDate\(D:[^)]*\)", lambda m: _padded_date(len(m[0])), pdf)
    pdf = re.sub(rb"(?<=<)[0-9A-F]{32}(?=>)", b"0" * 32, pdf)
    pdf = re.sub(rb"(/DocChecksum /)[0-9A-F]{32}", rb"\g<1>" + b"0" * 32, pdf)
    path.write_bytes(pdf)


def _padded_date(length: int) -> bytes:
    return b"/CreationDate(D:20000101000000Z)".ljust(length)[:length]
