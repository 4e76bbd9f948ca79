"""How well leaks under the Chatham House Rule are told from what merely looks like one.

    python benchmarks/leaks.py gold [--half a|b|c] [--show]
    python benchmarks/leaks.py seeds [--show]

`gold` asks the rules about made-up points of one or two sentences, half of them leaks and half look-alikes
(leaks/gold.json). A point counts once for each rule: as found when a finding of that rule quotes the words that
leak. Part a was looked at while building. Parts b and c were asked once, unseen, and only then looked at: all
rules together had precision 0.929 and recall 0.848 on b, and 0.882 and 0.789 on c, which is harder and was
written after the misses of b were mended. What the script prints today is therefore an upper bound.

`seeds` asks them about the five real reports as if all were under the Rule. Most alarms in the one that is on
the record are therefore what the rules are for; whether each is right was judged by reading, and stands in
leaks/judged.json under a hash of the report, the rule and the words with what stands around them. A right alarm
tells a person or a speaker's affiliation; an alarm that nobody has judged is counted as such.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapportkit import api, rules
from rapportkit.model.document import Document, Source
from rapportkit.model.finding import Finding
from rapportkit.model.report import Answer, Point, Report
from rapportkit.model.settings import Settings
from rapportkit.model.template import Template
from rapportkit.templates.catalog import find, shipped

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(__file__).with_name("leaks")
CODES = ("R001", "R002", "R003", "R004", "R005")
ASKED = Settings(select=CODES)
FORM = "gfmd-roundtable-2018"
FIELD = "/discussion_points"
AROUND = 40


@dataclass
class Score:
    """Leaks found and missed, and false alarms, by rule."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)

    def row(self, codes: tuple[str, ...]) -> str:
        found, missed, false = (
            sum(count[code] for code in codes) for count in (self.found, self.missed, self.false)
        )
        precision = f"{found / (found + false):.3f}" if found + false else "–"
        recall = f"{found / (found + missed):.3f}" if found + missed else "–"
        return f"{found:6} {missed:7} {false:6} {precision:>10} {recall:>7}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("gold", "seeds"))
    parser.add_argument("--half", choices=("a", "b", "c"), help="only one part of the gold points")
    parser.add_argument("--show", action="store_true", help="name every miss and every alarm")
    args = parser.parse_args()
    if args.what == "gold":
        for half in (args.half,) if args.half else ("a", "b", "c"):
            gold(half, show=args.show)
    else:
        seeds(show=args.show)


def gold(half: str, *, show: bool) -> None:
    """Print precision and recall of one part, by rule."""
    score = Score()
    points = [each for each in json.loads((DATA / "gold.json").read_text("utf-8")) if each["half"] == half]
    template = find(FORM, shipped())
    for each in points:
        answer = Answer(FIELD, (Point(each["text"]),))
        source = Source("gold.txt", "0" * 64, "txt", language=each["language"])
        told = quotes(Report(source, FORM, 1.0, answers=(answer,)), template)
        for code in sorted({*told, *each["finds"]}):
            words = each["finds"].get(code)
            is_found = bool(words) and any(words in said or said in words for said in told.get(code, ()))
            kind = "found" if is_found else "missed" if words else "false"
            getattr(score, kind)[code] += 1
            if show and kind != "found":
                print(f"  {kind:6} {code} {each['text']}")
    leaks = sum(bool(each["finds"]) for each in points)
    print(f"part {half}: {len(points)} points, {leaks} leaks and {len(points) - leaks} look-alikes")
    print("rule    found  missed  false  precision  recall")
    for code in CODES:
        print(f"{code}  {score.row((code,))}")
    print(f"all   {score.row(CODES)}\n")


def quotes(report: Report, template: Template) -> dict[str, list[str]]:
    """The words that the rules find, by rule."""
    told: dict[str, list[str]] = {}
    for finding in rules.check(report, template, ASKED):
        told.setdefault(finding.code, []).append(finding.quote)
    return told


def seeds(*, show: bool) -> None:
    """Print the alarms of each seed by rule, and how they were judged."""
    judged = json.loads((DATA / "judged.json").read_text("utf-8"))
    verdict = dict.fromkeys(judged["right"], True) | dict.fromkeys(judged["wrong"], False)
    print("seed rule  points alarmed alarms  right  wrong  unjudged")
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        document = api.read(path.read_bytes(), path.name)
        best = api.identify(document, shipped())[0]
        report = api.extract(document, best.template, best.confidence)
        template = replace(best.template, chatham_house=True)
        found = rules.check(report, template, ASKED, document=document)
        count = sum(1 for _ in report.points())
        for code in CODES:
            alarms = {key(each, around(each, document)): each for each in found if each.code == code}
            verdicts = Counter(map(verdict.get, alarms))
            alarmed = len({each.pointer for each in alarms.values()})
            print(
                f"{path.name[:3]:4} {code} {count:7} {alarmed:7} {len(alarms):6} "
                f"{verdicts[True]:6} {verdicts[False]:6} {verdicts[None]:9}"
            )
            for name, each in alarms.items() if show else ():
                print(f"   {name} {verdict.get(name)!s:5} {around(each, document)}")


def key(finding: Finding, said: str) -> str:
    """The name of an alarm: what was found, by which rule, amid which words."""
    return hashlib.sha256(f"{finding.code}|{said}".encode()).hexdigest()[:12]


def around(finding: Finding, document: Document) -> str:
    """The words found, in guillemets, with some of what stands around them."""
    place = finding.location
    assert place
    assert place.span
    start, end = place.span
    text = document.blocks[place.block].text
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return " ".join(f"{before}«{text[start:end]}»{after}".split())


if __name__ == "__main__":
    main()
