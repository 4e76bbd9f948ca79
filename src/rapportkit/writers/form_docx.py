"""A template as a Word form: blank to fill in, or filled in with a report."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.report import Report
from rapportkit.model.template import Template
from rapportkit.writers import form_body, form_head
from rapportkit.writers.form_head import Form
from rapportkit.writers.form_nodes import Node
from rapportkit.writers.form_package import package


def write(template: Template, report: Report | None = None, language: str = "en") -> bytes:
    """Write the form as docx bytes, in the wording and layout of the template.

    Where the template does not speak `language`, its first language stands in. The same arguments
    give the same bytes, and the file names no person but those in the report.
    """
    form = Form(template, report, language)
    return package(tuple(_nodes(form)), title=template.title, language=form.phrases.tag)


def _nodes(form: Form) -> Iterator[Node]:
    yield from form_head.top(form)
    yield from form_head.lines(form) if form.template.layout == "prose" else form_head.tables(form)
    yield from form_body.LAYOUTS.get(form.template.layout, form_body.headings)(form)
