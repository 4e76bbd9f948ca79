"""Word: content controls, form fields, and what stands in wrappers."""

from __future__ import annotations

from corpus.traits.packing import restored, stored, unpacked
from corpus.traits.trait import Trait, para, row
from readers.docx_build import box, field, p, r, sdt, style, tbl, tc, tr, word

GREY = '<w:rStyle w:val="PlaceholderText"/>'
PROMPT = "<w:showingPlcHdr/>"
STYLES = style("PlaceholderText", '<w:rPr><w:color w:val="808080"/></w:rPr>', name="Placeholder Text")


def _word(body: str, **parts: str) -> bytes:
    return restored(word(body + "<w:sectPr/>", parts=dict(parts)))


def _controls_around_paragraphs() -> bytes:
    inside = p("First paragraph of the ", r("answer", "<w:b/>"), ".") + p("Second paragraph.")
    return _word(
        p("2. Challenges", properties="<w:keepNext/>")
        + sdt(inside, '<w:alias w:val="Challenges"/><w:tag w:val="q2"/><w:id w:val="-1"/>')
        + p("3. Good practices")
    )


def _controls_in_a_line() -> bytes:
    name = sdt(r("Ana ") + "<w:proofErr w:type='spellStart'/>" + r("Exemplo"), "<w:text/>")
    day = sdt(r("6 December 2018"), '<w:date w:fullDate="2018-12-06T00:00:00Z"/>')
    choice = sdt(
        r("Working session"),
        '<w:dropDownList><w:listItem w:value="ws"/><w:listItem w:value="rt"/></w:dropDownList>',
    )
    return _word(p("Rapporteur: ", name, ", on ", day) + p("Kind of session: ", choice))


def _controls_around_rows() -> bytes:
    rows = "".join(
        sdt(tr(str(number), said), "<w15:repeatingSectionItem/>")
        for number, said in ((1, "A library card for newcomers"), (2, "Evening hours"))
    )
    return _word(tbl(tr("No.", "Practice"), sdt(rows, "<w15:repeatingSection/>"), tr("", "End of list")))


def _controls_around_cells() -> bytes:
    return _word(
        tbl(
            tr("Session", sdt(tc("Round Table 9.9"))), tr(sdt(tc("Chair")), sdt(tc(p(sdt(r("Ján Príklad"))))))
        )
    )


def _prompts() -> bytes:
    prompt = r("Click or tap here to enter text.", GREY)
    return _word(
        p("Name of Rapporteur: ", sdt(prompt, PROMPT + "<w:text/>"))
        + tbl(tr("Challenges", sdt(tc(p(prompt)), PROMPT)), tr("Quotes", tc(p(sdt(r("None were given."))))))
        + sdt(p(r("Choose an item.", GREY)), PROMPT),
        styles=STYLES,
    )


def _box(state: int, sign: str) -> str:
    return sdt(r(sign), f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>')


def _new_boxes() -> bytes:
    return _word(
        p(_box(1, "☒"), " Quoted with approval")
        + p(_box(0, "☐"), " Chatham House Rule")
        + p("Sent: ", _box(1, "✔"))
    )


def _old_fields() -> bytes:
    def tick(state: str) -> str:
        data = f"<w:ffData><w:enabled/><w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData>"
        return field(" FORMCHECKBOX ", "", data)

    typed = field(" FORMTEXT ", "Ana Exemplo", "<w:ffData><w:textInput/></w:ffData>")
    empty = field(" FORMTEXT ", "\u2002\u2002\u2002\u2002\u2002", "<w:ffData><w:textInput/></w:ffData>")
    days = "".join(f'<w:listEntry w:val="{day}"/>' for day in ("Monday", "Tuesday", "Friday"))
    choice = field(
        " FORMDROPDOWN ", "", f'<w:ffData><w:ddList><w:result w:val="2"/>{days}</w:ddList></w:ffData>'
    )
    return _word(
        p("Rapporteur: ", typed)
        + p("Affiliation: ", empty)
        + p("Day: ", choice)
        + p(
            tick('<w:default w:val="1"/>'),
            " morning ",
            tick('<w:default w:val="1"/><w:checked w:val="0"/>'),
            " evening",
        )
    )


def _alternate_content() -> bytes:
    run = (
        f'<mc:AlternateContent><mc:Choice Requires="w14">{r("new drawing of the words")}</mc:Choice>'
        f"<mc:Fallback>{r('old drawing of the words')}</mc:Fallback></mc:AlternateContent>"
    )
    return _word(p("Once: ", run, "."))


def _text_box() -> bytes:
    said = box(p("Women in transit") + p("Second line in the box"))
    return _word(p("Theme of the session", said) + p("After the box."))


def _shape() -> bytes:
    shape = (
        "<w:r><w:drawing><wps:wsp><wps:txbx><w:txbxContent>"
        + p("Words in a ", r("shape", "<w:b/>"))
        + "</w:txbxContent>"
        "</wps:txbx></wps:wsp></w:drawing></w:r>"
    )
    art = '<w:r><w:pict><v:shape><v:textpath string="Draft report"/></v:shape></w:pict></w:r>'
    return _word(p("Above", shape) + p("Below", art))


def _fields() -> bytes:
    contents = (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r>'
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "Challenges\t2")
        + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    )  # fmt: skip
    condition = field(" IF 1 = 1 ", "Shown")
    simple = '<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Ana Exemplo</w:t></w:r></w:fldSimple>'
    return _word(
        contents + p("See page ", field(" PAGEREF _Ref1 \\h ", "7"), ", written by ", simple, ". ", condition)
    )


