"""Hold what `validate -f sarif` writes against the official schema of SARIF 2.1.0: python benchmarks/sarif.py SCHEMA.

The schema is OASIS's (sarif-schema-2.1.0.json in its repository sarif-spec) and is not kept here; the tests hold
the same output against what the standard's text asks of the parts that are written.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from jsonschema import validators

ROOT = Path(__file__).resolve().parents[1]
REPORTS = [ROOT / "seeds", ROOT / "examples" / "reports", ROOT / "tests" / "fixtures" / "bad"]


def main(path: str) -> int:
    schema = json.loads(Path(path).read_text("utf-8"))
    validator = validators.validator_for(schema)(schema)
    faults = 0
    for language in ("en", "fr", "es"):
        command = [sys.executable, "-m", "rapportkit", "validate", *map(str, REPORTS), "--lang", language]
        written = subprocess.run([*command, "-q", "-f", "sarif"], capture_output=True, check=False).stdout
        log = json.loads(written)
        found = list(validator.iter_errors(log))
        faults += len(found)
        print(f"{language}: {sum(len(run['results']) for run in log['runs'])} results, {len(found)} faults")
        for fault in found[:5]:
            print("   ", fault.json_path, fault.message[:200])
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
