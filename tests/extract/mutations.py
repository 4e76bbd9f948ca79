"""What people, programs and machines do to a form on its way: functions from a filled form to a file."""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from filled import Filled, Question

from readers.docx_build import level, lists, num, p, r, sdt, tbl, tc, tr, word

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True)
class Mutation:
    """What is done to a form: to its wording, and then on its way to bytes; `suffix` is that of the file."""

    name: str
    write: Callable[[Filled], bytes]
    suffix: str = ".txt"
    change: Callable[[Filled], Filled] = lambda form: form
    forms: tuple[str, ...] = ("gfmd-roundtable-2018", "gfmd-csd-2018")
    wrong: str = ""


# Text -----------------------------------------------------------------------------------------


def lines(
    form: Filled, *, mark: str = "- ", gap: str = "", head: str = ": ", runin: bool = False
) -> Iterator[str]:
    """The form as lines of text, one for each paragraph."""
    yield from form.title
    yield gap
    for label, value in form.head:
        yield f"{label}{head}{value}"
    yield gap
    for heading, below in form.sections:
        if heading:
            yield heading
            yield gap
        for question in below:
            said = list(answers(question))
            label = f"{question.number} {question.label}".strip()
            if runin and len(said) == 1:
                yield f"{label}: {said[0]}"
            else:
                yield label
                yield gap
                yield from (
                    f"{mark.format(n=number, a='abcdefgh'[number - 1])}{text}"
                    for number, text in enumerate(said, 1)
                )
            yield gap


def answers(question: Question) -> Iterator[str]:
    """The points as they are written; a quotation has its speaker behind a dash."""
    for index, text in enumerate(question.points):
        yield f"{text} – {question.speakers[index]}" if question.speakers else text


def text(form: Filled, **how: object) -> str:
    """The form as one text with an empty line between its parts."""
    joined = "\n".join(line for line in lines(form, **how))
    return re.sub(r"\n{3,}", "\n\n", joined).strip() + "\n"


def plain(form: Filled) -> bytes:
    return text(form).encode()


def texts(change: Callable[[str], str], **how: object) -> Callable[[Filled], bytes]:
    """A writer that changes the text of the whole form."""
    return lambda form: change(text(form, **how)).encode()


def coded(encoding: str, end: str = "\n", mark: bytes = b"") -> Callable[[Filled], bytes]:
    """A writer in another encoding."""
    return lambda form: mark + text(form).replace("\n", end).encode(encoding)


def wrapped(width: int, *, hang: str = "  ", hyphens: bool = False) -> Callable[[str], str]:
    """Lines broken at a width; further lines of items are set in, or not."""

    def wrap(said: str) -> str:
        return "\n".join(
            piece
            for line in said.split("\n")
            for piece in (
                textwrap.wrap(
                    line,
                    width,
                    subsequent_indent=hang if line.startswith("- ") else "",
                    break_on_hyphens=hyphens,
                )
                or [""]
            )
        )

    return wrap


def broken(said: str) -> str:
    """Lines broken at 72, with long words divided at their ends."""
    out = []
    for line in said.split("\n"):
        words, current = line.split(" "), ""
        for token in words:
            if current and len(current) + 1 + len(token) > 72:
                room = 72 - len(current) - 2
                if (
                    len(token) > 9
                    and token.isalpha()
                    and token.islower()
                    and room >= 4
                    and len(token) - room >= 4
                ):
                    out.append(f"{current} {token[:room]}-")
                    current = token[room:]
                else:
                    out.append(current)
                    current = token
            else:
                current = f"{current} {token}" if current else token
        out.append(current)
    return "\n".join(out)


def quoted(said: str) -> str:
    return "".join(f"> {line}\n" if line else ">\n" for line in wrapped(70)(said).split("\n"))


def mailed(said: str) -> str:
    return (
        "From: Ana Exemplo <ana@example.org>\nTo: secretariat@example.org\nSubject: report\n\nDear colleagues,\n\n"
        f"{said}\nBest regards,\nAna\n"
    )


def paged(said: str) -> str:
    """A running line and a page number after every 12 paragraphs."""
    parts = said.split("\n\n")
    pages = ["\n\n".join(parts[start : start + 12]) for start in range(0, len(parts), 12)]
    return "".join(f"{page}\n\n{number}\n\n" for number, page in enumerate(pages, 1))


