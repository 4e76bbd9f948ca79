"""Plain text and Markdown: encodings, line ends, and what mail programs, converters and scanners leave."""

from __future__ import annotations

from corpus.traits.trait import Expected, Trait, head, item, para, row

FRENCH = (
    "Défis : « L’accès des migrants à la santé »\n"
    "\n"
    "- Les écoles de Ville-Exemple manquent d’élèves à l’âge où ils s’inscrivaient.\n"
    "- Où l’hôtel de ville a ouvert le soir, 20 % de plus sont venus.\n"
)
READ_FRENCH: Expected = {
    "blocks": [
        para("Défis : « L’accès des migrants à la santé »", line=1),
        item("-", 1, "Les écoles de Ville-Exemple manquent d’élèves à l’âge où ils s’inscrivaient.", line=3),
        item("-", 1, "Où l’hôtel de ville a ouvert le soir, 20 % de plus sont venus.", line=4),
    ]
}

TABS = (
    "Name of Rapporteur:\tAna Exemplo\n"
    "Session:\tRound Table 9.9\n"
    "\n"
    "1.\tOpen the offices in the evening.\n"
    "2.\tCount who comes.\n"
)

INLINE_HTML = (
    "1.\t<p>The <b>first</b> point &amp; more.</p>\n"
    "2.\t<ul><li>a bullet</li><li>another &lt;one&gt;</li></ul>\n"
    "A line with<br/>a break\n"
)

MARKDOWN = """\
# Report of round table 9.9

**Rapporteur:** Ana Exemplo

## 2. Challenges

- Opening *hours*
  - in winter
- Rents in the **centre**

1. Open the offices
2. Count who comes

| Question | Answer |
|----------|--------|
| Women    | One in two |

> Here nobody asks me.
"""

QUOTED = """\
From: Ana Exemplo <ana@example.org>
Subject: Re: report
Date: Fri, 21 Jan 2022 10:00:00 +0100

> 2. Challenges
>
> Volunteers leave at six and workers arrive at seven, so that the table is
> empty when it is most needed, and the municipality does not pay for any
> further hour of light and heat.
>
> - Rents in the centre rise faster than any of the small subsidies, and no
>   contract runs for more than one year
> - Noise
"""

SCANNED = """\
Challenges
e Opening hours, which end at six
e Rents in the centre, which rise

faster than subsidies

e Noise
"""

WRAPPED = """\
The protection of people on the move depends on institutions that speak to each
other, and on local authorities that have the means to act when they see a prob-
lem first. Another sentence ends here, on the employment of people whose employ-
ment was never registered.
A second paragraph begins without an empty line above it, since the line above it
had room.
"""

PAGES = (
    "Dialogue on Examples\n\nThe first page ends in the middle of a long sentence that was begun on it and that\n\n1\n\f"
    "Dialogue on Examples\n\ngoes on here, on the second of the pages, until it comes to an end on that page too.\n\n2\n\f"
    "Dialogue on Examples\n\nThe third page.\n\n3\n"
)

SHORT_FORM = """\
Roundtable Sessions, Marrakesh, 6 December 2018
Reporting Template
Name of Rapporteur: Ana Exemplo, Université d’Exemple
Roundtable session: Round Table 9.9 Cafés without borders

3. Opportunities / good practices / innovations for the way forward

-\u200b Evening hours

4. Relevance to the Global Compact for Migration and its follow-up

- Inclusion

5. Contributions to the achievement of the Agenda 2030

- Towns
"""

SPACES = "Challenges\u00a0:\u2003 opening\u00a0\u00a0hours\u200b\n\n\ufeffA\u2002zero\u2060width\u202fsign.\n"

DECOMPOSED = "De\u0301fis : l\u2019acce\u0300s a\u0300 l\u2019e\u0301cole\n"


def _said(text: str, encoding: str = "utf-8", end: str = "\n") -> bytes:
    return text.replace("\n", end).encode(encoding)


