"""What holds for a file of any kind, whatever its own reader counts."""

import pytest

from rapportkit import api
from rapportkit.errors import ReadError
from rapportkit.model.options import Limits, ReadOptions
from readers.docx_build import p, word


@pytest.mark.parametrize(
    ("name", "data"),
    [("x.txt", b"Some words.\n"), ("x.docx", word(p("Some words."))), ("x.html", b"<p>Some words.</p>")],
)
def test_the_letters_of_any_file_are_counted(name, data):
    enough = api.read(data, name, ReadOptions(limits=Limits(letters=11)))
    assert [block.text for block in enough.blocks] == ["Some words."]
    with pytest.raises(ReadError, match="holds more than 10 letters") as caught:
        api.read(data, name, ReadOptions(limits=Limits(letters=10)))
    assert caught.value.code == "F006"