def spaced(said: str) -> str:
    return "".join(f"{line}   \t\n" for line in said.split("\n"))


def wide(said: str) -> str:
    """Labels typed with full-width figures, as Asian keyboards have them."""
    return re.sub(r"(?m)^(\d)\. ", lambda found: f"{chr(ord(found[1]) + 0xFEE0)}. ", said)


def marked_down(form: Filled) -> bytes:
    out = [f"# {form.title[0]}", *form.title[1:], ""]
    out += [f"**{label}:** {value}\n" for label, value in form.head]
    for heading, below in form.sections:
        out += [f"## {heading}", ""] if heading else []
        for question in below:
            out += [f"### {question.number} {question.label}".replace("  ", " "), ""]
            out += [*(f"* {said}" for said in answers(question)), ""]
    return "\n".join(out).encode()


def tagged(form: Filled) -> bytes:
    """Text out of a web form: tags and entities in the answers."""
    out = [*form.title, "", *(f"{label}: {value}" for label, value in form.head), ""]
    for heading, below in form.sections:
        out += [heading, ""] if heading else []
        for question in below:
            items = "".join(f"<li>{html.escape(said)}</li>" for said in answers(question))
            out += [f"{question.number} {question.label}".strip(), "", f"<ul>{items}</ul>", ""]
    return "\n".join(out).encode()


def page(form: Filled) -> bytes:
    """A web page."""
    out = [f"<h1>{form.title[0]}</h1>", *(f"<p>{line}</p>" for line in form.title[1:])]
    rows = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in form.head)
    out.append(f"<table>{rows}</table>")
    for heading, below in form.sections:
        out += [f"<h2>{heading}</h2>"] if heading else []
        for question in below:
            items = "".join(f"<li>{html.escape(said)}</li>" for said in answers(question))
            out.append(f"<h3>{question.number} {html.escape(question.label)}</h3><ul>{items}</ul>")
    return f"<!doctype html><html><body>{''.join(out)}</body></html>".encode("ascii", "xmlcharrefreplace")


def mime(form: Filled) -> bytes:
    import quopri

    body = quopri.encodestring(text(form).encode()).replace(b"\n", b"\r\n")
    return (
        b"From: Ana Exemplo <ana@example.org>\r\nSubject: Report\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + body
    )


# Word -----------------------------------------------------------------------------------------

BULLETS = lists(level(0, "bullet", "\uf0b7"))
LABELS = (
    '<w:abstractNum w:abstractNumId="4">' + level(0, "decimal", "%1.") + "</w:abstractNum>"
    '<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>'
)


def _label(question: Question) -> str:
    return f"{question.number} {question.label}".strip()


def _points(question: Question, **how: str) -> str:
    properties = how.get("properties", num())
    return "".join(p(said, properties=properties) for said in answers(question)) or p()


def word_form(
    label: Callable[[Question], str],
    layout: str = "paragraphs",
    *,
    points: Callable[[Question], str] = _points,
) -> Callable[[Filled], bytes]:
    """A writer of a Word file; `layout` says where labels and answers stand."""

    def write(form: Filled) -> bytes:
        body = "".join(p(line) for line in form.title)
        body += "".join(p(f"{name}: {value}") for name, value in form.head)
        rows = []
        for heading, below in form.sections:
            if heading:
                rows.append(tr(tc(p(r(heading, "<w:b/>")))))
            for question in below:
                asked, said = label(question), points(question)
                if layout == "rows":
                    rows += [tr(tc(asked)), tr(tc(said))]
                elif layout == "cell":
                    rows.append(tr(tc(asked + said)))
                elif layout == "columns":
                    rows.append(tr(tc(asked), tc(said)))
                else:
                    rows.append(asked + said)
        body += "".join(rows) if layout == "paragraphs" else tbl(*rows)
        return word(body, parts={"numbering": BULLETS + LABELS})

    return write


def bold(question: Question) -> str:
    return p(r(_label(question), "<w:b/>"))


def usual(question: Question) -> str:
    return p(_label(question))


def heading(question: Question) -> str:
    return p(_label(question), properties='<w:outlineLvl w:val="1"/>')


def automatic(question: Question) -> str:
    return p(r(question.label, "<w:b/>"), properties=num(4)) if question.number else bold(question)


def controlled(question: Question) -> str:
    return sdt(_points(question))


def typed(question: Question) -> str:
    return "".join(p(f"• {said}") for said in answers(question))


