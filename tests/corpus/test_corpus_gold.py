"""Each gold file of the corpus is sound, and says nothing that its document does not say."""

from __future__ import annotations

import json
import re
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest

from corpus.build import SETS
from corpus.content import FIELDS
from corpus.look import Look, traits
from corpus.spec import Spec, unfair

HERE = Path(__file__).resolve().parent
GOLD = [path for folder in sorted(SETS) for path in sorted((HERE / folder / "gold").glob("*.json"))]
HEADER = {"event": {"title", "place", "dates"}, "session": {"number", "title"}}
FORMS = (
    "gfmd-roundtable-2018",
    "gfmd-csd-2016",
    "gfmd-csd-2018",
    "idm-summary-2017",
    "gfmd-rapporteur-summary-2021",
)


def load(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return f"{path.parent.parent.name}-{path.stem}"


def every_gold(test):
    return pytest.mark.parametrize("path", GOLD, ids=name_of)(test)


def leaves(fields: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for key, value in fields.items():
        if key in (*HEADER, "rapporteurs"):
            continue
        if isinstance(value, dict):
            found |= {f"{key}/{leaf}": points for leaf, points in value.items()}
        else:
            found[key] = value
    return found


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for each in inner for text in strings(each)]


def letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def text_of(path: Path) -> str:
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            xml = package.read("word/document.xml").decode("utf-8")
        found = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml))
        return found.replace("&amp;", "&").replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">")
    if path.suffix == ".pdf":
        return pdf_text(path)
    data = path.read_bytes()
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return re.sub(r"^> ?", "", data.decode(encoding), flags=re.MULTILINE)
        except UnicodeDecodeError:
            continue
    raise AssertionError(path)


def pdf_text(path: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append(text.get_text_bounded())
        text.close()
        page.close()
    document.close()
    return "\n".join(pages)


def check_point(point: dict[str, Any], *, quote: bool) -> None:
    assert set(point) <= ({"text", "points", "speaker", "consent"} if quote else {"text", "points"}), point
    assert point["text"] == point["text"].strip() != "", point
    assert not re.match(r"(?:[-•*–—] |\(?[a-z0-9]\) )", point["text"]), point
    assert point.get("points", [1]), point
    for below in point.get("points", []):
        check_point(below, quote=False)


def check_leaf(key: str, points: list[dict[str, Any]]) -> None:
    for point in points:
        if key == "recommendations":
            assert set(point) == {"text", "actions", "indicators"}, point
            assert point["text"], point
            for below in (*point["actions"], *point["indicators"]):
                check_point(below, quote=False)
        elif key in ("convergences", "sections"):
            title = "title" if key == "convergences" else "heading"
            assert {title, "points"} <= set(point) <= {title, "points", "number"}, point
            assert point["points"], point
            for below in point["points"]:
                check_point(below, quote=False)
        else:
            check_point(point, quote=key.endswith("quotes"))


@every_gold
def test_gold_has_the_shape_of_its_form(path):
    gold = load(path)
    fields = gold["fields"]
    assert (path.parent.parent / "files" / gold["source"]).is_file()
    assert gold["traits"] == sorted(set(gold["traits"]))
    assert tuple(leaves(fields)) == FIELDS[gold["template"]]
    for key, known in HEADER.items():
        assert set(fields.get(key, {"title": ""})) <= known
        assert all(fields.get(key, {}).values())
    assert all(
        set(person) <= {"name", "affiliation"} and person["name"] for person in fields.get("rapporteurs", [])
    )
    for key, points in leaves(fields).items():
        check_leaf(key, points)


@every_gold
def test_everything_in_gold_stands_in_the_document(path):
    gold = load(path)
    source = path.parent.parent / "files" / gold["source"]
    found = letters(text_of(source))
    broken_by_pages = source.suffix == ".pdf" or "page-numbers" in gold["traits"]
    for text in strings(gold["fields"]):
        for piece in re.findall(r"\w+", text) if broken_by_pages else text.split("\n"):
            assert letters(piece) in found, piece


@every_gold
def test_nothing_that_counts_as_empty_is_a_point(path):
    fillers = {"n/a", "none", "-", "–", "...", "…", "néant", "ninguna", "ninguno"}
    assert not fillers & {text.casefold() for text in strings(leaves(load(path)["fields"]))}


@pytest.mark.parametrize("folder", sorted(SETS))
def test_each_form_comes_in_each_format(folder):
    golds = [load(path) for path in GOLD if path.parent.parent.name == folder]
    assert len(golds) == len(SETS[folder]) >= 30
    combinations = {(gold["template"], gold["source"].rpartition(".")[2]) for gold in golds}
    assert combinations == {(form, suffix) for form in FORMS for suffix in ("docx", "txt", "pdf")}


def test_the_two_sets_have_no_sentence_in_common():
    said = {
        folder: {
            text
            for path in GOLD
            if path.parent.parent.name == folder
            for text in strings(leaves(load(path)["fields"]))
            if len(text) > 60
        }
        for folder in SETS
    }
    common = said["dev"] & said["heldout"]
    assert len(common) < 0.02 * len(said["heldout"]), sorted(common)


def test_no_document_of_one_set_has_the_traits_of_one_in_the_other():
    by_set = {
        folder: {tuple(load(path)["traits"]) for path in GOLD if path.parent.parent.name == folder}
        for folder in SETS
    }
    assert not by_set["dev"] & by_set["heldout"]


def test_the_corpus_stays_small():
    assert sum(path.stat().st_size for folder in SETS for path in (HERE / folder).rglob("*.*")) < 8_000_000


@pytest.mark.parametrize(
    ("look", "reason"),
    [
        (Look(layout="table", points="paragraphs"), "paragraphs in cells"),
        (Look(points="paragraphs", nested=1), "nested points without bullets"),
        (Look(points="soft"), "Word's own features in text"),
        (Look(points="dash", nested=2), ""),
    ],
)
def test_a_document_without_a_single_answer_is_refused(look, reason):
    assert unfair(Spec("rt-99", "txt", "cities", look)) == reason


def test_traits_name_what_is_particular():
    look = Look(layout="labels", labels="typos", points="dash", wrap=72, nested=1)
    assert traits(look, "en", "txt") == [
        "en",
        "label-lines",
        "nested-2-levels",
        "points-dash",
        "txt",
        "typos-in-labels",
        "wrapped-72",
    ]
