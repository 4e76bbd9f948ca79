"""A summary as a Word paper that a secretariat can put before the plenary.

The XML is written directly: a large merge has tens of thousands of table rows.
"""

from __future__ import annotations

from rapportkit.model.summary import RESTRICTED, Summary
from rapportkit.writers.summary_ooxml import Body
from rapportkit.writers.summary_package import package
from rapportkit.writers.summary_paper import paper
from rapportkit.writers.summary_phrases import Phrases


def write(summary: Summary, language: str = "en") -> bytes:
    """The paper as docx; `language` is that of its own few words."""
    phrases = Phrases(language)
    left = summary.title
    if summary.edition == RESTRICTED:
        left = f"{left} ({phrases.say('restricted_footer')})"
    return package(
        Body(phrases.language).written(paper(summary, phrases)),
        title=summary.title,
        footer=(left, phrases.say("page", page="{page}", pages="{pages}")),
        language=phrases.language,
    )
