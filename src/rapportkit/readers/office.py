"""Old formats (.doc, .rtf, .wpd, .pages): LibreOffice makes a Word file of them, where it is installed."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from rapportkit.errors import ReadError
from rapportkit.model.document import Document
from rapportkit.model.options import AS_USUAL, ReadOptions
from rapportkit.readers import docx, patience
from rapportkit.readers.ooxml import diagnose
from rapportkit.readers.passwords import refused

SECONDS = 60
"""The longest that a conversion may take; a report takes four."""

_PROGRAM = "soffice"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TABLES = tuple(f"{number}Table".encode("utf-16-le") for number in (0, 1))
_WORD_97 = 0x00C1
# LibreOffice is several processes. The shell that keeps them ends them all when they are done, and also
# when its input closes: that happens when this process is gone, however it went.
_KEEPER = (
    "/bin/sh",
    "-c",
    'exec 3<&0; "$@" </dev/null & kept=$!; { read -r _ <&3; kill -9 0; } & wait $kept; kill -9 0',
    "sh",
)
# What a private profile says: no macros, no links followed, nothing fetched, nothing asked.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_WISHES = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    *(
        ("Inet/Settings", f"ooInet{scheme}Proxy{part}", value)
        for scheme in ("HTTP", "HTTPS", "FTP")
        # The port of a service that throws everything away: whatever is asked for does not come.
        for part, value in (("Name", "127.0.0.1"), ("Port", "9"))
    ),
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A format: the suffix that LibreOffice knows it by, what it is, and how to save it as something else."""

    suffix: str
    said: str
    remedy: str


_IN_WORD = "open it in Word, choose Save As → Word document (.docx), and send that"
_DOC = _Kind(".doc", "an old Word file", _IN_WORD)
_RTF = _Kind(".rtf", "a rich text file", _IN_WORD)
_WPD = _Kind(
    ".wpd",
    "a WordPerfect file",
    "open it in Word or LibreOffice, save it as a Word document (.docx), and send that",
)
_PAGES = _Kind(".pages", "a Pages file", "open it in Pages, choose File → Export To → Word, and send that")
_STARTS = ((b"{\\rtf", _RTF), (b"\xffWPC", _WPD), (_OLE, _DOC), (b"PK", _PAGES))


def read(data: bytes, name: str, options: ReadOptions = AS_USUAL) -> Document:
    """Read a file in an old format by way of a Word file.

    `name` is the file name to show. Raises ReadError: F002 empty, F003 something else, F005 locked or
    another kind of Office file, F012 where nothing here can open it, and what the Word reader raises.
    """
    kind = _kind(data, name)
    if kind is _DOC:
        _check_word(data, name, options)
    converted = _convert(data, kind)
    if converted is None:
        raise _refusal(name, kind)
    document = docx.read(converted, name, options)
    return replace(
        document,
        source=replace(document.source, sha256=hashlib.sha256(data).hexdigest(), format=kind.suffix[1:]),
    )


def _kind(data: bytes, name: str) -> _Kind:
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError(f"{name} is empty; ask for the file again.", code="F002")
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    raise ReadError(
        f"{name} is not what its name says; open it in the program that made it, save the report as .docx, "
        "and send that.",
        code="F003",
    )


def _check_word(data: bytes, name: str, options: ReadOptions) -> None:
    """Refuse what is no old Word file, or one that nobody could open."""
    if b"_\0_\0s\0u\0b\0s\0t\0g\0" in data:
        raise ReadError(
            f"{name} is a mail saved from Outlook; open it there, save the report attached to it, and send that "
            "(or save the mail itself as text).",
            code="F012",
        )
    if "WordDocument".encode("utf-16-le") not in data:
        diagnose.refuse_foreign(data, name)
    head = _header(data)
    version, flags = int.from_bytes(head[2:4], "little"), int.from_bytes(head[10:12], "little")
    if flags & 0x0100:
        raise refused(name, options.passwords)
    if version >= _WORD_97 and not any(table in data for table in _TABLES):
        raise _refusal(name, _DOC)


def _header(data: bytes) -> bytes:
    """The first bytes of the text itself, empty where they are not found; a sector is at least 64 long."""
    start = data.find(b"\xec\xa5")
    while start >= 0 and start % 64:
        start = data.find(b"\xec\xa5", start + 1)
    return data[start : start + 32] if start >= 0 else b""


def _refusal(name: str, kind: _Kind) -> ReadError:
    if shutil.which(_PROGRAM) is None:
        hint = "; where LibreOffice is installed, it is read as it is"
        return ReadError(f"{name} is {kind.said}; {kind.remedy}{hint}.", code="F012")
    return ReadError(f"{name} is {kind.said} that LibreOffice could not convert; {kind.remedy}.", code="F012")


def _convert(data: bytes, kind: _Kind) -> bytes | None:
    """The bytes of a Word file made of a file; None where that cannot be done here."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return None
    patience.ask(SECONDS + 15)
    with tempfile.TemporaryDirectory(prefix="rapportkit-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source, out = folder / f"report{kind.suffix}", folder / "out"
        source.write_bytes(data)
        _write_profile(folder / "profile")
        _run(program, source, out, folder)
        made = out / "report.docx"
        return made.read_bytes() if made.is_file() else None


def _write_profile(profile: Path) -> None:
    (profile / "user").mkdir(parents=True)
    items = "\n".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _WISHES)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), "utf-8")


def _run(program: str, source: Path, out: Path, folder: Path) -> None:
    """Let LibreOffice convert a file, for so long and no longer."""
    command = [
        *(program, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--convert-to", "docx", "--outdir", str(out), str(source)),
    ]
    kept = [*_KEEPER, *command] if os.name == "posix" else command
    try:
        process = subprocess.Popen(  # noqa: S603 - the program of that name on the person's own path
            kept,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return
    with process:
        try:
            with suppress(subprocess.TimeoutExpired):
                process.wait(SECONDS)
        finally:
            _end(process)


def _environment(folder: Path) -> dict[str, str]:
    """The person's environment, with no display and the same language for everyone."""
    return {
        **os.environ,
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LC_ALL": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started."""
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
