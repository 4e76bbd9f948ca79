"""A real browser: the Chromium that the machine has, headless."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from browser import papers
from rapportkit.model.outline import Paper
from rapportkit.writers.summary.html import write

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Nothing is looked up in the background, and no picture of a screen is needed.
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser; without one the tests are left out, unless RAPPORTKIT_BROWSER=required."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    if found is None:
        missing(f"no browser is installed: none of {', '.join(NAMES)} is found")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


def missing(reason: str) -> None:
    """Leave the test out, or fail where a browser must be there."""
    if os.environ.get("RAPPORTKIT_BROWSER") == "required":
        pytest.fail(f"RAPPORTKIT_BROWSER=required, but {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def forum() -> Paper:
    """The paper that the browser is shown."""
    return papers.forum()


@pytest.fixture(scope="session")
def file(forum: Paper, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of that paper."""
    path = tmp_path_factory.mktemp("page") / "summary.html"
    path.write_bytes(write(forum))
    return path


@pytest.fixture(scope="module")
def opened(chromium: Any, file: Path) -> Iterator[Callable[..., Any]]:
    """Open the page, at a fragment and a width; no page may ask for anything else or complain."""
    contexts, asked, complaints = [], [], []

    def open_page(at: str = "", *, width: int = 1280, script: bool = True) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script, reduced_motion="reduce"
        )
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(file.as_uri() + at)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert {url.partition("#")[0] for url in asked} - {"about:blank"} == {file.as_uri()}
    assert complaints == []


@pytest.fixture(scope="module")
def window(opened: Callable[..., Any]) -> Any:
    """One window for the tests of a file."""
    return opened()


@pytest.fixture
def page(window: Any, file: Path) -> Any:
    """The page as it is opened first."""
    window.goto("about:blank")
    window.goto(file.as_uri())
    return window
