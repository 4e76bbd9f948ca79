"""The file names people or bodies beside the report: in its properties, comments or tracked changes.

Why it matters: whoever gets the file can read them there. Where the Chatham House Rule applies, neither who was
in the room nor for whom they work may be told; a file says it without anybody having written it down. Persons
for whom the form itself asks, such as the rapporteur, are fine.

Example: a report typed into a file that a colleague of a delegation had made, whose name Word keeps as its
author. It is a warning where the Chatham House Rule applies to the form, and for information elsewhere.

How to mend: in Word, File → Info → Check for Issues → Inspect Document, then remove document properties and
personal information; in LibreOffice, File → Properties → Reset Properties. A PDF is printed again from the
cleaned file.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.template import Kind
from rapportkit.rules.quoting import has_letters, shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.plain import plain, words

_MOST = 4
_OPEN = frozenset({Kind.PERSONS, Kind.EVENT})
_WHERE = {
    "properties": ("creator", "last-editor", "manager", "company"),
    "changes": ("change-author",),
    "comments": ("comment-author",),
}
_PROGRAMS = frozenset(
    words(
        "acrobat adobe apache calibre canva chrome chromium dompdf doc docs docx excel ghostscript google hp indesign "
        "latex libreoffice mac macbook macos microsoft office onlyoffice openoffice openxml pandoc pdf pdfmaker "
        "pdftex pscript python quarkxpress rapportkit reportlab skia template tex unknown user users weasyprint windows word "
        "wordpress wps writer xetex"
    )
)
_NOBODY = frozenset(
    words(
        "admin administrateur administrador administrator anonymous anonyme anonimo author auteur autor default "
        "editor guest home invite invitado lenovo dell asus acer toshiba hewlett packard none nobody owner "
        "propietario proprietaire root student test tester usager usuario utilisateur utilizador pc laptop "
        "company inc com grizli777 co corporation org version team desktop compaq"
    )
)
_PARTICLES = frozenset(
    words(
        "a al af and at bin binti da das de dei del della den der di do dos du e el en et for ibn la las le les "
        "of on or the ter und van von y zu"
    )
)


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each kind of place in the file that names somebody; each name is told once."""
    held = reading.document.properties if reading.document else ()
    asked = _asked(reading)
    severity = Severity.WARNING if reading.template.chatham_house else Severity.INFO
    told: set[str] = set()
    for key, properties in _WHERE.items():
        values = [value for name, value in held if name in properties and _names(value)]
        names = [
            value for value in dict.fromkeys(values) if not _is_asked(value, asked) and value not in told
        ]
        told.update(names)
        if names:
            shown = [reading.quoted(shortened(each, 40)) for each in names[:_MOST]]
            yield rule.finding(
                reading,
                key if len(names) <= _MOST else f"{key}_more",
                severity=severity,
                names=", ".join(shown),
                more=len(names) - len(shown),
            )


def _names(value: str) -> bool:
    """Whether a property names a person or a body, and not a program or nobody in particular.

    >>> [_names(each) for each in ("Ana Exemplo", "aexemplo", "python-docx", "Microsoft Office User", "Front desk")]
    [True, True, False, False, False]
    """
    said = [word for word in value.split() if has_letters(word)]
    alike = words(value)
    if not said or all(each in _PROGRAMS or each in _NOBODY or not each.isalpha() for each in alike):
        return False
    if len(said) == 1:
        return not any(each in _PROGRAMS or each in _NOBODY for each in alike)
    # "Front desk", "Conference services" and the like are what a copier or an office calls itself.
    return all(word[0].isupper() or not word[0].isalpha() or plain(word) in _PARTICLES for word in said)


def _asked(reading: Reading) -> list[frozenset[str]]:
    """The words of what may be told: whom the form asks for, and whose form and event it is."""
    fields = (field for field in reading.template.header if field.kind in _OPEN)
    values = (value for field in fields for value in reading.values(field).values())
    return [_telling(value) for value in (reading.template.title, *values)]


def _is_asked(value: str, asked: list[frozenset[str]]) -> bool:
    """Whether a value is what the form asks for, or that with a word more: "Ana P. Exemplo"."""
    said = _telling(value)
    return any(said <= each or (1 < len(each) < len(said) and each <= said) for each in asked)


def _telling(value: str) -> frozenset[str]:
    return frozenset(word for word in words(value) if len(word) > 1)


RULE = Rule(
    "D008",
    "names-in-properties",
    Severity.WARNING,
    __doc__,
    check,
    {
        "properties": Said(
            "The properties of the file name {names}",
            "In Word: File → Info → Inspect Document, and remove them; then save or print the report again.",
        ),
        "properties_more": Said(
            "The properties of the file name {names} and {more} more",
            "In Word: File → Info → Inspect Document, and remove them; then save or print the report again.",
        ),
        "changes": Said(
            "Tracked changes bear the name of {names}",
            "Accept or reject them; in Word, File → Info → Inspect Document takes the names off.",
        ),
        "changes_more": Said(
            "Tracked changes bear the names of {names} and {more} more",
            "Accept or reject them; in Word, File → Info → Inspect Document takes the names off.",
        ),
        "comments": Said(
            "Comments bear the name of {names}",
            "Delete the comments; in Word, File → Info → Inspect Document takes the names off.",
        ),
        "comments_more": Said(
            "Comments bear the names of {names} and {more} more",
            "Delete the comments; in Word, File → Info → Inspect Document takes the names off.",
        ),
    },
)
