"""Write the faulty drafts from the pages of `drafts/` and the forms of `forms/`.

Run `python tests/faulty/make_drafts.py`; a second run writes the same bytes, on any machine.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

FILES = Path(__file__).resolve().parent / "files"


def made() -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of every file."""
    from faulty.broken import BROKEN
    from faulty.drafts import drafts

    for draft in drafts():
        for form in draft.formats:
            yield draft.file(form), draft.make(form)
    for name, make in BROKEN.items():
        yield name, make()


def run() -> int:
    """Write every file, and take away what the pages do not know."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    FILES.mkdir(exist_ok=True)
    written = dict(made())
    for name, data in written.items():
        (FILES / name).write_bytes(data)
    for path in FILES.iterdir():
        if path.name not in written:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(run())
