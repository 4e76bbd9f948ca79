"""Places where long words may be broken at a line end."""

from __future__ import annotations

import re

SOFT = "\u00ad"
BREAKS = re.compile(
    r"(migra(?=tion)|reinte(?=gra)|govern(?=ment)|recruit(?=ment)|employ(?=er|ment)|partici(?=pa)|protec(?=tion)"
    r"|organi(?=[sz]a)|agree(?=ment)|munici(?=pal)|coopera(?=tion)|informa(?=tion)|commu(?=nit)|certifi(?=cate)"
    r"|implemen(?=ta)|statis(?=tic)|responsi(?=bil)|communi(?=ca)|recogni(?=tion)|indica(?=tor)|objec(?=tive)"
    r"|consul(?=ta)|experi(?=ence)|negoti(?=at)|develop(?=ment)|associa(?=tion)|documen(?=t)|interna(?=tional))"
)


def soften(text: str) -> str:
    """The text with soft hyphens where a typesetter might break a word.

    >>> soften("recruitment agencies").replace(SOFT, "|")
    'recruit|ment agencies'
    """
    return BREAKS.sub(rf"\1{SOFT}", text)