def _encoded(name: str, about: str, encoding: str, end: str = "\n") -> Trait:
    return Trait(f"{name}.txt", about, lambda: _said(FRENCH, encoding, end), READ_FRENCH)


TRAITS = (
    _encoded("utf-8", "UTF-8 without a mark.", "utf-8"),
    _encoded("utf-8-mark", "UTF-8 with a byte order mark, lines end as on Windows.", "utf-8-sig", "\r\n"),
    Trait(
        "utf-16-mark.txt",
        "UTF-16 with a byte order mark, as Notepad saves “Unicode”.",
        lambda: b"\xff\xfe" + _said(FRENCH, "utf-16-le", "\r\n"),
        READ_FRENCH,
    ),
    _encoded("utf-16-bare", "UTF-16 without a byte order mark, the larger byte first.", "utf-16-be"),
    _encoded("windows-1252", "Windows-1252, lines end as on Windows.", "cp1252", "\r\n"),
    Trait(
        "macroman.txt",
        "MacRoman, lines end as on old Macs.",
        lambda: _said(FRENCH, "mac_roman", "\r"),
        READ_FRENCH,
    ),
    Trait(
        "cyrillic.txt",
        "Windows-1251: Russian from an old Windows.",
        lambda: _said(
            "2. Вызовы\n\n- Часы работы кафе заканчиваются в шесть.\n- Аренда в центре растёт быстрее пособий.\n",
            "cp1251",
        ),
        {
            "blocks": [
                item("2.", 1, "Вызовы"),
                item("-", 1, "Часы работы кафе заканчиваются в шесть."),
                item("-", 1, "Аренда в центре растёт быстрее пособий."),
            ]
        },
    ),
    Trait(
        "tabs.txt",
        "Rows of tables were pasted with tabs between their cells.",
        lambda: _said(TABS),
        {
            "blocks": [
                *row(1, 1, "Name of Rapporteur:", "Ana Exemplo"),
                *row(1, 2, "Session:", "Round Table 9.9"),
                item("1.", 1, "", line=4),
                para("Open the offices in the evening.", line=4),
                item("2.", 1, "", line=5),
                para("Count who comes.", line=5),
            ]
        },
    ),
    Trait(
        "inline-html.txt",
        "A form on the web exported its answers with their tags.",
        lambda: _said(INLINE_HTML),
        {
            "blocks": [
                item("1.", 1, ""),
                para("The first point & more."),
                item("2.", 1, ""),
                item("•", 1, "a bullet"),
                item("•", 1, "another <one>"),
                para("A line with"),
                para("a break"),
            ]
        },
    ),
    Trait(
        "markdown.md",
        "Headings, emphasis, nested and numbered lists, a table and a quotation.",
        lambda: _said(MARKDOWN),
        {
            "blocks": [
                head(1, "Report of round table 9.9"),
                para("Rapporteur: Ana Exemplo", lead=11),
                head(2, "2. Challenges"),
                item("-", 1, "Opening hours"),
                item("-", 2, "in winter"),
                item("-", 1, "Rents in the centre"),
                item("1.", 1, "Open the offices"),
                item("2.", 1, "Count who comes"),
                *row(1, 1, "Question", "Answer"),
                *row(1, 2, "Women", "One in two"),
                para("Here nobody asks me."),
            ]
        },
    ),
    Trait(
        "quoted-mail.txt",
        "A report quoted in a mail: “>” before each line, wrapped at 72, with the head of the mail.",
        lambda: _said(QUOTED),
        {
            "blocks": [
                item("2.", 1, "Challenges", line=5),
                para(
                    "Volunteers leave at six and workers arrive at seven, so that the table is empty when it is most "
                    "needed, and the municipality does not pay for any further hour of light and heat.",
                    line=7,
                ),
                item(
                    "-",
                    1,
                    "Rents in the centre rise faster than any of the small subsidies, and no contract runs for more "
                    "than one year",
                    line=11,
                ),
                item("-", 1, "Noise", line=13),
            ],
            "furniture": [
                {"kind": "header", "text": "From: Ana Exemplo <ana@example.org>"},
                {"kind": "header", "text": "Subject: Re: report"},
                {"kind": "header", "text": "Date: Fri, 21 Jan 2022 10:00:00 +0100"},
            ],
        },
    ),
    Trait(
        "scanned-bullets.txt",
        "A scanner read bullets as “e”, and set a stray empty line into a sentence.",
        lambda: _said(SCANNED),
        {
            "blocks": [
                para("Challenges"),
                item("e", 1, "Opening hours, which end at six"),
                item("e", 1, "Rents in the centre, which rise faster than subsidies"),
                item("e", 1, "Noise"),
            ]
        },
    ),
    Trait(
        "wrapped.txt",
        "Lines wrapped at 80, with words broken at their ends and a paragraph that follows at once.",
        lambda: _said(WRAPPED),
        {
            "blocks": [
                para(
                    "The protection of people on the move depends on institutions that speak to each other, and on local "
                    "authorities that have the means to act when they see a problem first. Another sentence ends here, on "
                    "the employment of people whose employment was never registered."
                ),
                para(
                    "A second paragraph begins without an empty line above it, since the line above it had room."
                ),
            ]
        },
    ),
    Trait(
        "pages.txt",
        "Three pages with a running header, page numbers and form feeds; a sentence runs from the first to the second.",
        lambda: _said(PAGES),
        {
            "blocks": [
                para(
                    "The first page ends in the middle of a long sentence that was begun on it and that goes on here, on "
                    "the second of the pages, until it comes to an end on that page too."
                ),
                para("The third page."),
            ],
            "furniture": [
                *(
                    each
                    for number in (1, 2, 3)
                    for each in (
                        {"kind": "header", "text": "Dialogue on Examples"},
                        {"kind": "page-number", "text": str(number)},
                    )
                )
            ],
        },
    ),
    Trait(
        "spaces.txt",
        "Spaces of many widths, some of none at all.",
        lambda: _said(SPACES),
        {"blocks": [para("Challenges : opening hours"), para("A zerowidth sign.")]},
    ),
    Trait(
        "decomposed.txt",
        "Accents stand as signs of their own behind their letters, as Macs write file names.",
        lambda: _said(DECOMPOSED),
        {"blocks": [para("De\u0301fis : l’acce\u0300s a\u0300 l’e\u0301cole")]},
    ),
    Trait(
        "right-to-left.txt",
        "Arabic bullets.",
        lambda: _said("التحديات الرئيسية\n\n• ساعات العمل\n• الإيجارات في المركز\n"),
        {
            "blocks": [
                para("التحديات الرئيسية"),
                item("•", 1, "ساعات العمل"),
                item("•", 1, "الإيجارات في المركز"),
            ]
        },
    ),
    Trait(
        "short-form.txt",
        "A short form that is not wrapped: its longest lines are labels; a sign without width stands behind a bullet.",
        lambda: _said(SHORT_FORM),
        {
            "blocks": [
                para("Roundtable Sessions, Marrakesh, 6 December 2018", line=1),
                para("Reporting Template", line=2),
                para("Name of Rapporteur: Ana Exemplo, Université d’Exemple", line=3),
                para("Roundtable session: Round Table 9.9 Cafés without borders", line=4),
                item("3.", 1, "Opportunities / good practices / innovations for the way forward"),
                item("-", 1, "Evening hours"),
                item("4.", 1, "Relevance to the Global Compact for Migration and its follow-up"),
                item("-", 1, "Inclusion"),
                item("5.", 1, "Contributions to the achievement of the Agenda 2030"),
                item("-", 1, "Towns"),
            ]
        },
    ),
)
