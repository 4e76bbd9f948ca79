"""What a project has settled for itself: rapportkit.toml, or [tool.rapportkit] in pyproject.toml.

The nearest of the two files counts, from the folder at hand upwards; in one folder rapportkit.toml comes first.
What the command line says outweighs it, and file names in it are meant from its own folder.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from rapportkit.errors import UsageError
from rapportkit.model.finding import Severity
from rapportkit.model.settings import SEVERAL, RuleChange, Waiver

NAMES = ("rapportkit.toml", "pyproject.toml")
FAIL_ON = (*Severity, "never")

_TEXTS = ("lang", "format", "fail-on", "programme", "baseline")
_LISTS = ("select", "ignore", "template-dir")
_KNOWN = (*_TEXTS, *_LISTS, "rules", "waivers")
_WAIVER = ("files", "rule", "reason", "field")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a file; `origin` is its name as a person would say it, "" where there is none.

    Each is None or empty where the file says nothing of it. Paths are ready to be opened.
    """

    origin: str = ""
    lang: str | None = None
    format: str | None = None
    fail_on: str | None = None
    programme: Path | None = None
    baseline: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    template_dir: tuple[Path, ...] = ()
    rules: Mapping[str, RuleChange] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()


NONE = Config()


def find(named: Path | None, *, isolated: bool = False, start: Path | None = None) -> Config:
    """The configuration that was named, or the nearest; UsageError where a file is not as it should be."""
    if isolated:
        return NONE
    if named is not None:
        table = _table(named)
        if table is None:
            raise UsageError(f"{named} holds no section [tool.rapportkit].")
        return _config(table, named)
    here = start or Path.cwd()
    for folder in (here, *here.parents):
        for name in NAMES:
            path = folder / name
            table = _table(path) if path.is_file() else None
            if table is not None:
                return _config(table, _shown(path, here))
    return NONE


def _shown(path: Path, here: Path) -> Path:
    """The path as seen from here, so that no message tells where this machine keeps its files."""
    up = len(here.parts) - len(path.parent.parts)
    return Path(*[".."] * up, path.name)


def _table(path: Path) -> Mapping[str, Any] | None:
    """What a file says of rapportkit; None for a pyproject.toml that says nothing."""
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as trouble:
        raise UsageError(
            f"{path} cannot be read ({(trouble.strerror or type(trouble).__name__).lower()})."
        ) from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is no text in UTF-8.") from None
    except tomllib.TOMLDecodeError as trouble:
        raise UsageError(f"{path} is no sound TOML: {trouble}.") from None
    if path.name != "pyproject.toml":
        return data
    tools = data.get("tool")
    return tools.get("rapportkit") if isinstance(tools, Mapping) else None


def _config(table: Mapping[str, Any], path: Path) -> Config:
    origin = str(path) if path.name != "pyproject.toml" else f"{path}, [tool.rapportkit]"
    _only(table, _KNOWN, origin)
    texts = {key: _one(table.get(key), f"{origin}, {key}") for key in _TEXTS}
    lists = {key: _several(table.get(key), f"{origin}, {key}") for key in _LISTS}
    known_rules(lists["select"] + lists["ignore"], origin)
    return Config(
        origin,
        lang=texts["lang"],
        format=texts["format"],
        fail_on=_choice(texts["fail-on"], FAIL_ON, f"{origin}, fail-on"),
        programme=_path(texts["programme"], path),
        baseline=_path(texts["baseline"], path),
        select=lists["select"],
        ignore=lists["ignore"],
        template_dir=tuple(path.parent / each for each in lists["template-dir"]),
        rules=_rules(table.get("rules", {}), f"{origin}, rules"),
        waivers=_waivers(table.get("waivers", []), f"{origin}, waivers"),
    )


def known_rules(called: Sequence[str], where: str) -> None:
    """Refuse what calls no rule by code, by name or by the beginning of a code (UsageError, the nearest named)."""
    from rapportkit.rules import RULES
    from rapportkit.rules.changes import unknown

    for fault in unknown(called, RULES):
        raise UsageError(f"{where}: {fault}")


