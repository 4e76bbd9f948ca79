"""Where templates come from: the shipped schemas and the folders a person names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rapportkit.errors import TemplateError
from rapportkit.model.template import Template
from rapportkit.templates.build import KEYWORD, build

LARGEST = 16 * 1024 * 1024
"""Bytes. A template of a hundred questions in ten languages comes to a fifth of one million."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """The templates at hand, by id, and the files that stand in the place of a shipped one."""

    templates: tuple[Template, ...]
    replaced: tuple[Path, ...] = ()


@cache
def schemas() -> Path:
    """The folder of shipped schemas: in the installed package first, in the checkout second.

    An editable install sees the checkout's folder only; nobody else builds this path.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "schemas", package.parent.parent / "schemas"):
        if folder.is_dir():
            return folder
    raise TemplateError("The templates that belong to rapportkit are missing: install the package again.")


def shape(name: str) -> dict[str, Any]:
    """The JSON Schema of one of the contract's shapes ("report", "finding", "summary", "template")."""
    return read(schemas() / "shapes" / f"{name}.json")


@cache
def shipped() -> tuple[Template, ...]:
    """The templates that come with rapportkit, by id."""
    found = [template for _, template in _in_folder(schemas())]
    return tuple(sorted(found, key=lambda template: template.id))


def catalog(folders: Sequence[Path] = ()) -> Catalog:
    """All templates at hand; one in a given folder replaces a shipped one of the same id.

    Raises TemplateError for a folder that is none, an unsound file, and two files with one id.
    """
    found = {template.id: template for template in shipped()}
    taken: dict[str, Path] = {}
    replaced = []
    for folder in {folder.resolve(): folder for folder in folders}.values():
        if not folder.is_dir():
            raise TemplateError(f"{folder}: there is no such folder to look for templates in.")
        for path, template in _in_folder(folder):
            if template.id in taken:
                raise TemplateError(
                    f"{taken[template.id]} and {path} both call themselves “{template.id}”: give one of them "
                    "another id, or take it out of the folder.",
                )
            taken[template.id] = path
            if replaces_shipped(template):
                replaced.append(path)
            found[template.id] = template
    return Catalog(tuple(found[key] for key in sorted(found)), tuple(replaced))


def replaces_shipped(template: Template) -> bool:
    """Whether a template has the id of one that comes with rapportkit and says something else."""
    return any(each.id == template.id and each.schema != template.schema for each in shipped())


def find(name: str, templates: Sequence[Template]) -> Template:
    """The template with this id, or the one in this file; TemplateError where there is neither."""
    for template in templates:
        if template.id == name:
            return template
    if name.endswith(".json") or "/" in name or "\\" in name:
        return load(Path(name))
    known = ", ".join(template.id for template in templates)
    raise TemplateError(
        f"There is no template “{name}”. Known are: {known}; or name a template file (.json)."
    )


def load(path: Path) -> Template:
    """Build the template in a file; TemplateError where it is missing or no template."""
    return build(read(path), path.name)


def read(path: Path) -> dict[str, Any]:
    """The JSON object in a template file, sound or not; TemplateError where there is none."""
    try:
        schema = json.loads(_text(path))
    except json.JSONDecodeError as trouble:
        raise TemplateError(
            f"{path} is not sound JSON (line {trouble.lineno}, column {trouble.colno}): look for a comma, "
            "a bracket or a quotation mark too many or too few.",
        ) from trouble
    except RecursionError as trouble:
        raise TemplateError(f"{path} is no template: its brackets are nested too deeply.") from trouble
    except ValueError as trouble:
        raise TemplateError(f"{path} is no template: it holds a number too long to be read.") from trouble
    if not isinstance(schema, dict):
        raise TemplateError(f"{path}: a template is a JSON object; this file holds something else.")
    return schema


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as trouble:
        raise TemplateError(f"{path}: {_why(trouble)}") from trouble
    if len(data) > LARGEST:
        raise TemplateError(f"{path} is larger than {LARGEST // 1024**2} MB: that is no template.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise TemplateError(f"{path} is no text in UTF-8: save it as UTF-8.") from trouble


def _why(trouble: OSError) -> str:
    if isinstance(trouble, FileNotFoundError):
        return "there is no such template file."
    if isinstance(trouble, PermissionError):
        return "you have no permission to read it."
    if isinstance(trouble, IsADirectoryError):
        return "this is a folder; a template is one .json file. Name folders with --template-dir."
    return "the template file cannot be opened."


def _in_folder(folder: Path) -> list[tuple[Path, Template]]:
    """Every template in a folder with its file; other JSON in it is passed over."""
    try:
        names = sorted(
            entry.name for entry in folder.iterdir() if entry.suffix == ".json" and not entry.is_dir()
        )
    except OSError as trouble:
        raise TemplateError(f"{folder}: {_why(trouble)}") from trouble
    held = [(folder / name, read(folder / name)) for name in names]
    return [(path, build(schema, path.name)) for path, schema in held if KEYWORD in schema]
