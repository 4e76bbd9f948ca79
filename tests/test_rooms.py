"""The house keeps its doors: each room imports only what docs/architecture.md says, and the forms stay outside."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rapportkit.model.template import Kind, Role

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "src" / "rapportkit"
SCHEMAS = sorted((ROOT / "schemas").glob("*.json"))

MAY_IMPORT = {
    "__init__": set(),
    "__main__": {"__init__", "cli"},
    "errors": set(),
    "model": set(),
    "text": set(),
    "mentions": {"text", "model"},
    "readers": {"model", "text", "errors"},
    "templates": {"model", "errors"},
    "extract": {"model", "text"},
    "rules": {"model", "text", "errors", "mentions"},
    "merge": {"model", "text", "errors", "mentions"},
    "wire": {"model", "errors"},
    "writers": {"model", "text", "errors"},
    "api": {"model", "errors", "readers", "templates", "extract", "rules", "merge", "wire", "writers"},
    # The work is reached through api; what a command picks by name (a template, a rule, a format) it
    # looks up in the register of that room.
    "cli": {"__init__", "model", "errors", "api", "templates", "rules", "readers", "wire", "writers"},
}
ONLY_IN = {
    "typer": {"cli"},
    "click": {"cli"},
    "rich": {"cli"},
    "pypdfium2": {"readers"},
    "pdfplumber": {"readers"},
    "lxml": {"readers", "writers"},
    "docx": {"writers"},
    "xlsxwriter": {"writers"},
    "jsonschema": {"templates", "rules"},
    "charset_normalizer": {"text", "readers"},
}

CONTRACT = {
    *("event", "title", "place", "dates", "session", "number", "rapporteurs", "name", "affiliation"),
    *("text", "points", "speaker", "consent", "notes", "label", "heading"),
}
"""Names that the contract gives to every report and every point, whatever its form."""
VOCABULARY = {str(word) for word in (*Role, *Kind)}
"""Names of roles and kinds: a form may call a field by the same word, code means the role."""
SHAPES = {"sections"}
"""Keys of the summary's own JSON shape."""


def room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Every imported module with its line, whether at the top, in a function or for the types only."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports name the whole way"
            if node.module == "rapportkit":
                yield from (
                    (
                        node.lineno,
                        f"rapportkit.{alias.name}" if is_room(alias.name) else "rapportkit.__init__",
                    )
                    for alias in node.names
                )
            else:
                yield node.lineno, str(node.module)


def is_room(name: str) -> bool:
    return (HOUSE / name).is_dir() or (HOUSE / f"{name}.py").is_file()


def wrong_ways(path: Path) -> Iterator[str]:
    here = room(path)
    for line, module in imported(path):
        top, *rest = module.split(".")
        there = rest[0] if rest else "__init__"
        if top == "rapportkit" and there not in {here, *MAY_IMPORT[here]}:
            yield f"{path.relative_to(ROOT)}:{line}: {here} must not know {there}"
        if here not in ONLY_IN.get(top, {here}):
            yield f"{path.relative_to(ROOT)}:{line}: {top} belongs in {' or '.join(sorted(ONLY_IN[top]))}, not in {here}"


@pytest.mark.parametrize("name", sorted(MAY_IMPORT))
def test_imports_point_only_where_they_may(name):
    files = [path for path in HOUSE.rglob("*.py") if room(path) == name]
    assert files
    assert [wrong for path in files for wrong in wrong_ways(path)] == []


def test_every_room_has_its_rule():
    assert {room(path) for path in HOUSE.rglob("*.py")} == set(MAY_IMPORT)


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Every string that the code uses; docstrings may tell of a form, code may not."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def field_names(schema: Any) -> Iterator[str]:
    """Every property that a schema describes, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for below in schema.values():
            yield from field_names(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from field_names(below)


IDS = {path.stem for path in SCHEMAS}
NAMES = {name for path in SCHEMAS for name in field_names(json.loads(path.read_bytes()))}
FIELDS = NAMES - CONTRACT - VOCABULARY - SHAPES


def test_the_lists_hold_what_they_should():
    assert "gfmd-csd-2016" in IDS
    assert {"good_practices", "discussion_points", "lessons_learned", "actions", "conclusion"} <= FIELDS


@pytest.mark.parametrize("path", sorted(HOUSE.rglob("*.py")), ids=lambda path: str(path.relative_to(HOUSE)))
def test_code_names_no_template_and_no_field(path):
    # The text room sees plain words and no report: in its lists of words, “women” is a word.
    fields = FIELDS if room(path) != "text" else set()
    named = [
        f"line {line}: {text!r}"
        for line, text in literals(path)
        if any(known in text for known in IDS) or fields & {text, *text.split("/")}
    ]
    assert named == []
