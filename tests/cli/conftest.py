"""The command line in this process: arguments and standard input in; status, output and complaints out."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from rapportkit.cli.outcome import run

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "examples" / "reports"


class Ended(NamedTuple):
    """How a run ended."""

    status: int
    out: str
    err: str
    data: bytes


Rapportkit = Callable[..., Ended]


@pytest.fixture
def rapportkit(
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> Rapportkit:
    """Run one command line, as a shell would without starting Python anew."""

    def call(*arguments: object, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsysbinary.readouterr()
        status = run([str(each) for each in arguments])
        out, err = capsysbinary.readouterr()
        return Ended(int(status), out.decode(errors="replace"), err.decode(), out)

    return call


@pytest.fixture(scope="session")
def extracted() -> bytes:
    """The five example reports as `extract -f jsonl` writes them."""
    process = start("extract", REPORTS, "-f", "jsonl", "-q")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    return out


def start(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
    """A real process, for what only a process can show."""
    environment = {**os.environ, **options.pop("env", {})}  # type: ignore[dict-item]
    return subprocess.Popen(
        [sys.executable, "-m", "rapportkit", *map(str, arguments)],
        stdout=options.pop("stdout", subprocess.PIPE),
        stderr=options.pop("stderr", subprocess.PIPE),
        env=environment,
        **options,
    )
