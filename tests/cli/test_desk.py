"""Reading ahead, and what becomes of it when somebody interrupts."""

from __future__ import annotations

import pytest

from rapportkit.cli.desk import Desk
from rapportkit.cli.inputs import gather
from rapportkit.errors import ReadError


class Worker:
    """A worker that notes what it is told, and answers with what it was given."""

    def __init__(self, answers: list[object]) -> None:
        self.told: list[str] = []
        self._answers = answers

    def begin(self, _data: bytes, name: str, _part: int | None = None) -> None:
        self.told.append(name)

    def finish(self) -> object:
        answer = self._answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def close(self) -> None:
        self.told.append("closed")


@pytest.fixture
def inputs(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(name)
    return gather([str(tmp_path)]).found


def desk(inputs, *answers: object) -> tuple[Desk, Worker]:
    made = Desk()
    made._worker.close()
    worker = made._worker = Worker(list(answers))
    made.lay_out(inputs)
    return made, worker


def test_the_next_file_is_begun_when_one_is_done_or_cannot_be_read(inputs):
    made, worker = desk(inputs, "A", ReadError("b.txt is empty."))
    assert made.read(made.take(inputs[0]), inputs[0]) == "A"
    with pytest.raises(ReadError):
        made.read(made.take(inputs[1]), inputs[1])
    assert worker.told == ["a.txt", "b.txt", "c.txt"]


def test_an_interrupt_ends_the_worker_and_hands_nothing_more_to_it(inputs):
    made, worker = desk(inputs, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        made.read(made.take(inputs[0]), inputs[0])
    assert worker.told == ["a.txt", "closed"]
