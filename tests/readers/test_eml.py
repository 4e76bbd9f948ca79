"""Mails: the report in the text, or the one that is attached, and what else came with it."""

from email.message import EmailMessage, MIMEPart
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit import api
from rapportkit.errors import ReadError, SeveralError
from rapportkit.model.document import FurnitureKind
from rapportkit.model.options import Limits, ReadOptions
from rapportkit.readers import reader_for
from rapportkit.readers.docx import read as read_word
from rapportkit.readers.eml import SHORT, read

ROOT = Path(__file__).parents[2]
WORD = ROOT / "examples/formats/000.docx"
PDF = ROOT / "examples/formats/001.pdf"
LONG = "\n\n".join(
    f"Paragraph {number} of the report says one thing and then another." for number in range(30)
)


def mail(text: str = "", *, subject: str = "Report of round table 1.2", **fields: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ana Exemplo <ana@example.org>"
    message["To"] = "secretariat@example.org"
    message["Subject"] = subject
    message["Date"] = "Fri, 21 Jan 2022 10:00:00 +0100"
    for name, value in fields.items():
        message[name] = value
    if text:
        message.set_content(text)
    return message


def attach(message: EmailMessage, path: Path, kind: str = "application/octet-stream") -> EmailMessage:
    main, sub = kind.split("/")
    message.add_attachment(path.read_bytes(), maintype=main, subtype=sub, filename=path.name)
    return message


def texts(message: EmailMessage, name: str = "x.eml") -> list[str]:
    return [block.text for block in read(message.as_bytes(), name).blocks]


def beside(message: EmailMessage) -> list[str]:
    return [each.text for each in read(message.as_bytes(), "x.eml").furniture]


def test_the_text_is_read_and_the_head_kept_apart():
    document = read(mail("First.\n\n- One\n- Two\n", Cc="Ján Príklad <jan@example.org>").as_bytes(), "x.eml")
    assert [(block.marker, block.text, str(block.location)) for block in document.blocks] == [
        ("", "First.", "x.eml, line 1"),
        ("-", "One", "x.eml, line 3"),
        ("-", "Two", "x.eml, line 4"),
    ]
    assert [(each.kind, each.text) for each in document.furniture] == [
        (FurnitureKind.HEADER, "From: Ana Exemplo <ana@example.org>"),
        (FurnitureKind.HEADER, "To: secretariat@example.org"),
        (FurnitureKind.HEADER, "Cc: Ján Príklad <jan@example.org>"),
        (FurnitureKind.HEADER, "Subject: Report of round table 1.2"),
        (FurnitureKind.HEADER, "Date: Fri, 21 Jan 2022 10:00:00 +0100"),
    ]
    assert (document.source.format, document.source.name) == ("eml", "x.eml")


@pytest.mark.parametrize(
    ("charset", "cte"),
    [
        ("utf-8", "quoted-printable"),
        ("utf-8", "base64"),
        ("iso-8859-1", "8bit"),
        ("cp1252", "quoted-printable"),
    ],
)
def test_encodings(charset: str, cte: str):
    message = mail()
    message.set_content("Le débat a porté sur l’accès.".replace("’", "'"), charset=charset, cte=cte)
    assert texts(message) == ["Le débat a porté sur l'accès."]


def test_an_unknown_encoding_is_guessed():
    data = b"MIME-Version: 1.0\nContent-Type: text/plain; charset=x-nonsense\n\nD\xc3\xa9bat"
    assert read(data, "x.eml").blocks[0].text == "Débat"


def test_wrapped_paragraphs_that_say_so_are_joined():
    data = b"Content-Type: text/plain; format=flowed\n\nOne \ntwo \nthree.\nFour.\n> quoted \n> words\n-- \nAna Exemplo\n"
    blocks = read(data, "x.eml").blocks
    assert [block.text for block in blocks][:3] == ["One two three.", "Four.", "quoted words"]
    assert [block.location.line for block in blocks][:3] == [1, 4, 5]


def test_the_plain_text_is_taken_where_it_says_as_much():
    message = mail("One two three.\n")
    message.add_alternative("<p>One <b>two</b> three.</p>", subtype="html")
    assert read(message.as_bytes(), "x.eml").blocks[0].lead == 0
    message = mail("Your program shows no formatted mails.\n")
    message.add_alternative(f"<p>{'word ' * 20}</p><ul><li>item</ul>", subtype="html")
    assert [
        (block.marker, block.location.paragraph) for block in read(message.as_bytes(), "x.eml").blocks
    ] == [
        ("", 1),
        ("•", 2),
    ]


def test_the_second_page_of_a_mail_counts_on():
    message = EmailMessage()
    message.make_mixed()
    for inside in ("<p>One</p><table><tr><td>a</table>", "<p>Two</p><table><tr><td>b</table>"):
        part = MIMEPart()
        part.set_content(inside, subtype="html")
        message.attach(part)
    assert [str(block.location) for block in read(message.as_bytes(), "x.eml").blocks] == [
        "x.eml, paragraph 1",
        "x.eml, table 1, row 1, cell 1",
        "x.eml, paragraph 2",
        "x.eml, table 2, row 1, cell 1",
    ]


def test_lines_that_a_mail_program_broke_have_no_columns():
    lines = "A sentence that the mail program \nhas broken.\n\n- Another one\n"
    message = mail(lines)
    assert [block.location.column for block in read(message.as_bytes(), "x.eml").blocks][-1] == 3
    message.set_param("format", "flowed")
    flowed = read(message.as_bytes(), "x.eml").blocks
    assert [(block.location.line, block.location.column) for block in flowed] == [(1, None), (4, None)]


def test_a_table_outdoes_the_plain_text():
    message = mail("Name:\n\nAna Exemplo\n\nand more words\n")
    message.add_alternative("<table><tr><td>Name:<td>Ana Exemplo</table><p>After", subtype="html")
    blocks = read(message.as_bytes(), "x.eml").blocks
    assert [(block.text, str(block.location)) for block in blocks] == [
        ("Name:", "x.eml, table 1, row 1, cell 1"),
        ("Ana Exemplo", "x.eml, table 1, row 1, cell 2"),
        ("After", "x.eml, paragraph 1"),
    ]


@pytest.mark.parametrize(("path", "kind"), [(WORD, "application/msword"), (PDF, "application/pdf")])
def test_one_report_attached_to_a_letter_is_read(path: Path, kind: str):
    message = attach(mail("Dear all,\n\nplease find the report attached.\n\nAna Exemplo\n"), path, kind)
    document = api.read(message.as_bytes(), "mail.eml")
    alone = api.read(path.read_bytes(), path.name)
    assert [(block.kind, block.marker, block.text) for block in document.blocks] == [
        (block.kind, block.marker, block.text) for block in alone.blocks
    ]
    assert document.blocks[0].location.source == "mail.eml"
    assert document.blocks[0].location.area == f"attachment {path.name}"
    said = [each.text for each in document.furniture if each.kind is FurnitureKind.HEADER]
    assert said[4] == "Dear all, please find the report attached."
    assert (document.source.format, document.source.pages) == ("eml", alone.source.pages)


def test_the_place_names_the_attachment():
    message = attach(mail("Attached."), WORD)
    place = next(block.location for block in read(message.as_bytes(), "m.eml").blocks if block.location.table)
    assert str(place) == "m.eml, attachment 000.docx, table 1, row 1, cell 1"


def test_a_text_file_can_be_the_report():
    message = mail("See below.")
    message.add_attachment("Title\n\nWords of the report.\n", filename="report.txt")
    assert texts(message) == ["Title", "Words of the report."]


def test_a_long_text_and_what_is_attached_may_each_be_a_report():
    data = attach(attach(attach(mail(LONG), WORD), PDF), ROOT / "LICENSE").as_bytes()
    with pytest.raises(SeveralError) as caught:
        read(data, "x.eml")
    assert caught.value.parts == ((0, ""), (1, WORD.name), (2, PDF.name))
    text, word = (read(data, "x.eml", ReadOptions(part=part)) for part in (0, 1))
    assert len(text.blocks) == 30
    assert [(remark.code, remark.text) for remark in text.remarks] == [
        ("D005", "The attachment LICENSE.bin was not read; save it out of the mail and give it by itself.")
    ]
    assert word == read_word(WORD.read_bytes(), f"x.eml, attachment {WORD.name}")
    with pytest.raises(ReadError, match="no file number 3"):
        read(data, "x.eml", ReadOptions(part=3))


def test_what_stands_below_the_letter_does_not_make_it_long():
    below = "".join(f"> {line}\n" for line in LONG.split("\n"))
    message = attach(mail(f"Please find it attached.\n\nOn 3 May 2021, Max wrote:\n{below}"), WORD)
    assert (
        read(message.as_bytes(), "x.eml").blocks[0].text
        == read_word(WORD.read_bytes(), "a.docx").blocks[0].text
    )


def test_an_attachment_with_fewer_words_than_the_letter_is_no_report():
    message = mail("The report follows.\n\n- One point that was made.\n- Another point.\n")
    message.add_attachment("Confidential.", filename="notice.txt")
    document = read(message.as_bytes(), "x.eml")
    assert (len(document.blocks), [remark.code for remark in document.remarks]) == (3, ["D005"])


def test_a_picture_in_the_text_is_not_told_and_one_attached_is():
    message = mail()
    message.set_content("<p>Words<img src='cid:logo'></p>", subtype="html")
    message.add_related(b"GIF89a", "image", "gif", cid="<logo>")
    message.add_attachment(b"PNG", maintype="image", subtype="png", filename="chart.png")
    document = read(message.as_bytes(), "x.eml")
    assert [remark.text.split()[2] for remark in document.remarks] == ["chart.png"]


def test_a_mail_inside_a_mail_is_read_with_its_attachment():
    inner = attach(mail("The report.", subject="Inner"), WORD)
    message = mail("Passed on.")
    message.add_attachment(inner)
    document = read(message.as_bytes(), "x.eml")
    assert document.blocks[0].location.area == "attachment 000.docx"
    assert {"Subject: Inner", "Passed on.", "The report."} <= {each.text for each in document.furniture}


def test_several_reports_are_not_read_as_one():
    with pytest.raises(
        SeveralError, match=r"^x\.eml brings 2 files that may each be a report \(000\.docx, 001\.pdf\); "
    ) as caught:
        read(attach(attach(mail("Two reports."), WORD), PDF).as_bytes(), "x.eml")
    assert caught.value.parts == ((0, ""), (1, "000.docx"), (2, "001.pdf"))


def test_text_cut_off_by_a_server_belongs_to_the_mail():
    message = mail("Before.")
    message.add_attachment("After.", filename="ATT00001.txt")
    assert texts(message) == ["Before.", "After."]


def test_signatures_are_not_told():
    message = mail("Signed words.")
    message.add_attachment(b"x", maintype="application", subtype="pgp-signature", filename="signature.asc")
    assert read(message.as_bytes(), "x.eml").remarks == ()


@pytest.mark.parametrize(
    ("message", "code", "said"),
    [
        (mail(), None, ""),
        (attach(mail(), ROOT / "LICENSE"), "F002", "what is attached to it (LICENSE.bin) is not read"),
        (
            attach(mail("x"), ROOT / "tests/fixtures/bad/encrypted.pdf"),
            "F005",
            "attachment encrypted.pdf is protected",
        ),
        (
            attach(mail("x"), ROOT / "tests/fixtures/bad/empty-body.docx"),
            "F002",
            "attachment empty-body.docx",
        ),
    ],
)
def test_what_cannot_be_read(message: EmailMessage, code: str | None, said: str):
    if code is None:
        assert read(message.as_bytes(), "x.eml").blocks == ()
        return
    with pytest.raises(ReadError) as caught:
        read(message.as_bytes(), "x.eml")
    assert caught.value.code == code
    assert str(caught.value).startswith("x.eml")
    assert said in str(caught.value)


def test_an_encrypted_mail_is_refused():
    message = mail()
    message.set_type("multipart/encrypted")
    part = MIMEPart()
    part.set_content(b"secret", "application", "octet-stream")
    message.set_payload([part])
    with pytest.raises(ReadError, match="is encrypted") as caught:
        read(message.as_bytes(), "x.eml")
    assert caught.value.code == "F005"


@pytest.mark.parametrize(("data", "code"), [(b"", "F002"), (b" \r\n", "F002")])
def test_nothing_is_refused(data: bytes, code: str):
    with pytest.raises(ReadError) as caught:
        read(data, "x.eml")
    assert caught.value.code == code


def test_parts_inside_one_another_without_end_are_refused():
    data = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (number, number) for number in range(2000)
    )
    with pytest.raises(ReadError) as caught:
        read(data, "x.eml")
    assert caught.value.code == "F006"