def _hyperlinks() -> bytes:
    old = field(' HYPERLINK "https://example.org/old" ', "the older one")
    body = p(
        "Read ", f'<w:hyperlink r:id="rId7">{r("the toolkit", "<w:u/>")}</w:hyperlink>', " and ", old, "."
    )
    data = word(body, targets={"rId7": "hyperlink https://example.org/toolkit"})
    marked = b'Target="https://example.org/toolkit"'
    members = unpacked(data)
    return stored(
        {name: inside.replace(marked, marked + b' TargetMode="External"') for name, inside in members.items()}
    )


TRAITS = (
    Trait(
        "control-block.docx",
        "An answer of two paragraphs stands in a content control.",
        _controls_around_paragraphs,
        {
            "blocks": [
                para("2. Challenges", paragraph=1),
                para("First paragraph of the answer.", paragraph=2),
                para("Second paragraph.", paragraph=3),
                para("3. Good practices", paragraph=4),
            ]
        },
    ),
    Trait(
        "control-inline.docx",
        "A name, a date and a choice stand in content controls inside their lines.",
        _controls_in_a_line,
        {
            "blocks": [
                para("Rapporteur: Ana Exemplo, on 6 December 2018"),
                para("Kind of session: Working session"),
            ]
        },
    ),
    Trait(
        "control-row.docx",
        "Rows of a table stand in a repeating section; the last row has an empty first cell.",
        _controls_around_rows,
        {
            "blocks": [
                *row(1, 1, "No.", "Practice"),
                *row(1, 2, "1", "A library card for newcomers"),
                *row(1, 3, "2", "Evening hours"),
                *row(1, 4, "", "End of list"),
            ]
        },
    ),
    Trait(
        "control-cell.docx",
        "Cells of a table stand in content controls, one of them in two.",
        _controls_around_cells,
        {"blocks": [*row(1, 1, "Session", "Round Table 9.9"), *row(1, 2, "Chair", "Ján Príklad")]},
    ),
    Trait(
        "control-placeholder.docx",
        "Three controls were never filled in: they show their grey prompts. One was.",
        _prompts,
        {
            "blocks": [
                para("Name of Rapporteur:"),
                *row(1, 1, "Challenges", ""),
                *row(1, 2, "Quotes", "None were given."),
            ],
            "furniture": [],
        },
    ),
    Trait(
        "control-check-box.docx",
        "Check boxes of newer Word files: ticked, not ticked, ticked with a sign of its own.",
        _new_boxes,
        {"blocks": [para("☒ Quoted with approval"), para("☐ Chatham House Rule"), para("Sent: ☒")]},
    ),
    Trait(
        "legacy-form-fields.docx",
        "Text, choice and check boxes of older Word forms; one text field is empty.",
        _old_fields,
        {
            "blocks": [
                para("Rapporteur: Ana Exemplo"),
                para("Affiliation:"),
                para("Day: Friday"),
                para("☒ morning ☐ evening"),
            ]
        },
    ),
    Trait(
        "alternate-content.docx",
        "The same words are written twice, for newer and for older programs.",
        _alternate_content,
        {"blocks": [para("Once: new drawing of the words.")]},
    ),
    Trait(
        "text-box.docx",
        "A text box of two paragraphs, written twice as Word writes it.",
        _text_box,
        {
            "blocks": [
                para("Theme of the session", area=""),
                para("Women in transit", area="text box 1"),
                para("Second line in the box", area="text box 1"),
                para("After the box.", area=""),
            ]
        },
    ),
    Trait(
        "shapes.docx",
        "Words in a shape and words drawn as a picture.",
        _shape,
        {
            "blocks": [
                para("Above"),
                para("Words in a shape", area="text box 1"),
                para("Below"),
                para("Draft report", area="text box 2"),
            ]
        },
    ),
    Trait(
        "fields.docx",
        "A table of contents, a page reference, an author and a condition: their results, not their codes.",
        _fields,
        {"blocks": [para("Challenges\t2"), para("See page 7, written by Ana Exemplo. Shown")]},
    ),
    Trait(
        "hyperlinks.docx",
        "A link as Word writes it now, and one as a field.",
        _hyperlinks,
        {
            "blocks": [
                para(
                    "Read the toolkit and the older one.",
                    links=["https://example.org/toolkit", "https://example.org/old"],
                )
            ]
        },
    ),
)
