"""`rapportkit config show`: what is settled, and where each value comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from rapportkit.cli import options

if TYPE_CHECKING:
    from rapportkit.cli.config import Config

FORMATS = ("text", "json")
_SHIPPED = "default"

app = typer.Typer(name="config", rich_markup_mode=None, epilog=options.example("rapportkit config show"))


class Setting(NamedTuple):
    """One setting: its name as the configuration file writes it, its value, and where that comes from."""

    name: str
    value: Any
    origin: str


@app.callback(no_args_is_help=True)
def config() -> None:
    """Show what is settled in rapportkit.toml, or in pyproject.toml under [tool.rapportkit]."""


@app.command(
    short_help="Show every setting and where its value comes from.",
    epilog=options.example("rapportkit config show", "rapportkit config show --config event/rapportkit.toml"),
)
def show(
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="text|json", help="How to tell it; text by default."),
    ] = None,
    output: options.Output = None,
    file: options.Config = None,
    isolated: options.Isolated = False,
) -> int:
    """Show every setting of `validate`, its value here, and where that value comes from.

    What the command line of a run says outweighs all of it.
    """
    from rapportkit.cli import config as settled
    from rapportkit.cli import outputs
    from rapportkit.cli.outcome import Status
    from rapportkit.cli.screen import table

    shape = outputs.choose_format(form, output, FORMATS, "text")
    found = list(_settings(settled.find(file, isolated=isolated)))
    if shape == "json":
        page = outputs.json_page([each._asdict() for each in found])
    else:
        rows = [(each.name, _told(each.value), each.origin) for each in found]
        page = table(("setting", "value", "from"), rows, drawn=outputs.is_stdout(output)).encode()
    outputs.write(page, output)
    return Status.DONE


def _settings(config: Config) -> Iterator[Setting]:
    """Every setting in the order of the documentation; those of rules and waivers one by one."""
    for name, value, usual in (
        ("lang", config.lang, "en"),
        ("format", config.format, "text"),
        ("fail-on", config.fail_on, "error"),
        ("programme", config.programme and str(config.programme), None),
        ("baseline", config.baseline and str(config.baseline), None),
        ("select", list(config.select), []),
        ("ignore", list(config.ignore), []),
        ("template-dir", [str(folder) for folder in config.template_dir], []),
    ):
        yield Setting(name, value, config.origin) if value else Setting(name, usual, _SHIPPED)
    for rule, change in config.rules.items():
        if change.off or change.severity:
            yield Setting(f"rules.{rule}.severity", change.severity or "off", config.origin)
        for kind, sentences in (("messages", change.messages), ("helps", change.helps)):
            for (key, tag), said in sentences.items():
                yield Setting(f"rules.{rule}.{kind}.{key}.{tag}", said, config.origin)
        for option, number in change.options.items():
            yield Setting(f"rules.{rule}.{option}", number, config.origin)
    for number, waiver in enumerate(config.waivers, 1):
        words = {"files": waiver.files, "rule": waiver.rule, "field": waiver.field, "reason": waiver.reason}
        yield Setting(f"waivers.{number}", {key: word for key, word in words.items() if word}, config.origin)


def _told(value: Any) -> str:
    """A value in one line, as a person reads it."""
    if value is None or value == []:
        return "–"
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {each}" for key, each in value.items())
    return str(value)