def test_limits_hold_for_attachments():
    with pytest.raises(ReadError) as caught:
        read(attach(mail("x"), WORD).as_bytes(), "x.eml", ReadOptions(limits=Limits(member_bytes=1000)))
    assert caught.value.code == "F006"


def test_names_of_attachments_are_fit_to_be_printed():
    message = mail("x" * 9)
    message.add_attachment(
        b"x", maintype="image", subtype="png", filename="../../\x1b[2J a\u202eb" + "c" * 300 + ".png"
    )
    (remark,) = read(message.as_bytes(), "x.eml").remarks
    name = remark.text.removeprefix("The attachment ").split(" was not")[0]
    assert name.isprintable()
    assert "/" not in name
    assert len(name) <= 101
    assert name.endswith(".png")


ARCHIVE = (
    b"From: <Saved by a browser>\r\nSubject: Report\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    b'\ttype="text/html"; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: '
    b"quoted-printable\r\nContent-Location: http://example.org/\r\n\r\n<html><h1>T=C3=ADtulo</h1><ul><li>One</ul></html>"
    b"\r\n--B\r\nContent-Type: text/css\r\nContent-Location: http://example.org/a.css\r\n\r\np{}\r\n--B\r\n"
    b"Content-Type: text/html\r\n\r\n<p>Frame</p>\r\n--B--\r\n"
)