def _rules(table: Any, where: str) -> dict[str, RuleChange]:
    from rapportkit.rules import RULES
    from rapportkit.rules.changes import faults

    if not isinstance(table, Mapping):
        raise UsageError(f"{where} is a table: [rules.L001] or [rules.too-many-points].")
    found = {called: _change(said, f"{where}.{called}") for called, said in table.items()}
    for fault in faults(found, RULES):
        raise UsageError(f"{where}: {fault}")
    return found


def _change(said: Any, where: str) -> RuleChange:
    """What one table changes: severity, messages, helps, and thresholds by their names."""
    if not isinstance(said, Mapping):
        raise UsageError(f'{where} is a table, such as {{ severity = "warning" }}.')
    severity = _choice(
        _one(said.get("severity"), f"{where}, severity"), (*Severity, "off"), f"{where}, severity"
    )
    options = {key: each for key, each in said.items() if key not in {"severity", "messages", "helps"}}
    for key, number in options.items():
        if not isinstance(number, int) or isinstance(number, bool) or number < 0:
            raise UsageError(f"{where}, {key}: a threshold is a whole number.")
    return RuleChange(
        severity=Severity(severity) if severity and severity != "off" else None,
        off=severity == "off",
        messages=_sentences(said.get("messages"), f"{where}.messages"),
        helps=_sentences(said.get("helps"), f"{where}.helps"),
        options=options,
    )


def _sentences(said: Any, where: str) -> dict[tuple[str, str], str]:
    """Sentences by key and language: points = { en = "…", fr = "…" }, or points = "…" for every language."""
    if said is None:
        return {}
    if not isinstance(said, Mapping):
        raise UsageError(f"{where} is a table from the keys of the rule's sentences to your words.")
    found: dict[tuple[str, str], str] = {}
    for key, words in said.items():
        by_tag = {SEVERAL: words} if isinstance(words, str) else words
        if not isinstance(by_tag, Mapping) or not all(
            isinstance(each, str) and each for each in by_tag.values()
        ):
            raise UsageError(f"{where}.{key} is a sentence, or a table from language to sentence.")
        found |= {(key, tag): sentence for tag, sentence in by_tag.items()}
    return found


def _waivers(entries: Any, where: str) -> tuple[Waiver, ...]:
    if not isinstance(entries, list) or not all(isinstance(each, Mapping) for each in entries):
        raise UsageError(f"{where} is a list of tables: [[waivers]].")
    return tuple(_waiver(each, f"{where}, entry {number}") for number, each in enumerate(entries, 1))


def _waiver(entry: Mapping[str, Any], where: str) -> Waiver:
    _only(entry, _WAIVER, where)
    texts = {key: _one(entry.get(key), f"{where}, {key}") for key in _WAIVER}
    for key in ("files", "rule"):
        if not texts[key]:
            raise UsageError(f"{where} lacks “{key}”: which findings are let pass?")
    if not (texts["reason"] or "").strip():
        raise UsageError(f"{where} lacks “reason”: say why these findings are let pass.")
    known_rules((texts["rule"] or "",), where)
    return Waiver(texts["files"] or "", texts["rule"] or "", texts["reason"] or "", texts["field"] or "")


def _only(table: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    for key in table:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f"Did you mean “{near[0]}”?" if near else f"Known are: {', '.join(known)}."
            raise UsageError(f"{where}: there is no setting “{key}”. {hint}")


def _one(value: Any, where: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise UsageError(f"{where} is a text in quotation marks.")


def _several(value: Any, where: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    raise UsageError(f"{where} is a list of texts.")


def _choice(value: str | None, known: Sequence[str], where: str) -> str | None:
    if value is None or value in known:
        return value
    raise UsageError(f"{where}: there is no “{value}” here. Known are: {', '.join(known)}.")


def _path(value: str | None, config: Path) -> Path | None:
    return config.parent / value if value is not None else None
