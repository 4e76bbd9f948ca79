"""Write the traits: one small file each, and what a careful person sees in it as JSON beside it.

Run `python tests/corpus/traits/make_traits.py`; a second run writes the same bytes, on any machine.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

FILES = Path(__file__).resolve().parent / "files"


def run() -> int:
    """Write every file and its JSON, and take away what belongs to none."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from corpus.traits.every import TRAITS

    FILES.mkdir(exist_ok=True)
    written = set()
    for trait in TRAITS:
        path = FILES / trait.name
        path.write_bytes(trait.make())
        record = json.dumps(trait.record, ensure_ascii=False, indent=1)
        beside = FILES / f"{trait.name}.json"
        beside.write_text(record + "\n", encoding="utf-8", newline="\n")
        written |= {path, beside}
    for path in set(FILES.iterdir()) - written:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(run())
