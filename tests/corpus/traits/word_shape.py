"""Word: tables, lists, text as it is set, and the package around it."""

from __future__ import annotations

from corpus.traits.packing import restored, stored, unpacked
from corpus.traits.trait import Trait, at, head, item, para, row
from readers.docx_build import (
    MAIN_TYPE,
    level,
    lists,
    num,
    p,
    part,
    r,
    relations,
    style,
    t,
    tbl,
    tc,
    tr,
    word,
)


def _word(body: str, **parts: str) -> bytes:
    return restored(word(body + "<w:sectPr/>", parts=dict(parts)))


def _nested_table() -> bytes:
    inner = tbl(tr("Action", "By whom"), tr("Translate", "The city"))
    return _word(
        tbl(tr("Recommendation", tc("Speak plainly.", inner, "Soon.")), tr("Quote", "“Yes.”")) + p("After.")
    )


def _merged_cells() -> bytes:
    wide = '<w:gridSpan w:val="2"/>'
    top, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    return _word(
        tbl(
            tr(tc("Heading over both columns", properties=wide)),
            tr(tc("Over two rows", properties=top), "first"),
            tr(tc(properties=below), "second"),
        )
    )


def _alt_chunk(kind: str, content: str) -> bytes:
    body = p("Before.") + '<w:altChunk r:id="rId9"/>' + p("After.")
    data = word(
        body + "<w:sectPr/>", more={f"word/chunk.{kind}": content}, targets={"rId9": f"aFChunk chunk.{kind}"}
    )
    types = {"html": "text/html", "txt": "text/plain"}
    default = f'<Default Extension="{kind}" ContentType="{types[kind]}"/><Override'
    members = unpacked(data)
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(b"<Override", default.encode(), 1)
    return stored(members)


DECIMAL = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "%3.")


def _list(*entries: tuple[int, str], list_id: int = 1) -> str:
    return "".join(p(text, properties=num(list_id, depth)) for depth, text in entries)


def _restart() -> bytes:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    return _word(
        _list((0, "One"), (1, "below one"), (0, "Two"), (1, "below two"))
        + p("Second question")
        + _list((0, "Anew"), (0, "and on"), list_id=2),
        numbering=lists(DECIMAL, more=again),
    )


def _override() -> bytes:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "Point %1:")}</w:lvlOverride>'
    return _word(_list((0, "First"), (0, "Second")), numbering=lists(DECIMAL, overrides=other))


def _list_style() -> bytes:
    sheet = style("ListNumber", f"<w:pPr>{num(1, None)}</w:pPr>", name="List Number") + style(
        "Heading2", f'<w:pPr>{num(3, None)}<w:outlineLvl w:val="1"/></w:pPr>', name="heading 2"
    )
    more = (
        f'<w:abstractNum w:abstractNumId="3">{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
    )
    body = p("Challenges", properties='<w:pStyle w:val="Heading2"/>') + "".join(
        p(text, properties='<w:pStyle w:val="ListNumber"/>') for text in ("Permits", "Housing")
    )
    return _word(body, styles=sheet, numbering=lists(DECIMAL, more=more))


def _levels() -> bytes:
    legal = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3")
    return _word(
        _list((0, "A"), (1, "B"), (2, "C"), (2, "D"), (1, "E"), (0, "F"), (1, "G")), numbering=lists(legal)
    )


def _bullets() -> bytes:
    def bullet(depth: int, sign: str, font: str) -> str:
        fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>'
        return level(depth, "bullet", sign, extra="").replace("</w:lvl>", f"{fonts}</w:lvl>")

    numbering = lists(
        bullet(0, "\uf0b7", "Symbol"), bullet(1, "o", "Courier New"), bullet(2, "\uf0a7", "Wingdings")
    )
    return _word(_list((0, "Symbol"), (1, "Courier"), (2, "Wingdings")), numbering=numbering)


def _symbols() -> bytes:
    arrow = '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    alpha = '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'
    typed = '<w:r><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>\uf0b3</w:t></w:r>'
    return _word(p("Permits ", arrow, " work") + p("Group ", alpha) + p("Rate ", typed, " 5"))


def _soft_breaks() -> bytes:
    return _word(
        p("First line", "<w:r><w:br/></w:r>", "second line", '<w:r><w:br w:type="page"/></w:r>', "third line")
        + p("part", "<w:r><w:softHyphen/></w:r>", "ner", "<w:r><w:noBreakHyphen/></w:r>", "ship")
        + p("left", "<w:r><w:tab/></w:r>", "right")
    )


