"""Reading in a process of its own: hangs, crashes and greed cost one file, and nothing of it is left behind."""

import contextvars
import faulthandler
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from rapportkit import api
from rapportkit.errors import FaultError, ReadError
from rapportkit.model.options import Limits, ReadOptions, Revisions
from rapportkit.readers import patience, txt
from rapportkit.readers.worker import Worker
from readers.docx_build import p, word
from readers.pdf_build import Sheet, pdf

POSIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="only POSIX copies processes")
QUICK = ReadOptions(limits=Limits(seconds=1))
READ = txt.read
ODD = {
    "hang": lambda: time.sleep(60),
    "crash": lambda: (faulthandler.disable(), os.kill(os.getpid(), signal.SIGSEGV)),
    "exit": lambda: os._exit(0),
    "greed": lambda: bytearray(2**40),
    "bug": lambda: {}["missing"],
    "chatter": lambda: os.write(1, b"said on standard output"),
    "patient": lambda: (patience.ask(30), time.sleep(1.5)),
    "fickle": lambda: (patience.ask(1), time.sleep(60)),
}


@pytest.fixture
def odd(monkeypatch):
    """Let texts of one word do odd things while they are read."""

    def read(data, name, options):
        what = data.decode().strip()
        if what in ODD:
            ODD[what]()
        return READ(data, name, options)

    monkeypatch.setattr(txt, "read", read)


def refusal(worker, text):
    with pytest.raises(ReadError) as caught:
        worker.read(text.encode(), f"{text}.txt")
    return caught.value.code, str(caught.value)


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


@pytest.mark.parametrize("forks", [pytest.param(True, marks=POSIX), False])
def test_a_document_comes_back_as_it_was_read(forks):
    body = p("We ", '<w:del w:id="1"><w:r><w:delText>shall</w:delText></w:r></w:del>', "act.")
    files = {
        "a.docx": word(body * 20),
        "b.pdf": pdf(Sheet().grid([60, 200, 500], [60, 90, 120]).text(66, 80, "Name").picture()),
        "c.txt": "Título\n\n• uno\n• dos\n".encode(),
    }
    options = ReadOptions(revisions=Revisions.ORIGINAL)
    with Worker(options, forks=forks) as worker:
        for name, data in files.items():
            assert worker.read(data, name) == api.read(data, name, options)


@pytest.mark.parametrize("forks", [pytest.param(True, marks=POSIX), False])
def test_a_process_that_was_prepared_reads_what_comes(forks):
    with Worker(forks=forks) as worker:
        worker.warm(["a.docx", "b.pdf", "no such suffix", "folder/"])
        worker.options = ReadOptions(limits=Limits(text_bytes=8))
        assert refusal(worker, "a long text")[0] == "F006"
        assert [block.text for block in worker.read(b"short", "a.txt").blocks] == ["short"]


def test_the_api_reads_in_a_process_of_its_own():
    with api.reader(ReadOptions(limits=Limits(text_bytes=8))) as reader:
        assert [block.text for block in reader.read(b"short", "a.txt").blocks] == ["short"]
        assert refusal(reader, "a long text")[0] == "F006"


@pytest.mark.parametrize("forks", [pytest.param(True, marks=POSIX), False])
def test_refusals_come_back_with_their_code(forks):
    with Worker(forks=forks) as worker:
        assert refusal(worker, " ")[0] == "F002"
        with pytest.raises(ReadError, match=r"^x\.docx is not a Word file") as caught:
            worker.read(b"junk", "x.docx")
        assert caught.value.code == "F003"
        assert worker.read(b"text", "x.txt").blocks


@POSIX
def test_a_hang_is_stopped_and_the_next_file_is_read(odd):
    with Worker(QUICK, forks=True) as worker:
        start = time.monotonic()
        code, message = refusal(worker, "hang")
        assert (code, time.monotonic() - start < 10) == ("F006", True)
        assert message == (
            "hang.txt is beyond what is safe to open: reading it took more than 1 seconds. Send the report "
            "alone, in a file of its own; --limit seconds=… allows more."
        )
        assert worker.read(b"sound", "b.txt").blocks[0].text == "sound"


