"""tesseract, a program of its own: whether it is there, what it can read, and one picture read by it."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass

LANGUAGES = ("eng", "fra", "spa")
"""What reports are written in, as far as it is installed."""

DENSITY = 200
"""Dots per inch: at 150 some letters are lost, at 300 the time doubles and nothing is won."""

_NO_LANGUAGES = frozenset({"osd", "equ", "snum"})
_MOST_OTHERS = 3  # each language more makes a page slower


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in shades of grey: one byte a dot, row by row, at so many dots per inch."""

    width: int
    height: int
    dots: bytes
    density: float = DENSITY

    @property
    def file(self) -> bytes:
        """The picture as a file that every program reads (PGM)."""
        return b"P5 %d %d 255\n" % (self.width, self.height) + self.dots


@dataclass(frozen=True, slots=True)
class Engine:
    """tesseract as it is installed here."""

    program: str
    languages: tuple[str, ...]

    def read(self, picture: Picture, seconds: float) -> str | None:
        """The words of a picture as tab-separated lines; None where it takes too long or fails."""
        dense = str(round(picture.density))
        return self._run(
            ["-l", "+".join(self.languages), "--psm", "3", "--dpi", dense, "tsv"], picture, seconds
        )

    def quarter_turns(self, picture: Picture, seconds: float) -> int:
        """How many quarter turns clockwise bring a picture upright; 0 where that cannot be told."""
        told = self._run(["--psm", "0"], picture, seconds) or ""
        for line in told.splitlines():
            name, _, value = line.partition(":")
            if name == "Rotate" and value.strip() in {"90", "180", "270"}:
                return int(value) // 90
        return 0

    def _run(self, arguments: list[str], picture: Picture, seconds: float) -> str | None:
        try:
            ended = subprocess.run(  # noqa: S603 - the program was looked up, the arguments are ours
                [self.program, "stdin", "stdout", *arguments],
                input=picture.file,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=seconds,
                check=True,
                env=_environment(),
            )
        except (subprocess.SubprocessError, OSError):
            return None
        return ended.stdout.decode("utf-8", "replace")


def find() -> Engine | None:
    """The engine; None where tesseract, or every language for it, is missing."""
    program = shutil.which("tesseract")
    languages = choose_languages(_installed(program)) if program else ()
    return Engine(program, languages) if program and languages else None


def choose_languages(installed: list[str]) -> tuple[str, ...]:
    """The languages to read in: the usual ones that are there, else what there is.

    >>> choose_languages(["fra", "eng", "osd"]), choose_languages(["osd", "por"]), choose_languages(["osd"])
    (('eng', 'fra'), ('por',), ())
    """
    usual = tuple(language for language in LANGUAGES if language in installed)
    others = sorted(name for name in installed if name not in _NO_LANGUAGES and "/" not in name)
    return usual or tuple(others[:_MOST_OTHERS])


def _installed(program: str) -> list[str]:
    try:
        ended = subprocess.run(  # noqa: S603 - the program was looked up on the person's own path
            [program, "--list-langs"], capture_output=True, timeout=10, check=True, env=_environment()
        )
    except (subprocess.SubprocessError, OSError):
        return []
    lines = ended.stdout.decode("utf-8", "replace").splitlines()
    return [line.strip() for line in lines[1:] if line.strip()]


def _environment() -> dict[str, str]:
    # Two pages are read at a time; more threads than that slow each other down.
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}
