"""A command at work: its inputs read one by one, with an eye on what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from rapportkit.cli import outputs
from rapportkit.cli.desk import Desk
from rapportkit.cli.inputs import CARRIED, Input, Inputs, Unread, gather
from rapportkit.cli.reports import (
    Aside,
    Choice,
    Earlier,
    How,
    Reading,
    choose,
    extracted,
    is_summary,
    no_report,
    readings,
)
from rapportkit.cli.screen import Screen, count, some
from rapportkit.errors import UsageError
from rapportkit.model.options import AS_USUAL, ReadOptions

_AMONG_INPUTS = "{output} is one of the files to read: choose another name for the output."


@dataclass(slots=True)
class Work:
    """What a command works on: `inputs` to read, and what was `missed` when they were looked for.

    `unread` becomes true as soon as one thing cannot be read; `worded` says so.
    """

    screen: Screen
    choice: Choice
    desk: Desk
    inputs: tuple[Input, ...]
    missed: tuple[Unread, ...] = ()
    unread: bool = False
    worded: Callable[[Unread], str] = attrgetter("message")

    @property
    def is_single(self) -> bool:
        """Whether all that was named comes down to one file."""
        return len(self.inputs) + len(self.missed) == 1

    def readings(self, doing: str, how: How = extracted, *, merging: bool = False) -> Iterator[Reading]:
        """Read every input; troubles are told as they come, and passed on like the rest.

        A summary is an input for `merging` only.
        """
        for each in self._all(doing, how):
            reading = no_report(each) if isinstance(each, Earlier) and not merging else each
            if isinstance(reading, Unread):
                self.refuse(self.worded(reading))
            elif isinstance(reading, Aside):
                self.screen.note(f"{reading.message} It is left aside.")
            yield reading

    def _all(self, doing: str, how: How) -> Iterator[Reading]:
        yield from self.missed
        for given in self.screen.progress(self.inputs, doing):
            yield from readings(given, self.choice, self.desk, how)

    def refuse(self, message: str) -> None:
        """Say why an input is not used, and remember that one was not."""
        self.unread = True
        self.screen.complain(message)


def begin(
    paths: Sequence[str],
    *,
    template: str | None = None,
    template_dir: Sequence[Path] | None = None,
    reading: ReadOptions = AS_USUAL,
    output: Path | None = None,
    further: Sequence[Path] = (),
    quiet: bool = False,
) -> Work:
    """Look at everything that was asked for, while the first file is being read already.

    Raises what ends the run: a wrong template, an output that cannot be written. `further` are outputs that
    must not be files to read either, but are no place of an earlier summary.
    """
    outputs.check(output)
    screen, desk = Screen(quiet), Desk(reading)
    inputs = gather(paths)
    to_read = _spared(inputs, output, desk)
    for file in further:
        outputs.check(file)
        if not outputs.is_stdout(file) and inputs.of(file):
            raise UsageError(_AMONG_INPUTS.format(output=file))
    desk.lay_out(to_read)
    choice = choose(template_dir or (), template, screen)
    if inputs.aside:
        screen.note(_left_aside(inputs.aside))
    if inputs.again:
        screen.note(f"Named more than once, and read once: {some(inputs.again)}.")
    if inputs.linked:
        screen.note(f"Links to other folders are not searched unless they are named: {some(inputs.linked)}.")
    return Work(screen, choice, desk, to_read, tuple(inputs.unread))


def _spared(inputs: Inputs, output: Path | None, desk: Desk) -> tuple[Input, ...]:
    """The inputs, without an earlier summary that is to be replaced.

    Raises UsageError where the output is a report: it must not be overwritten by what is made of it.
    """
    given = None if output is None or outputs.is_stdout(output) else inputs.of(output)
    if given is None:
        return tuple(inputs.found)
    if not is_summary(given, desk):
        raise UsageError(_AMONG_INPUTS.format(output=output))
    return tuple(each for each in inputs.found if each is not given or given.suffix in CARRIED)


def _left_aside(names: Sequence[str]) -> str:
    return f"{count(len(names), 'file')} left aside, being of no kind that is read: {some(names)}"
