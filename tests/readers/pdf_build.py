"""PDF files from a few drawing orders, small enough that a test shows all that matters in its own lines.

Text is set in Courier, whose letters are all 0.6 of the size wide; places are points from the page's
top left corner, and `y` is a baseline.
"""

import textwrap
from dataclasses import dataclass, field

from rapportkit.model.document import Block, Document
from rapportkit.readers.pdf import read

SIZE = 10.0
PITCH = 12.0
WIDTH, HEIGHT = 600.0, 800.0

# Letters that Courier's own encoding lacks: codes of the font "S", which names them by a ToUnicode map.
SPECIAL = "\uf0b7\uf0a7\ufb01\ufb03\u00adشمعلا😀"


@dataclass
class Sheet:
    """One page: drawing orders, and annotations as (subtype, box, other entries).

    `wrapped` says in how many form objects, one inside the other, the orders stand.
    """

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    orders: list[str] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)
    wrapped: int = 0

    def text(
        self, x: float, y: float, words: str, size: float = SIZE, font: str = "R", turn: int = 0
    ) -> "Sheet":
        """Write words; font "R" is regular, "B" bold, "Z" dingbats; "S" has the SPECIAL letters, "W" their widths too."""
        if font in {"S", "W"}:
            shown = "<" + "".join(f"{SPECIAL.index(letter) + 33:02x}" for letter in words) + ">"
        else:
            escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            shown = f"({escaped})"
        matrix = {
            0: "1 0 0 1",
            90: "0 1 -1 0",
            180: "-1 0 0 -1",
            270: "0 -1 1 0",
            45: "0.7071 0.7071 -0.7071 0.7071",
        }[turn]
        self.orders.append(f"BT /{font} {size:g} Tf {matrix} {x:g} {self.height - y:g} Tm {shown} Tj ET")
        return self

    def lines(
        self, x: float, y: float, *texts: str, size: float = SIZE, pitch: float = PITCH, font: str = "R"
    ) -> float:
        """Write lines one below the other; the baseline for the line after them is given back."""
        for text in texts:
            self.text(x, y, text, size, font)
            y += pitch
        return y

    def prose(self, x: float, y: float, text: str, letters: int, **style) -> float:
        """Write a text wrapped after so many letters."""
        return self.lines(
            x, y, *textwrap.wrap(text, letters, break_long_words=False, break_on_hyphens=False), **style
        )

    def thin(self, left: float, top: float, right: float, bottom: float, width: float = 0.5) -> "Sheet":
        """Fill a thin rectangle around a line, as Word paints borders."""
        half = width / 2
        low = self.height - bottom - half
        self.orders.append(f"{left - half:g} {low:g} {right - left + width:g} {bottom - top + width:g} re f")
        return self

    def stroke(self, left: float, top: float, right: float, bottom: float, width: float = 0.5) -> "Sheet":
        """Draw a line with a pen."""
        self.orders.append(
            f"{width:g} w {left:g} {self.height - top:g} m {right:g} {self.height - bottom:g} l S"
        )
        return self

    def box(self, left: float, top: float, right: float, bottom: float) -> "Sheet":
        """Draw the outline of a box with a pen."""
        self.orders.append(f"0.5 w {left:g} {self.height - bottom:g} {right - left:g} {bottom - top:g} re S")
        return self

    def shade(self, left: float, top: float, right: float, bottom: float) -> "Sheet":
        """Fill a grey box, as behind a heading row."""
        self.orders.append(
            f"0.8 g {left:g} {self.height - bottom:g} {right - left:g} {bottom - top:g} re f 0 g"
        )
        return self

    def grid(self, xs: list[float], ys: list[float], draw: str = "thin") -> "Sheet":
        """Draw a full grid, line by line."""
        for y in ys:
            getattr(self, draw)(xs[0], y, xs[-1], y)
        for x in xs:
            getattr(self, draw)(x, ys[0], x, ys[-1])
        return self

    def picture(self) -> "Sheet":
        """Paint a picture of one pixel over the page."""
        data = "q 100 0 0 100 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x7f EI Q"
        self.orders.append(data)
        return self

    def annotate(
        self, subtype: str, left: float, top: float, right: float, bottom: float, entries: str = ""
    ) -> "Sheet":
        """Add an annotation with further dictionary entries."""
        rect = f"[{left:g} {self.height - bottom:g} {right:g} {self.height - top:g}]"
        self.annotations.append(f"<</Type/Annot/Subtype/{subtype}/Rect {rect} {entries}>>")
        return self

    def value(
        self, left: float, top: float, right: float, bottom: float, text: str, flags: int = 0
    ) -> "Sheet":
        """Add a text field with a value."""
        name = f"field{len(self.annotations)}"
        coded = text.encode("utf-16").hex()
        return self.annotate(
            "Widget",
            left,
            top,
            right,
            bottom,
            f"/FT/Tx/T({name})/V<feff{swapped(coded[4:])}>/Ff {flags}/DA(/R 10 Tf)",
        )

    def tick(self, left: float, top: float, right: float, bottom: float, *, on: bool) -> "Sheet":
        """Add a check box."""
        state = "Yes" if on else "Off"
        name = f"tick{len(self.annotations)}"
        looks = "/AP<</N<</Yes null/Off null>>>>"
        return self.annotate(
            "Widget", left, top, right, bottom, f"/FT/Btn/T({name})/V/{state}/AS/{state}{looks}"
        )


