"""Rules ask a report questions and answer with findings. RULES is the register of all there are."""

from __future__ import annotations

from rapportkit.errors import ReadError
from rapportkit.model.finding import Finding
from rapportkit.model.report import Report
from rapportkit.model.template import Template
from rapportkit.rules import pages
from rapportkit.rules.answers import (
    answer_missing,
    empty_row,
    guidance_left,
    placeholder,
    section_missing,
    unplaced_text,
)
from rapportkit.rules.document import (
    document_remark,
    hidden_text,
    open_changes,
    open_comments,
    recognised_text,
    unread_attachment,
    unread_parts,
)
from rapportkit.rules.file import (
    broken_file,
    dynamic_form,
    empty_file,
    kind_not_read,
    no_template_fits,
    no_word_document,
    not_extracted_json,
    old_format,
    over_a_limit,
    password_needed,
    pdf_without_text,
    unreadable_file,
)
from rapportkit.rules.fit import label_reworded, template_unsure
from rapportkit.rules.hygiene import broken_characters, leaked_markup
from rapportkit.rules.limits import too_few_points, too_many_points
from rapportkit.rules.missing import (
    header_value_missing,
    rapporteur_missing,
    session_number_missing,
    session_title_missing,
)
from rapportkit.rules.quotations import unmarked, without_consent
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule
from rapportkit.rules.run import run
from rapportkit.rules.running import rule_failed
from rapportkit.rules.schema import not_a_choice, schema_mismatch, wrong_length, wrong_pattern

RULES: tuple[Rule, ...] = (
    unreadable_file.RULE,
    empty_file.RULE,
    broken_file.RULE,
    no_word_document.RULE,
    password_needed.RULE,
    over_a_limit.RULE,
    dynamic_form.RULE,
    pdf_without_text.RULE,
    not_extracted_json.RULE,
    kind_not_read.RULE,
    no_template_fits.RULE,
    old_format.RULE,
    template_unsure.RULE,
    label_reworded.RULE,
    document_remark.RULE,
    open_changes.RULE,
    open_comments.RULE,
    hidden_text.RULE,
    unread_parts.RULE,
    unread_attachment.RULE,
    recognised_text.RULE,
    rapporteur_missing.RULE,
    session_number_missing.RULE,
    session_title_missing.RULE,
    header_value_missing.RULE,
    too_many_points.RULE,
    too_few_points.RULE,
    wrong_length.RULE,
    not_a_choice.RULE,
    wrong_pattern.RULE,
    schema_mismatch.RULE,
    answer_missing.RULE,
    section_missing.RULE,
    guidance_left.RULE,
    empty_row.RULE,
    placeholder.RULE,
    without_consent.RULE,
    unmarked.RULE,
    leaked_markup.RULE,
    broken_characters.RULE,
    unplaced_text.RULE,
    rule_failed.RULE,
)
"""Every rule, in the order of the reference. A code is never given twice, not even after its rule is gone."""


def check(report: Report, template: Template, language: str = "en") -> tuple[Finding, ...]:
    """Ask every rule about a report, in the order of the form; never raises for what a report says."""
    return run(RULES, Reading(report, template, language))


def explain(asked: str) -> str:
    """The page of the rule with this code or name; UsageError, naming the nearest, where there is none."""
    return pages.page(pages.find(asked, RULES))


def of_read_error(file: str, error: ReadError) -> Finding:
    """The finding for a file that could not be read at all."""
    rule = next((rule for rule in RULES if rule.code == error.code), unreadable_file.RULE)
    said = rule.messages["unread"]
    sentence = str(error).strip().removeprefix(f"{file}: ").removesuffix(".")
    return Finding(
        file, rule.code, rule.name, rule.severity, said.message.format(sentence=sentence), help=said.help
    )
