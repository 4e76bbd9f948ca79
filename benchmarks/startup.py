"""How long a command takes from the shell's point of view, beside a bare interpreter and `import typer`.

    python benchmarks/startup.py [--rounds 15]

Every round runs every command once, so that a machine that slows down slows all of them down. The
table gives medians of whole processes, and ratios within this run: only those travel to other machines.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
TEXT, WORD, PDF = (ROOT / "examples" / "formats" / f"000.{suffix}" for suffix in ("txt", "docx", "pdf"))
BARE, TYPER = "python -c pass", "python -c 'import typer'"


def commands() -> dict[str, list[str]]:
    python, rapportkit = [sys.executable], [sys.executable, "-m", "rapportkit"]
    return {
        BARE: [*python, "-c", "pass"],
        TYPER: [*python, "-c", "import typer"],
        "rapportkit --version": [*rapportkit, "--version"],
        "rapportkit --help": [*rapportkit, "--help"],
        "rapportkit templates list": [*rapportkit, "templates", "list"],
        "rapportkit explain L001": [*rapportkit, "explain", "L001"],
        "rapportkit identify 000.txt": [*rapportkit, "identify", str(TEXT)],
        "rapportkit validate 000.txt": [*rapportkit, "validate", str(TEXT)],
        "rapportkit extract 000.docx": [*rapportkit, "extract", str(WORD)],
        "rapportkit extract 000.pdf": [*rapportkit, "extract", str(PDF)],
    }


def measure(rounds: int) -> dict[str, float]:
    """Median seconds of each command."""
    taken: dict[str, list[float]] = {name: [] for name in commands()}
    for turn in range(rounds + 1):
        for name, command in commands().items():
            begin = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            if turn:  # the first turn fills the disk cache and writes byte code
                taken[name].append(time.perf_counter() - begin)
    return {name: median(times) for name, times in taken.items()}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=15)
    took = measure(options.parse_args().rounds)
    print("| whole process | ms | × bare | × typer |")
    print("|---|--:|--:|--:|")
    for name, seconds in took.items():
        print(
            f"| `{name}` | {1000 * seconds:.0f} | {seconds / took[BARE]:.1f} | {seconds / took[TYPER]:.1f} |"
        )


if __name__ == "__main__":
    main()
