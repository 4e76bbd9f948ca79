"""Places: the words that a place names stand just there, in any script."""

import json
import re
import textwrap
import unicodedata

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from corpus.traits.packing import pdf, stream
from rapportkit import api
from rapportkit.templates.catalog import shipped
from rapportkit.wire.report import dump
from readers.docx_build import level, lists, num, p, r, tbl, tc, tr, word

TEMPLATE = next(template for template in shipped() if template.id == "gfmd-roundtable-2018")
LABELS = [f"{field.number} {field.label}" for field in TEMPLATE.leaves()]
HEAD = (
    "Roundtable Sessions, Marrakesh, 6 December 2018",
    "Reporting Template",
    "Name of Rapporteur: Ana Exemplo, Université d’Exemple",
    "Roundtable session: Round Table 9.9 Cafés without borders",
)
SCRIPTS = {
    "Latin": ("Où", "l’été", "fünf", "žluťoučký", "Señora", "smørrebrød", "İstanbul", "ﬁne", "façade"),
    "combining": tuple(
        unicodedata.normalize("NFD", word) for word in ("Été", "fünf", "señora", "ạ̈b", "việt")
    ),
    "Cyrillic": ("Вызовы", "ещё", "їжак", "объём", "город"),
    "Greek": ("Προκλήσεις", "εὖ", "πόλις"),
    "Arabic": ("التحديات", "ساعات", "العمل", "مُهِمّ", "می‌خواهم"),
    "Hebrew": ("אתגרים", "שָׁלוֹם", "עיר"),
    "Chinese": ("挑战", "城市", "议程。", "移民，", "《协定》"),
    "Japanese": ("カフェ", "ガ", "図書館", "です。"),
    "Devanagari": ("चुनौतियाँ", "क्षेत्र", "नगर"),
    "Thai": ("ความท้าทาย", "เมือง"),
    "emoji": ("😀", "👩‍👩‍👧", "🇲🇦", "✋🏽", "ok"),
    "mixed": ("GCM", "التحديات", "2018", "挑战", "😀", "e\u0301"),
}


