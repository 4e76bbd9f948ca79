"""Make the summaries of the example event: `python examples/make_summaries.py [FOLDER]`.

Reads the reports of `event/` as a secretariat would, with the programme and what was decided in
`event/decisions.toml`, and writes `event/summary/` (or FOLDER). The same bytes every time, but for the PDF, whose
bytes depend on the edition of typst, and for what other editions of Pillow, XlsxWriter and zlib pack otherwise.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EVENT = Path(__file__).resolve().parent / "event"
REPORTS = ("reports", "late")
PROGRAMME = ("--programme", "programme.csv")


def main() -> None:
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else EVENT / "summary"
    folder.mkdir(parents=True, exist_ok=True)
    outputs = [
        ("-o", folder / f"summary.{suffix}")
        for suffix in ("docx", "html", "md", "pdf", "xlsx", "csv", "json")
    ]
    decided = ("--decisions", "decisions.toml")
    rapportkit("extract", *REPORTS, "-f", "jsonl", "-o", folder / "reports.jsonl")
    rapportkit(
        "merge", folder / "reports.jsonl", *PROGRAMME, *decided, *(part for each in outputs for part in each)
    )
    rapportkit("merge", folder / "reports.jsonl", *decided, "--notes", "5", "-o", folder / "notes-5.docx")
    rapportkit("status", *REPORTS, *PROGRAMME, "-o", folder / "board.html")


def rapportkit(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "rapportkit", *map(str, arguments), "--isolated"]
    if arguments[0] == "extract":
        command.remove("--isolated")
    subprocess.run(command, cwd=EVENT, check=True)


if __name__ == "__main__":
    main()
