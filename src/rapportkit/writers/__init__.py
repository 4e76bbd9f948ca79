"""Values become bytes for people. `WRITERS` maps a summary's format to the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapportkit.model.summary import Summary


def _docx(summary: Summary) -> bytes:
    from rapportkit.writers.summary_docx import write

    return write(summary)


def _md(summary: Summary) -> bytes:
    from rapportkit.writers.summary_md import write

    return write(summary)


WRITERS: dict[str, Callable[[Summary], bytes]] = {"docx": _docx, "md": _md}
