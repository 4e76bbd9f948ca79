"""Findings as JUnit XML, read back by an XML parser."""

from __future__ import annotations

from hypothesis import given, settings
from lxml import etree

from rapportkit.model.checked import Checked
from rapportkit.writers.findings.junit import write
from writers.findings.samples import CHECKED, CROWDED, FILES, REPEATED, UNMARKED, finding, hostile


def test_the_whole_page():
    assert (
        write(CHECKED).decode()
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="rapportkit validate" tests="5" failures="1" errors="1" skipped="1">
  <testsuite name="rt12 Mobility.docx" file="rt12 Mobility.docx" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="rt12 Mobility.docx" name="L001 too-many-points" file="rt12 Mobility.docx">
      <failure message="table 2, row 9: “Progress” holds 5 points; the form asks for 4 at most" \
type="L001 too-many-points">table 2, row 9: “Progress” holds 5 points; the form asks for 4 at most
Keep the strongest points, or join two that say the same.</failure>
    </testcase>
    <system-out>1 waived</system-out>
  </testsuite>
  <testsuite name="notes.txt" file="notes.txt" tests="2" failures="0" errors="0" skipped="1">
    <testcase classname="notes.txt" name="Q002 quotation-unmarked" file="notes.txt" line="12">
      <skipped message="line 12: “Quotes”: “100% of &lt;us&gt; &amp; you, now: *act*” bears no mark \
— Put “anonymous” behind it."/>
    </testcase>
    <testcase classname="notes.txt" name="T002 label-reworded" file="notes.txt">
      <system-out>“Challenges” stands as “Troubles”</system-out>
    </testcase>
  </testsuite>
  <testsuite name="scan.pdf" file="scan.pdf" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="scan.pdf" name="F008 pdf-without-text" file="scan.pdf">
      <error message="holds pictures of pages only" type="F008 pdf-without-text">holds pictures of pages only
Ask for the Word file.</error>
    </testcase>
  </testsuite>
  <testsuite name="quiet.docx" file="quiet.docx" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="quiet.docx" name="Nothing to mend" file="quiet.docx"/>
  </testsuite>
</testsuites>
"""
    )


def test_no_two_tests_of_a_file_share_a_name():
    names = [case.get("name") for case in etree.fromstring(write(REPEATED)).iter("testcase")]
    assert names[:3] == ["L001 too-many-points", "L001 too-many-points (2)", "L001 too-many-points (3)"]
    assert len(set(names)) == 9


def test_in_french():
    page = write(Checked((UNMARKED,), (FILES[1], FILES[3]), language="fr")).decode()
    assert "line 12\u00a0: “Quotes”" in page
    assert 'name="Rien à corriger"' in page


def test_what_xml_cannot_hold_is_replaced():
    told = finding(message="]]> \x00\ud800\ufffe & <b>", help="\x0b'\"")
    failure = next(etree.fromstring(write(Checked((told,), FILES[:1]))).iter("failure"))
    assert failure.text == "table 2, row 9: ]]> ��� & <b>\n'\""


@given(hostile())
@settings(max_examples=80, deadline=None, derandomize=True)
def test_the_figures_are_those_of_the_tests(checked):
    root = etree.fromstring(write(checked))
    for suite in (root, *root.iter("testsuite")):
        found = {
            "tests": len(list(suite.iter("testcase"))),
            "failures": len(list(suite.iter("failure"))),
            "errors": len(list(suite.iter("error"))),
            "skipped": len(list(suite.iter("skipped"))),
        }
        assert {name: int(suite.get(name)) for name in found} == found
        if suite is not root:
            names = [case.get("name") for case in suite.iter("testcase")]
            assert len(names) == len(set(names))
    graves = [each for each in checked.findings if each.severity == "error"]
    assert int(root.get("failures")) + int(root.get("errors")) == len(graves)


def test_errors_in_a_file_that_was_read_are_failures():
    root = etree.fromstring(write(Checked((CROWDED,), FILES[:1])))
    assert (root.get("failures"), root.get("errors")) == ("1", "0")
