"""Make the README's pictures of the example event's summary: `python examples/make_pictures.py`.

Needs LibreOffice, poppler, ImageMagick and Chromium; the pictures differ with their editions and the fonts at hand.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
SUMMARY = HERE / "event" / "summary"
DOCS = HERE.parent / "docs"
PAGES = ("1", "3", "16")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
STRIPPED = ("-strip", "-define", "png:exclude-chunks=date,time")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        word_pages(Path(folder))
        browser_page(Path(folder) / "page.png")


def word_pages(folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, SUMMARY / "summary.docx")
    for page in PAGES:
        run(
            "pdftoppm",
            "-r",
            "62",
            "-f",
            page,
            "-l",
            page,
            "-png",
            "-singlefile",
            folder / "summary.pdf",
            folder / page,
        )
    pages = [folder / f"{page}.png" for page in PAGES]
    border = ("-bordercolor", "#a6b1c2", "-border", "1", "-bordercolor", "white", "-border", "6")
    run(
        "convert",
        *pages,
        *border,
        "+append",
        "+dither",
        "-colors",
        "48",
        *STRIPPED,
        DOCS / "summary-pages.png",
    )


def browser_page(picture: Path) -> None:
    browser = next(found for name in BROWSERS if (found := shutil.which(name)))
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1180, "height": 800})
        page.goto((SUMMARY / "summary.html").as_uri())
        page.select_option("select >> nth=1", index=1)
        page.fill("input[type=search]", "fees")
        page.wait_for_timeout(500)
        page.locator("main .chapter li:visible .t").first.click()
        page.wait_for_timeout(300)
        page.screenshot(path=picture)
        chromium.close()
    run("convert", picture, "+dither", "-colors", "96", *STRIPPED, DOCS / "summary-html.png")


def run(*command: str | Path) -> None:
    subprocess.run([*map(str, command)], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