def said(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    """A point: a few words that begin with letters that are no marker."""
    return st.lists(st.sampled_from(words), min_size=3, max_size=24).map(
        lambda drawn: f"Über {' '.join(drawn)}"
    )


def forms(words: tuple[str, ...]) -> st.SearchStrategy[list[list[str]]]:
    """The points under each question."""
    return st.lists(st.lists(said(words), min_size=1, max_size=3), min_size=len(LABELS), max_size=len(LABELS))


def every_script(test):
    """Try a property in each script, a few times."""
    few = settings(
        max_examples=3,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    return pytest.mark.parametrize("script", SCRIPTS)(few(given(st.data())(test)))


def placed(data, name):
    """The document, and the pointer, text and place of everything that was found in it."""
    document = api.read(data, name)
    report = api.extract(document, TEMPLATE)
    found = [(pointer, value.text, value.location) for pointer, value in report.header]
    found += [(pointer, point.text, point.location) for pointer, point in report.points()]
    assert len(found) > len(LABELS)
    dumped = json.loads(json.dumps(dump(report, TEMPLATE)))["provenance"]
    assert {pointer: text for pointer, text, _ in found} == {
        pointer: each["text"] for pointer, each in dumped.items()
    }
    return document, found


def spans_hold(document, found):
    """What a span names is what is said to stand there; most of what was found has one."""
    for _, text, place in found:
        if place.span is not None:
            start, stop = place.span
            assert document.blocks[place.block].text[start:stop] == text
    assert sum(place.span is not None for *_, place in found) >= 0.8 * len(found)


def as_text(points, mark="- "):
    return "\n\n".join(
        [
            *HEAD,
            *(
                "\n\n".join([label, "\n".join(mark + each for each in below)])
                for label, below in zip(LABELS, points, strict=True)
            ),
        ]
    )


@every_script
def test_text(script, data):
    points = data.draw(forms(SCRIPTS[script]))
    end = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    coded = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    text = data.draw(st.sampled_from(["", "\n", "\n\n"])) + as_text(
        points, data.draw(st.sampled_from(["- ", "• ", "  * ", "\t- "]))
    )
    document, found = placed(text.replace("\n", end).encode(coded), "x.txt")
    spans_hold(document, found)
    lines = text.split("\n")
    for pointer, words, place in found:
        assert place.column is not None, (pointer, words)
        assert lines[place.line - 1][place.column - 1 :].startswith(words)


@every_script
def test_wrapped_text(script, data):
    points = data.draw(forms(SCRIPTS[script]))
    lines = [
        piece
        for line in as_text(points).split("\n")
        for piece in textwrap.wrap(
            line, 72, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
        )
        or [""]
    ]
    document, found = placed("\n".join(lines).encode(), "x.txt")
    spans_hold(document, found)
    for _, words, place in found:
        first = words.split()[0]
        assert lines[place.line - 1].find(first) >= 0
        if place.column is not None:
            assert lines[place.line - 1][place.column - 1 :].startswith(first)


@every_script
def test_word(script, data):
    points = data.draw(forms(SCRIPTS[script]))
    bullets = lists(level(0, "bullet", "\uf0b7"))
    rows, paragraphs, body = [], list(HEAD), "".join(map(p, HEAD))
    in_table = data.draw(st.booleans())
    for label, below in zip(LABELS, points, strict=True):
        answers = "".join(p(*_runs(each), properties=num()) for each in below)
        rows += [tr(tc(p(r(label, "<w:b/>")))), tr(tc(answers))]
        body += "" if in_table else p(r(label, "<w:b/>")) + answers
        paragraphs += [label, *below]
    body += tbl(*rows) if in_table else ""
    document, found = placed(word(body, parts={"numbering": bullets}), "x.docx")
    spans_hold(document, found)
    for pointer, words, place in found:
        if place.table:
            question, number = _asked(pointer)
            assert (place.row, words) == (2 * question + 2, " ".join(points[question][number].split()))
        else:
            assert words in paragraphs[place.paragraph - 1]


def _runs(text):
    """A text cut into runs, even between a letter and its accent."""
    return [r(text[start : start + 3]) for start in range(0, len(text), 3)]


def _asked(pointer):
    """The place of the question in the form and of the point under it, from 0."""
    field, _, number = pointer.rpartition("/")
    return [leaf.pointer for leaf in TEMPLATE.leaves()].index(field), int(number)


@every_script
def test_pdf(script, data):
    points = [[" ".join(each.split()[:9]) for each in below] for below in data.draw(forms(SCRIPTS[script]))]
    lines, asked = [piece for line in HEAD for piece in (line, "")], []
    for label, below in zip(LABELS, points, strict=True):
        lines += [label, ""]
        asked.append(len(lines))
        lines += [*(f"• {each}" for each in below), ""]
    document, found = placed(_printed(lines), "x.pdf")
    spans_hold(document, found)
    for pointer, words, place in found:
        left, top, right, bottom = place.box
        assert (place.page, left < right, top < bottom) == (1, True, True)
        if re.search(r"/\d+$", pointer):
            question, number = _asked(pointer)
            line = asked[question] + number
        else:
            line = next(number for number, line in enumerate(lines) if words in line)
        assert top - 3 <= 40 + 13 * line <= bottom + 3


COLLECTION = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
SIZES = "/Ascent 700/Descent -200/CapHeight 600/ItalicAngle 0/StemV 80"


def _printed(lines):
    """A PDF of these lines, each letter with a code of its own."""
    letters = sorted(set("".join(lines)))
    codes = {letter: f"{code:04x}" for code, letter in enumerate(letters, 1)}
    pairs = [f"<{code}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items()]
    blocks = "".join(
        f"{len(pairs[start : start + 90])} beginbfchar\n"
        + "\n".join(pairs[start : start + 90])
        + "\nendbfchar\n"
        for start in range(0, len(pairs), 90)
    )
    named = f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n{blocks}endcmap end"
    shown = "".join(
        f"BT /R 9 Tf 1 0 0 1 50 {1_400 - 40 - 13 * number} Tm <{''.join(codes[letter] for letter in line)}> Tj ET\n"
        for number, line in enumerate(lines)
        if line
    )
    return pdf(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 1400]/Contents 5 0 R/Resources<</Font<</R 4 0 R>>>>>>",
            "<</Type/Font/Subtype/Type0/BaseFont/Courier/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
            stream(shown),
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/Courier{COLLECTION}/DW 600/FontDescriptor 8 0 R>>",
            stream(named),
            f"<</Type/FontDescriptor/FontName/Courier/Flags 33/FontBBox[0 -200 600 800]{SIZES}>>",
        ]
    )
