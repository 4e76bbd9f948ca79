"""How long reading a document takes and how much memory, beside other libraries that read the same files.

    python -m pip install kreuzberg docx2python mammoth markitdown pypdf pdf_oxide liteparse
    python benchmarks/reading.py [--rounds 7] [--formats docx pdf txt]

The others come with rapportkit; peers that are not installed are named and left out. Two measurements
over the documents of `documents.py`, in rounds in which everything runs once, so that a machine that
slows down slows all of them down; the tables give medians.

Warm: one process reads every document with every reader, over and over; imports are not counted.
Whole process: one process reads one document once, seen from the shell; its memory is the most that it,
or the largest process it started, held at any time.

The readers do not do the same work. rapportkit gives blocks with places, levels, markers and notes, tables
cell by cell; most others give one text.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from statistics import median

from peers import PEERS

HERE = Path(__file__).resolve().parent
SHORT, LONG = "form3", "form60"
OURS, COMMAND = "rapportkit, reading", "rapportkit, extract"
BARE, ONE_WORD = "python -c pass", "a typer command that prints one word"
_TYPER = "import typer\napp = typer.Typer()\n@app.command()\ndef main(): print('word')\napp()"

Measured = dict[str, dict[str, list[float]]]
"""Reader to document to one number a round."""


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--formats", nargs="+", choices=list(PEERS), default=list(PEERS))
    options.add_argument(
        "--seconds", type=float, default=20, help="what one reader may take for all rounds over one document"
    )
    options.add_argument("--warm", nargs=2, metavar=("FORMAT", "FOLDER"), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.warm:
        json.dump(measure_warm(*chosen.warm, chosen.rounds, chosen.seconds), sys.stdout)
        return
    with tempfile.TemporaryDirectory() as folder:
        run("documents.py", folder)
        starts = measure_starts(chosen.rounds)
        print_starts(starts)
        for suffix in chosen.formats:
            limits = ["--rounds", str(chosen.rounds), "--seconds", str(chosen.seconds)]
            warm = json.loads(run("reading.py", "--warm", suffix, folder, *limits))
            walls, sizes = measure_processes(suffix, Path(folder), list(warm), chosen.rounds, chosen.seconds)
            print_table(suffix, warm, walls, sizes)
            print_aims(suffix, warm, walls, starts)


def run(script: str, *arguments: str) -> str:
    """Run a script of this folder in a process of its own, so that this one stays as small as any it measures."""
    command = [sys.executable, str(HERE / script), *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def installed(suffix: str) -> list[str]:
    """The readers of a format that are here; the others are named on standard error."""
    here = []
    for name, (distribution, _) in PEERS[suffix].items():
        try:
            metadata.version(distribution)
        except metadata.PackageNotFoundError:
            print(f"{name} is not installed and left out.", file=sys.stderr)
        else:
            here.append(name)
    return here


def measure_warm(suffix: str, folder: str, rounds: int, seconds: float) -> Measured:
    """Seconds of every reader and document, in this process."""
    files = {name: (Path(folder) / f"{name}.{suffix}").read_bytes() for name in (SHORT, LONG)}

    def once(name: str, document: str) -> float:
        begin = time.perf_counter()
        PEERS[suffix][name][1](files[document])
        return time.perf_counter() - begin

    return in_rounds(installed(suffix), once, rounds, seconds)


def measure_processes(
    suffix: str, folder: Path, names: list[str], rounds: int, seconds: float
) -> tuple[Measured, Measured]:
    """Seconds and megabytes of one process a reader and document."""
    sizes: Measured = {name: {SHORT: [], LONG: []} for name in names}

    def once(name: str, document: str) -> float:
        path = str(folder / f"{document}.{suffix}")
        command = [str(HERE / "peers.py"), name, path]
        if name == COMMAND:
            command = ["-m", "rapportkit", "extract", "--quiet", path]
        took, size = process(command)
        sizes[name][document].append(size)
        return took

    return in_rounds(names, once, rounds, seconds), sizes


def measure_starts(rounds: int) -> Measured:
    """Seconds of a bare interpreter and of the smallest typer command."""
    commands = {BARE: ["-c", "pass"], ONE_WORD: ["-c", _TYPER]}
    return in_rounds(list(commands), lambda name, _: process(commands[name])[0], rounds, 60)


def in_rounds(names: list[str], once: Callable[[str, str], float], rounds: int, seconds: float) -> Measured:
    """Take everything once a round; the first round, which pays for imports and disk, is not counted.

    A reader that is slow over a document gets fewer rounds with it, at least one.
    """
    taken: Measured = {name: {SHORT: [], LONG: []} for name in names}
    spent: dict[tuple[str, str], float] = {}
    for turn in range(rounds + 1):
        for document in (SHORT, LONG):
            for name in names:
                if turn > 1 and spent[name, document] > seconds:
                    continue
                took = once(name, document)
                spent[name, document] = spent.get((name, document), 0) + took
                if turn:
                    taken[name][document].append(took)
    return taken


def process(arguments: list[str]) -> tuple[float, float]:
    """Seconds and megabytes of a Python process from its start to its end."""
    begin = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    took = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {child.returncode}")
    return took, usage.ru_maxrss / 1024


def print_starts(starts: Measured) -> None:
    print("| whole process | ms |\n|---|--:|")
    for name, each in starts.items():
        print(
            f"| `{name}` | {1000 * median(each[SHORT]):.0f} |"
            if name == BARE
            else f"| {name} | {1000 * median(each[SHORT]):.0f} |"
        )
    print()


def print_table(suffix: str, warm: Measured, walls: Measured, sizes: Measured) -> None:
    print(
        f"| {suffix} | {SHORT} warm ms | × ours | {LONG} warm ms | × ours "
        f"| {SHORT} process ms | MB | {LONG} process ms | MB |\n|---|{'--:|' * 8}"
    )
    for name in warm:
        cells = [label(suffix, name)]
        for document in (SHORT, LONG):
            took = median(warm[name][document])
            cells += [f"{1000 * took:.1f}", f"{took / median(warm[OURS][document]):.2f}"]
        for document in (SHORT, LONG):
            cells += [f"{1000 * median(walls[name][document]):.0f}", f"{median(sizes[name][document]):.0f}"]
        print(f"| {' | '.join(cells)} |")
    print()


def label(suffix: str, name: str) -> str:
    version = metadata.version(PEERS[suffix][name][0])
    return f"**{name}**" if name in {OURS, COMMAND} else f"{name} ({version})"


def print_aims(suffix: str, warm: Measured, walls: Measured, starts: Measured) -> None:
    """What the project aims at, and what this run gave."""
    ours = {document: median(warm[OURS][document]) for document in (SHORT, LONG)}
    floor = next(iter(warm))
    others = [name for name in warm if name not in {floor, OURS, COMMAND}]
    rows = []
    if suffix == "docx":
        rows.append(("at most 4 × unzip and lxml", ratios(ours, warm[floor])))
        fastest = {
            document: min((median(warm[name][document]) for name in others), default=float("nan"))
            for document in ours
        }
        rows.append(
            ("faster than every peer: at most 1 × the fastest", {d: ours[d] / fastest[d] for d in ours})
        )
    if suffix == "pdf":
        rows.append(("at most 2 × PDFium's own text pass", ratios(ours, warm[floor])))
        if "pdfplumber, tables" in warm:
            gained = {d: median(warm["pdfplumber, tables"][d]) / ours[d] for d in ours}
            rows.append(("pdfplumber's tables at least 25 × as long", gained))
    word = median(starts[ONE_WORD][SHORT])
    command = {SHORT: median(walls[COMMAND][SHORT]) / word}
    rows.append(("`rapportkit extract` at most 1.5 × a one-word typer command", command))
    print(f"| {suffix}: aim | {SHORT} | {LONG} |\n|---|--:|--:|")
    for aim, got in rows:
        print(f"| {aim} | {got[SHORT]:.2f} | {f'{got[LONG]:.2f}' if LONG in got else '–'} |")
    print()


def ratios(ours: dict[str, float], other: dict[str, list[float]]) -> dict[str, float]:
    return {document: ours[document] / median(other[document]) for document in ours}


if __name__ == "__main__":
    main()