# Wording --------------------------------------------------------------------------------------


def renumbered(style: str) -> Callable[[Filled], Filled]:
    """Other numbers: "{r}" is roman, "{a}" a letter, "{n}" the figure."""

    def change(form: Filled) -> Filled:
        def one(question: Question, _: int) -> Question:
            if not question.number:
                return question
            count = int(question.number.strip("."))
            number = style.format(
                n=count, r=ROMAN[count - 1], a="ABCDEFGHIJ"[count - 1], l="abcdefghij"[count - 1]
            )
            return replace(question, number=number)

        return form.relabelled(one)

    return change


def reworded(change: Callable[[str], str]) -> Callable[[Filled], Filled]:
    """Labels changed letter by letter."""
    return lambda form: form.relabelled(lambda question, _: replace(question, label=change(question.label)))


def aliased(which: int) -> Callable[[Filled], Filled]:
    """Labels in another of the wordings that the form knows for them."""

    def change(form: Filled) -> Filled:
        def one(question: Question, _: int) -> Question:
            known = dict(question.field.aliases.by_language).get("en", ())
            return replace(question, label=known[which % len(known)]) if known else question

        return form.relabelled(one)

    return change


def translated(language: str) -> Callable[[Filled], Filled]:
    def change(form: Filled) -> Filled:
        head = []
        for name, value in form.head:
            field = next(field for field in form.template.header if field.labels.first() == name)
            head.append((field.labels.first(language), value))
        other = form.relabelled(
            lambda question, _: replace(question, label=question.field.labels.first(language, question.label))
        )
        return replace(other, head=tuple(head))

    return change


def mistyped(label: str) -> str:
    """Two letters in the middle of the longest word change places."""
    longest = max(re.findall(r"[^\W\d_]+", label), key=len)
    middle = len(longest) // 2
    swapped = longest[: middle - 1] + longest[middle] + longest[middle - 1] + longest[middle + 1 :]
    return label.replace(longest, swapped, 1)


def dropped(label: str) -> str:
    """One letter of the longest word is missing."""
    longest = max(re.findall(r"[^\W\d_]+", label), key=len)
    return label.replace(longest, longest[:3] + longest[4:], 1)


def guided(form: Filled) -> Filled:
    """Labels with the form's own guidance behind them."""

    def one(question: Question, _: int) -> Question:
        guidance = question.field.guidance.first()
        return replace(question, label=f"{question.label}: {guidance}" if guidance else question.label)

    return form.relabelled(one)


def swapped(form: Filled) -> Filled:
    """The second question of each section stands before the first, with its number."""
    if any(heading for heading, _ in form.sections):
        return replace(
            form, sections=tuple((heading, (b, a, *rest)) for heading, (a, b, *rest) in form.sections)
        )
    first, second, *rest = form.sections
    return replace(form, sections=(second, first, *rest))


def reversed_head(form: Filled) -> Filled:
    return replace(form, head=tuple(reversed(form.head)))


def without_number(form: Filled) -> Filled:
    return form.relabelled(lambda question, _: replace(question, number=""))