def _strict() -> bytes:
    body = (
        p("Challenges", properties='<w:outlineLvl w:val="0"/>')
        + p("A point", properties=num())
        + tbl(tr("a", "b"))
    )
    members = unpacked(word(body, parts={"numbering": lists(DECIMAL)}))
    spaces = (
        (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
            b"http://purl.oclc.org/ooxml/wordprocessingml/",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/",
            b"http://purl.oclc.org/ooxml/officeDocument/",
        ),
    )
    for old, new in spaces:
        members = {name: inside.replace(old, new) for name, inside in members.items()}
    return stored(members)


def _renamed() -> bytes:
    inside = part("document", f"<w:body>{p('A numbered point', properties=num())}<w:sectPr/></w:body>")
    return stored(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/docs/main7.xml" ContentType="{MAIN_TYPE}"/></Types>',
            "_rels/.rels": relations({"rId1": "officeDocument docs/main7.xml"}),
            "docs/main7.xml": inside,
            "docs/_rels/main7.xml.rels": relations({"rId1": "numbering ../lists/numbers.xml"}),
            "lists/numbers.xml": part("numbering", lists(DECIMAL)),
        }
    )


def _typed(kind: str) -> bytes:
    return restored(word(p("2. Challenges") + p("Read like any other."), content_type=kind))


def _right_to_left() -> bytes:
    runs = "".join(f"<w:r><w:rPr><w:rtl/></w:rPr>{t(text)}</w:r>" for text in ("التحديات ", "الرئيسية"))
    mixed = f"<w:r><w:rPr><w:rtl/></w:rPr>{t('اتفاق ')}</w:r>{r('GCM 2018')}"
    return _word(f"<w:p><w:pPr><w:bidi/></w:pPr>{runs}</w:p><w:p><w:pPr><w:bidi/></w:pPr>{mixed}</w:p>")


def _emphasis() -> bytes:
    label = r("Rapporteur:", "<w:b/>")
    return _word(
        p(label, " Ana Exemplo")
        + p(r("A line ", "<w:b/>"), r("all in bold", "<w:b/>"))
        + p("In the middle", properties='<w:jc w:val="center"/>')
        + p()
        + p("Below an empty line", r("2", '<w:vertAlign w:val="superscript"/>'))
    )


def _form() -> bytes:
    return _word(
        p(r("Reporting Template", "<w:b/>"), properties='<w:jc w:val="center"/>')
        + tbl(
            tr("Name of Rapporteur:", "Ana Exemplo, Université d’Exemple"),
            tr("Roundtable session:", "Round Table 9.9 Cafés without borders"),
        )
        + p(r("1. Summary/Main discussion points", "<w:b/>"))
        + p("A café is often the first “office”.", properties=num())
        + p("It costs 20 € a month.", properties=num())
        + p(r("2. Challenges", "<w:b/>"))
        + p("Opening hours.", properties=num())
        + p(r("3. Opportunities / good practices / innovations for the way forward", "<w:b/>"))
        + p("N/A")
        + p(r("6. Inspiring quotes", "<w:b/>"))
        + p("“Here nobody asks.” – anonymous"),
        numbering=lists(level(0, "bullet", "\uf0b7")),
    )


def _points(*texts: str) -> list[dict[str, str]]:
    return [{"text": text} for text in texts]