@POSIX
@pytest.mark.parametrize("what", ["crash", "exit"])
def test_a_crash_is_told_and_the_next_file_is_read(odd, what):
    with Worker(QUICK, forks=True) as worker:
        code, message = refusal(worker, what)
        assert code == "F003"
        assert message.startswith(f"{what}.txt is damaged: it makes its reader crash; ")
        assert worker.read(b"sound", "b.txt").blocks[0].text == "sound"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps such a bound")
def test_memory_is_bounded(odd):
    with Worker(QUICK, forks=True) as worker:
        code, message = refusal(worker, "greed")
        assert code == "F006"
        assert "reading it took more than 2 GB of memory. Send the report alone" in message
        assert message.endswith("--limit memory-bytes=… allows more.")
        assert worker.read(b"sound", "b.txt").blocks


@POSIX
def test_a_fault_of_our_own_is_told_with_its_place(odd):
    with Worker(QUICK, forks=True) as worker:
        with pytest.raises(FaultError) as caught:
            worker.read(b"bug", "a.txt")
        assert caught.value.kind == "KeyError"
        assert caught.value.place.startswith("test_worker.py, line ")
        assert "KeyError: 'missing'" in caught.value.trace
        assert worker.read(b"sound", "b.txt").blocks


@POSIX
def test_what_a_library_prints_does_not_get_between_the_data(odd, capfd):
    with Worker(QUICK, forks=True) as worker:
        assert worker.read(b"chatter", "a.txt").blocks
    assert capfd.readouterr().out == ""


@POSIX
def test_a_reader_that_waits_for_another_program_asks_for_time(odd):
    with Worker(QUICK, forks=True) as worker:
        assert worker.read(b"patient", "a.txt").blocks
        assert refusal(worker, "fickle")[0] == "F006"


@POSIX
def test_no_process_is_left_behind(odd):
    worker = Worker(QUICK, forks=True)
    worker.begin(b"hang", "a.txt")
    pid = worker._process._pid
    assert is_alive(pid)
    worker.close()
    assert not is_alive(pid)
    worker.begin(b"hang", "a.txt")
    pid = worker._process._pid
    del worker
    assert not is_alive(pid)


@POSIX
def test_a_process_whose_parent_is_gone_ends_itself():
    inbox, theirs = os.pipe()
    middle = os.fork()
    if not middle:
        worker = Worker(forks=True)
        worker.read(b"text", "a.txt")
        os.write(theirs, str(worker._process._pid).encode())
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(middle, 0)
    pid = int(os.read(inbox, 20))
    os.close(inbox)
    os.close(theirs)
    until = time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < until and not _is_dead(pid):
        time.sleep(0.02)
    assert not is_alive(pid) or _is_dead(pid)


def _is_dead(pid):
    """Whether a process has ended, and merely nobody asked how."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@POSIX
def test_two_files_are_never_mixed_up():
    with Worker(forks=True) as worker:
        worker.begin(b"one", "1.txt")
        assert worker.finish().blocks[0].text == "one"
        worker.begin(b"x" * 1_500_000, "2.txt")
        assert len(worker.finish().blocks[0].text) == 1_500_000


def test_beside_other_threads_a_new_process_is_started(monkeypatch):
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    monkeypatch.setattr(os, "fork", None, raising=False)
    try:
        with Worker() as worker:
            assert worker.read(b"text", "a.txt").blocks
    finally:
        done.set()
        thread.join()


def test_nobody_is_asked_for_time_where_nobody_keeps_it():
    assert patience.ask(5) is None
    heard = []
    context = contextvars.copy_context()
    context.run(patience.listen, heard.append)
    patience.ask(6)
    assert heard == []
    context.run(patience.ask, 7)
    assert heard == [7]