def swapped(coded: str) -> str:
    """UTF-16 in hex with its bytes in the other order."""
    return "".join(
        coded[index + 2 : index + 4] + coded[index : index + 2] for index in range(0, len(coded), 4)
    )


def pdf(*sheets: Sheet, catalog: str = "", form: str = "") -> bytes:
    """The bytes of a PDF with these pages; `catalog` and `form` are further entries."""
    objects: list[bytes] = [b"", b""]

    def add(body: str | bytes) -> int:
        objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(objects)

    encoding = "/Encoding/WinAnsiEncoding"
    cmap = "".join(
        f"<{33 + index:02x}> <{letter.encode('utf-16-be').hex()}>\n" for index, letter in enumerate(SPECIAL)
    )
    words = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(SPECIAL)} beginbfchar\n{cmap}endbfchar endcmap end"
    )
    named = add(f"<</Length {len(words)}>>stream\n{words}\nendstream")
    fonts = {
        "R": add(f"<</Type/Font/Subtype/Type1/BaseFont/Courier{encoding}>>"),
        "B": add(f"<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold{encoding}>>"),
        "Z": add("<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>"),
        "S": add(f"<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode {named} 0 R>>"),
    }
    if any("BT /W " in order for sheet in sheets for order in sheet.orders):
        fonts["W"] = add(
            f"<</Type/Font/Subtype/Type1/BaseFont/Special/ToUnicode {named} 0 R/FirstChar 33"
            f"/LastChar {32 + len(SPECIAL)}/Widths[{'600 ' * len(SPECIAL)}]>>"
        )
    resources = (
        "/Resources<</Font<<" + "".join(f"/{name} {number} 0 R" for name, number in fonts.items()) + ">>>>"
    )
    pages, widgets = [], []
    for sheet in sheets:
        stream = "\n".join(sheet.orders).encode("cp1252", "replace")
        own = resources
        for _ in range(sheet.wrapped):
            inner = add(
                b"<</Type/XObject/Subtype/Form/BBox[0 0 %d %d]%s/Length %d>>stream\n%s\nendstream"
                % (sheet.width, sheet.height, own.encode(), len(stream), stream)
            )
            own = f"{resources[:-2]}/XObject<</X {inner} 0 R>>>>"
            stream = b"/X Do"
        content = add(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        notes = [add(note) for note in sheet.annotations]
        widgets += [
            number for number, note in zip(notes, sheet.annotations, strict=True) if "/Widget" in note
        ]
        listed = " ".join(f"{number} 0 R" for number in notes)
        pages.append(
            add(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width:g} {sheet.height:g}]/Rotate {sheet.rotate}"
                f"{own}/Contents {content} 0 R/Annots[{listed}]>>",
            ),
        )
    listed = " ".join(f"{number} 0 R" for number in widgets)
    filled = (
        f"/AcroForm<</Fields[{listed}]{resources.replace('/Resources', '/DR')}{form}>>"
        if widgets or form
        else ""
    )
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{filled}{catalog}>>".encode()
    kids = " ".join(f"{number} 0 R" for number in pages)
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode()
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def document(*sheets: Sheet, **entries: str) -> Document:
    """Read pages as the reader does."""
    return read(pdf(*sheets, **entries), "test.pdf")


def blocks(*sheets: Sheet) -> tuple[Block, ...]:
    """The blocks of some pages."""
    return document(*sheets).blocks


def texts(*sheets: Sheet) -> list[str]:
    """The texts of some pages' blocks."""
    return [block.text for block in blocks(*sheets)]
