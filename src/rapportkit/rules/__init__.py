"""Rules ask a report questions and answer with findings. RULES is the register of all there are."""

from __future__ import annotations

from rapportkit.errors import ReadError
from rapportkit.model.checked import RuleNote
from rapportkit.model.document import Document
from rapportkit.model.finding import Finding
from rapportkit.model.meeting import ALONE, Meeting
from rapportkit.model.report import Report
from rapportkit.model.settings import AS_SHIPPED, Settings, change_of
from rapportkit.model.template import Template
from rapportkit.rules import pages
from rapportkit.rules.answers import (
    answer_missing,
    bare_heading,
    count_differs,
    empty_row,
    guidance_left,
    placeholder,
    repeated_point,
    section_missing,
    unplaced_text,
    wall_of_text,
)
from rapportkit.rules.chatham import (
    affiliation_speaks,
    contact_details,
    name_prefix,
    person_named,
    speaker_named,
)
from rapportkit.rules.document import (
    document_remark,
    hidden_text,
    misnamed_file,
    names_in_properties,
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
from rapportkit.rules.fit import (
    heading_repeated,
    label_reworded,
    other_edition,
    out_of_order,
    template_unsure,
    two_templates_fit,
    unknown_heading,
)
from rapportkit.rules.hygiene import (
    broken_characters,
    glued_page_number,
    leaked_markup,
    mixed_bullets,
    odd_spacing,
    stray_bullet,
)
from rapportkit.rules.limits import point_too_long, report_too_long, too_few_points, too_many_points
from rapportkit.rules.meeting import (
    date_outside,
    goal_unknown,
    objective_unknown,
    session_twice,
    session_unknown,
    title_differs,
)
from rapportkit.rules.messages import base, catalogue, filled
from rapportkit.rules.missing import (
    header_value_missing,
    rapporteur_missing,
    session_number_missing,
    session_title_missing,
)
from rapportkit.rules.quotations import unmarked, without_consent
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule
from rapportkit.rules.run import is_asked, run
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
    two_templates_fit.RULE,
    unknown_heading.RULE,
    heading_repeated.RULE,
    out_of_order.RULE,
    other_edition.RULE,
    document_remark.RULE,
    open_changes.RULE,
    open_comments.RULE,
    hidden_text.RULE,
    unread_parts.RULE,
    unread_attachment.RULE,
    recognised_text.RULE,
    misnamed_file.RULE,
    names_in_properties.RULE,
    rapporteur_missing.RULE,
    session_number_missing.RULE,
    session_title_missing.RULE,
    header_value_missing.RULE,
    session_unknown.RULE,
    title_differs.RULE,
    date_outside.RULE,
    session_twice.RULE,
    goal_unknown.RULE,
    objective_unknown.RULE,
    too_many_points.RULE,
    too_few_points.RULE,
    point_too_long.RULE,
    report_too_long.RULE,
    wrong_length.RULE,
    not_a_choice.RULE,
    wrong_pattern.RULE,
    schema_mismatch.RULE,
    answer_missing.RULE,
    section_missing.RULE,
    guidance_left.RULE,
    empty_row.RULE,
    placeholder.RULE,
    bare_heading.RULE,
    repeated_point.RULE,
    count_differs.RULE,
    wall_of_text.RULE,
    without_consent.RULE,
    unmarked.RULE,
    speaker_named.RULE,
    name_prefix.RULE,
    affiliation_speaks.RULE,
    contact_details.RULE,
    person_named.RULE,
    leaked_markup.RULE,
    broken_characters.RULE,
    stray_bullet.RULE,
    glued_page_number.RULE,
    mixed_bullets.RULE,
    odd_spacing.RULE,
    unplaced_text.RULE,
    rule_failed.RULE,
)
"""Every rule, in the order of the reference. A code is never given twice, not even after its rule is gone."""


def check(
    report: Report,
    template: Template,
    settings: Settings = AS_SHIPPED,
    *,
    document: Document | None = None,
    meeting: Meeting = ALONE,
) -> tuple[Finding, ...]:
    """Ask every rule about a report, in the order of the form; never raises for what a report says.

    Rules that look at how a text was set ask its `document`, those about the event its `meeting`.
    """
    return run(RULES, Reading(report, template, settings, document, meeting))


def notes(settings: Settings = AS_SHIPPED) -> tuple[RuleNote, ...]:
    """The rules that settings ask, for those who write findings down."""
    return tuple(
        RuleNote(
            rule.code,
            rule.name,
            change_of(settings.changes, rule.code, rule.name).severity or rule.severity,
            rule.summary,
            pages.page(rule),
        )
        for rule in RULES
        if is_asked(rule, settings)
    )


def explain(asked: str) -> str:
    """The page of the rule with this code or name; UsageError, naming the nearest, where there is none."""
    return pages.page(pages.find(asked, RULES))


def of_read_error(file: str, error: ReadError, settings: Settings = AS_SHIPPED) -> Finding:
    """The finding for a file that could not be read at all."""
    rule = next((rule for rule in RULES if rule.code == error.code), unreadable_file.RULE)
    key = error.key if error.key in rule.messages else "unread"
    said = catalogue(base(settings.language)).sentences.get((rule.code, key), rule.messages[key])
    sentence = str(error).strip().removeprefix(f"{file}: ").removesuffix(".")
    change = change_of(settings.changes, rule.code, rule.name)
    return Finding(
        file,
        rule.code,
        rule.name,
        change.severity or rule.severity,
        filled(said[0], {"sentence": sentence} | dict(error.filled)),
        help=said[1],
        key=key,
        args=(("sentence", sentence), *error.filled),
    )
