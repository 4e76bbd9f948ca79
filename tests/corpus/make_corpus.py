"""Write the corpus: documents to dev/files and heldout/files, their answers to dev/gold and heldout/gold.

Run `python tests/corpus/make_corpus.py` (needs LibreOffice for the PDFs), or with `--check` to see
whether what is on disk is what would be written. The same sources give the same files.
"""

from __future__ import annotations

import sys
from pathlib import Path


def run() -> int:
    """Build the corpus with the modules beside this script."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from corpus.build import main

    return main()


if __name__ == "__main__":
    sys.exit(run())
