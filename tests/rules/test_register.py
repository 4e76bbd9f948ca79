"""The register, the pages and the reference made of them."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from rapportkit import rules
from rapportkit.errors import UsageError
from rapportkit.rules.pages import reference
from rapportkit.rules.rule import Rule

ROOT = Path(__file__).parents[2]
ROOM = ROOT / "src/rapportkit/rules"


def test_codes_and_names_are_used_once_and_look_alike():
    codes = [rule.code for rule in rules.RULES]
    names = [rule.name for rule in rules.RULES]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Z]\d{3}", code) for code in codes)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


def test_every_file_with_a_rule_is_registered():
    modules = [
        import_module(".".join(path.relative_to(ROOT / "src").with_suffix("").parts))
        for path in ROOM.glob("*/*.py")
        if path.name != "__init__.py"
    ]
    found = {module.RULE.code for module in modules if isinstance(getattr(module, "RULE", None), Rule)}
    assert found == {rule.code for rule in rules.RULES}


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.code)
def test_a_page_says_what_why_and_how_to_mend(rule: Rule):
    page = rules.explain(rule.code)
    assert page.startswith(f"{rule.code} {rule.name} ({rule.severity.value})\n\n{rule.summary}\n")
    assert rule.summary.endswith(".")
    for part in ("Why it matters: ", "Example: ", "How to mend: "):
        assert page.count(f"\n{part}") == 1
    assert rule.messages
    assert all(not said.message.endswith(".") and said.help.endswith(".") for said in rule.messages.values())


@pytest.mark.parametrize("asked", ["L001", "l001", " [L001] ", "too-many-points"])
def test_explain_takes_code_and_name(asked: str):
    assert rules.explain(asked).startswith("L001 too-many-points (error)\n")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("L0001", "There is no rule “L0001”. Did you mean L001 too-many-points?"),
        ("to-many-pionts", "There is no rule “to-many-pionts”. Did you mean L001 too-many-points?"),
        ("§", f"There is no rule “§”. There are {', '.join(rule.code for rule in rules.RULES)}."),
    ],
)
def test_an_unknown_rule_is_refused_with_the_nearest(asked: str, message: str):
    with pytest.raises(UsageError) as caught:
        rules.explain(asked)
    assert str(caught.value) == message


def test_the_reference_is_up_to_date():
    assert (ROOT / "docs/rules.md").read_text("utf-8") == reference(rules.RULES), (
        "run: python -m rapportkit.rules.reference > docs/rules.md"
    )
