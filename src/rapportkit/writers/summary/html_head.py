"""The head of a page that loads nothing: its policy lets run the style and the script that it carries, known by hash."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from rapportkit.writers.summary.html_text import line


def head(title: str, language: str, *, script: str = "") -> Iterator[str]:
    """Everything down to the opening of the body."""
    style = resource("summary.css")
    scripts = f"script-src '{_hash(script)}'; " if script else ""
    policy = f"default-src 'none'; style-src '{_hash(style)}'; {scripts}base-uri 'none'; form-action 'none'"
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{line(title)}</title>\n<style>{style}</style>\n</head>\n<body>"


@cache
def resource(name: str) -> str:
    """A style or a script of the house."""
    return files("rapportkit.writers.data").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