TRAITS = (
    Trait(
        "nested-table.docx",
        "A table stands in a cell, between two paragraphs.",
        _nested_table,
        {
            "blocks": [
                *at(1, 1, 1, para("Recommendation")),
                *at(1, 1, 2, para("Speak plainly.")),
                *row(2, 1, "Action", "By whom"),
                *row(2, 2, "Translate", "The city"),
                *at(1, 1, 2, para("Soon.")),
                *row(1, 2, "Quote", "“Yes.”"),
                para("After."),
            ]
        },
    ),
    Trait(
        "merged-cells.docx",
        "One cell reaches over two columns, another over two rows.",
        _merged_cells,
        {
            "blocks": [
                *row(1, 1, "Heading over both columns"),
                *row(1, 2, "Over two rows", "first"),
                *row(1, 3, "", "second"),
            ]
        },
    ),
    Trait(
        "alt-chunk-html.docx",
        "A web page was embedded whole.",
        lambda: _alt_chunk(
            "html", "<html><body><p>Caf&eacute; <b>hours</b></p><ul><li>evening</li></ul></body></html>"
        ),
        {"blocks": [para("Before."), para("Café hours"), item("•", 1, "evening"), para("After.")]},
    ),
    Trait(
        "alt-chunk-text.docx",
        "A plain text was embedded whole.",
        lambda: _alt_chunk("txt", "First paragraph.\r\n\r\n- a bullet\r\n"),
        {"blocks": [para("Before."), para("First paragraph."), para("- a bullet"), para("After.")]},
    ),
    Trait(
        "numbering-restart.docx",
        "A numbered list starts anew under the second question, and its second level under each number.",
        _restart,
        {
            "blocks": [
                item("1.", 1, "One"),
                item("a)", 2, "below one"),
                item("2.", 1, "Two"),
                item("a)", 2, "below two"),
                para("Second question"),
                item("1.", 1, "Anew"),
                item("2.", 1, "and on"),
            ]
        },
    ),
    Trait(
        "numbering-override.docx",
        "A list has a level of its own in the place of the one it shares.",
        _override,
        {"blocks": [item("Point I:", 1, "First"), item("Point II:", 1, "Second")]},
    ),
    Trait(
        "numbering-style.docx",
        "The styles of a heading and of paragraphs bring their numbers.",
        _list_style,
        {
            "blocks": [
                head(2, "Challenges", marker="1."),
                item("1.", 1, "Permits"),
                item("2.", 1, "Housing"),
            ]
        },
    ),
    Trait(
        "numbering-levels.docx",
        "Numbers of three levels repeat those above them.",
        _levels,
        {
            "blocks": [
                item("1.", 1, "A"),
                item("1.1", 2, "B"),
                item("1.1.1", 3, "C"),
                item("1.1.2", 3, "D"),
                item("1.2", 2, "E"),
                item("2.", 1, "F"),
                item("2.1", 2, "G"),
            ]
        },
    ),
    Trait(
        "symbol-bullets.docx",
        "Bullets of Symbol, Courier New and Wingdings on three levels.",
        _bullets,
        {"blocks": [item("•", 1, "Symbol"), item("•", 2, "Courier"), item("•", 3, "Wingdings")]},
    ),
    Trait(
        "symbol-letters.docx",
        "Signs of Wingdings and Symbol stand in the text.",
        _symbols,
        {"blocks": [para("Permits → work"), para("Group α"), para("Rate ≥ 5")]},
    ),
    Trait(
        "soft-breaks.docx",
        "Line breaks, a page break, soft and hard hyphens and a tab stand inside paragraphs.",
        _soft_breaks,
        {"blocks": [para("First line\nsecond line\nthird line"), para("partner-ship"), para("left\tright")]},
    ),
    Trait(
        "strict.docx",
        "The strict form of the standard, with names of its own for everything.",
        _strict,
        {"blocks": [head(1, "Challenges"), item("1.", 1, "A point"), *row(1, 1, "a", "b")]},
    ),
    Trait(
        "renamed-parts.docx",
        "The main part and the lists have other names and folders than Word gives them.",
        _renamed,
        {"blocks": [item("1.", 1, "A numbered point")]},
    ),
    Trait(
        "macros.docm",
        "A Word file that may hold macros.",
        lambda: _typed("application/vnd.ms-word.document.macroEnabled.main+xml"),
        {"blocks": [para("2. Challenges"), para("Read like any other.")]},
    ),
    Trait(
        "template.dotx",
        "A Word template.",
        lambda: _typed(MAIN_TYPE.replace("document.main", "template.main")),
        {"blocks": [para("2. Challenges"), para("Read like any other.")]},
    ),
    Trait(
        "right-to-left.docx",
        "Arabic set from right to left, once with Latin letters in it.",
        _right_to_left,
        {"blocks": [para("التحديات الرئيسية"), para("اتفاق GCM 2018")]},
    ),
    Trait(
        "emphasis.docx",
        "A bold label, a bold line, a centred line, an empty one, a raised figure.",
        _emphasis,
        {
            "blocks": [
                para("Rapporteur: Ana Exemplo", lead=11),
                para("A line all in bold", lead=18),
                para("In the middle", centred=True),
                para("Below an empty line2", blank_before=True),
            ]
        },
    ),
    Trait(
        "form.docx",
        "A short roundtable form, filled in: header in a table, bullets, a question answered with N/A.",
        _form,
        {
            "template": "gfmd-roundtable-2018",
            "fields": {
                "session": {"number": "9.9", "title": "Cafés without borders"},
                "rapporteurs": [{"name": "Ana Exemplo", "affiliation": "Université d’Exemple"}],
                "discussion_points": _points("A café is often the first “office”.", "It costs 20 € a month."),
                "challenges": _points("Opening hours."),
                "good_practices": [],
                "gcm_relevance": [],
                "agenda_2030": [],
                "quotes": [{"text": "“Here nobody asks.”", "speaker": "anonymous"}],
            },
        },
    ),
)