MUTATIONS = (
    # Layout
    Mutation("as it was sent out", plain),
    Mutation("label and answer on one line", lambda form: text(form, runin=True).encode()),
    Mutation("an empty line between all lines", texts(lambda said: said.replace("\n", "\n\n"))),
    Mutation("three empty lines between all parts", texts(lambda said: said.replace("\n\n", "\n\n\n\n"))),
    Mutation("no empty lines", texts(lambda said: re.sub(r"\n+", "\n", said))),
    Mutation("header cells parted by tabs", texts(str, head=":\t")),
    Mutation("answers set in", texts(lambda said: re.sub(r"(?m)^- ", "    - ", said))),
    Mutation("all lines set in", texts(lambda said: re.sub(r"(?m)^(?=.)", "      ", said))),
    Mutation("Word, bold labels", word_form(bold), ".docx"),
    Mutation("Word, plain labels", word_form(usual), ".docx"),
    Mutation("Word, labels as headings", word_form(heading), ".docx"),
    Mutation("Word, labels numbered by Word", word_form(automatic), ".docx"),
    Mutation("Word, a row for each label and each answer", word_form(bold, "rows"), ".docx"),
    Mutation("Word, label and answer in one cell", word_form(bold, "cell"), ".docx"),
    Mutation("Word, two columns", word_form(bold, "columns"), ".docx"),
    Mutation("Word, answers in content controls", word_form(bold, points=controlled), ".docx"),
    Mutation("Word, bullets typed by hand", word_form(bold, points=typed), ".docx"),
    # Numbering
    Mutation("roman numbers", plain, change=renumbered("{r}.")),
    Mutation("letters", plain, change=renumbered("{a}.")),
    Mutation("small letters in brackets", plain, change=renumbered("{l})")),
    Mutation("1)", plain, change=renumbered("{n})")),
    Mutation("(1)", plain, change=renumbered("({n})")),
    Mutation("Q1:", plain, change=renumbered("Q{n}:")),
    Mutation("Question 1.", plain, change=renumbered("Question {n}.")),
    Mutation("no numbers", plain, change=without_number),
    Mutation("numbered points", texts(str, mark="{n}. ")),
    Mutation("lettered points", texts(str, mark="{a}) ")),
    # Wording
    *(Mutation(f"other wording {number}", plain, change=aliased(number)) for number in (0, 3, 7, 11)),
    Mutation("capital labels", plain, change=reworded(str.upper)),
    Mutation("small labels", plain, change=reworded(str.lower)),
    Mutation("labels end in a colon", plain, change=reworded("{}:".format)),
    Mutation(
        "labels without punctuation",
        plain,
        change=reworded(lambda label: re.sub(r"[/,;:?’'()-]+", " ", label)),
    ),
    Mutation("two letters of each label swapped", plain, change=reworded(mistyped)),
    Mutation("a letter of each label missing", plain, change=reworded(dropped)),
    Mutation("French labels", plain, change=translated("fr")),
    Mutation("Spanish labels", plain, change=translated("es")),
    Mutation("labels with guidance", plain, change=guided),
    # Order
    Mutation("two questions swapped", plain, change=swapped),
    Mutation("header lines swapped", plain, change=reversed_head),
    Mutation(
        "title below the header",
        lambda form: (
            text(replace(form, title=())).replace("\n\n", "\n" + "\n".join(form.title) + "\n\n", 1).encode()
        ),
    ),
    # Encoding
    Mutation("UTF-8 with a mark, CRLF", coded("utf-8-sig", "\r\n")),
    Mutation("UTF-16 with a mark", coded("utf-16-le", "\r\n", b"\xff\xfe")),
    Mutation("UTF-16 without a mark", coded("utf-16-be")),
    Mutation("Windows-1252", coded("cp1252", "\r\n")),
    Mutation("MacRoman, CR", coded("mac_roman", "\r")),
    Mutation("accents as signs of their own", texts(lambda said: unicodedata.normalize("NFD", said))),
    Mutation("no-break spaces", texts(lambda said: re.sub(r"(?<=[\w.]) (?=\w)", "\u00a0", said))),
    Mutation("straight quotes", texts(lambda said: said.replace("’", "'"))),
    Mutation("full-width figures", texts(wide)),
    Mutation("zero-width signs", texts(lambda said: said.replace(" ", "\u200b ").replace("1", "\ufeff1"))),
    # Noise
    Mutation("quoted in a mail", texts(quoted)),
    Mutation("sent as a mail", texts(mailed)),
    Mutation("a mail as a file", mime, ".eml"),
    *(Mutation(f"wrapped at {width}", texts(wrapped(width))) for width in (60, 72, 80, 100)),
    Mutation("wrapped at 76, items flush", texts(wrapped(76, hang=""))),
    Mutation("words divided at line ends", texts(broken)),
    Mutation("bullets misread as e", texts(str, mark="e ")),
    Mutation("bullets misread as ¢", texts(str, mark="¢ ")),
    Mutation("bullets as dots", texts(str, mark="•\t")),
    Mutation("bullets glued to words", texts(str, mark="•")),
    Mutation("page numbers between", texts(paged)),
    Mutation("form feeds between", texts(lambda said: said.replace("\n\n", "\n\f\n"))),
    Mutation("spaces at line ends", texts(spaced)),
    Mutation(
        "entities",
        texts(lambda said: said.replace("é", "&eacute;").replace("’", "&rsquo;").replace("–", "&#8211;")),
    ),
    Mutation("inline HTML", tagged),
    Mutation("Markdown", marked_down, ".md"),
    Mutation("a web page", page, ".html"),
)
