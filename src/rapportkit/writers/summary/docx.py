"""A paper as a Word file that a secretariat can put before the plenary.

The XML is written directly: a large merge has tens of thousands of table rows.
"""

from __future__ import annotations

from rapportkit.model.outline import Paper
from rapportkit.model.summary import RESTRICTED
from rapportkit.writers.summary.ooxml import Body
from rapportkit.writers.summary.package import package
from rapportkit.writers.summary.paper import lay_out
from rapportkit.writers.summary.phrases import Phrases


def write(paper: Paper) -> bytes:
    """The paper as docx."""
    phrases, summary = Phrases(paper.language), paper.summary
    left = summary.title
    if summary.edition == RESTRICTED:
        left = f"{left} ({phrases.say('restricted_footer')})"
    body = Body(phrases.language)
    written = body.written(lay_out(paper, phrases))
    page = phrases.say("page", page="{page}", pages="{pages}")
    return package(body, written, title=summary.title, footer=(left, page))