def test_web_archives():
    document = read(ARCHIVE, "page.mht")
    assert [(block.marker, block.text) for block in document.blocks] == [("", "Título"), ("•", "One")]
    assert (document.source.format, document.remarks) == ("mht", ())
    assert [each.text for each in document.furniture][-1] == "Frame"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.doc", ARCHIVE),
        ("stdin.txt", ARCHIVE),
        ("x.txt", b"From me Thu Jan  1\nReceived: from a\n\tby b\nSubject: x\n\ntext"),
        ("x", mail("text").as_bytes()),
    ],
)
def test_mails_are_known_by_their_heads(name: str, data: bytes):
    assert reader_for(name, data).__module__ == "rapportkit.readers.eml"


def test_a_typed_head_makes_no_mail():
    data = b"From: Ana Exemplo\nTo: all\nSubject: Report\n\nText."
    assert reader_for("x.txt", data).__module__ == "rapportkit.readers.txt"


def test_no_word_of_a_mail_is_lost():
    message = attach(mail(f"{LONG[:300]}\n\n-- \nAna Exemplo\n"), WORD)
    document = read(message.as_bytes(), "x.eml")
    said = " ".join([*(block.text for block in document.blocks), *(each.text for each in document.furniture)])
    alone = read_word(WORD.read_bytes(), "a.docx")
    assert all(word in said for word in LONG[:300].split())
    assert all(block.text in said for block in alone.blocks)
    assert len(LONG[:300].split()) < SHORT


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    b"Content-Type: ",
                    b"text/plain",
                    b"text/html; charset=",
                    b"multipart/mixed; boundary=b",
                    b"\n",
                    b"\n\n",
                ),
                *(
                    b"--b\n",
                    b"--b--\n",
                    b"message/rfc822",
                    b"Content-Disposition: attachment; filename=",
                    b"a.pdf",
                    b'"',
                ),
                *(
                    b"Subject: =?utf-8?q?",
                    b"?=",
                    b"\xff\xfe",
                    b"Content-Transfer-Encoding: base64\n",
                    b";",
                    b"<p>word",
                ),
                *(
                    b"From: @@<",
                    b"filename*0*=utf-8''%ff",
                    b"Date: never\n",
                    b" ",
                    b"multipart/alternative",
                    b"=\n",
                ),
            ]
        ),
        max_size=14,
    ).map(b"".join)
)
def test_junk_is_read_or_refused(data: bytes):
    try:
        document = read(data, "x.eml")
    except ReadError as error:
        assert str(error).startswith("x.eml")  # noqa: PT017 - most junk is read
        return
    assert document.source.format == "eml"
