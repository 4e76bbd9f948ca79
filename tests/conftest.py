"""What holds for all tests: whether letters in pictures are recognised is for a test to say, not for the machine."""

from collections.abc import Iterator

import pytest

from rapportkit.readers.ocr import engine

FIND = engine.find


@pytest.fixture(autouse=True, scope="session")
def _no_tesseract() -> Iterator[None]:
    """Act as if tesseract were missing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "find", lambda: None)
        yield


@pytest.fixture
def tesseract(monkeypatch: pytest.MonkeyPatch) -> engine.Engine:
    """Tesseract as it is installed; without it, the test is left out."""
    monkeypatch.setattr(engine, "find", FIND)
    found = FIND()
    if found is None:
        pytest.skip("tesseract is not installed")
    return found
