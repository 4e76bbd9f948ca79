"""Where templates come from: the shipped schemas and the folders a person names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from rapportkit.errors import TemplateError
from rapportkit.model.template import Template
from rapportkit.templates.build import KEYWORD, build


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
    return _load(schemas() / "shapes" / f"{name}.json")


@cache
def shipped() -> tuple[Template, ...]:
    """The templates that come with rapportkit, by id."""
    return _in_folder(schemas())


def catalog(folders: Sequence[Path] = ()) -> tuple[Template, ...]:
    """All templates at hand, by id; one in a given folder replaces a shipped one of the same id."""
    found = {template.id: template for template in shipped()}
    for folder in folders:
        if not folder.is_dir():
            raise TemplateError(f"{folder}: there is no such folder to look for templates in.")
        found.update((template.id, template) for template in _in_folder(folder))
    return tuple(found[key] for key in sorted(found))


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
    return build(_load(path), path.name)


def _in_folder(folder: Path) -> tuple[Template, ...]:
    templates = []
    for path in sorted(folder.glob("*.json")):
        schema = _load(path)
        if KEYWORD in schema:
            templates.append(build(schema, path.name))
    return tuple(sorted(templates, key=lambda template: template.id))


def _load(path: Path) -> dict[str, Any]:
    try:
        schema = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise TemplateError(f"{path.name}: there is no such template file.") from None
    except (OSError, UnicodeDecodeError) as trouble:
        raise TemplateError(f"{path.name}: the template file cannot be read ({trouble}).") from trouble
    except json.JSONDecodeError as trouble:
        raise TemplateError(
            f"{path.name}: the template is not sound JSON (line {trouble.lineno}, column {trouble.colno}: "
            f"{trouble.msg}).",
        ) from trouble
    if not isinstance(schema, dict):
        raise TemplateError(f"{path.name}: a template is a JSON object; this file holds something else.")
    return schema
