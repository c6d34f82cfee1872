"""What other people's validators say of the files as they are published.

PDF/UA-1 and PDF/A-2a are judged by veraPDF where it is at hand; here stand the validators that
come as packages.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import engines
import page
import pytest
from openxml_audit import OpenXmlValidator
from published import Published
from where import ROOT, WORKSPACES

REPORTS = {"2021-H2": ROOT, "2022-H1": ROOT, "2024-H1": WORKSPACES / "klein"}
NOT_OURS = {
    "ORD-001": "it calls marks out of order that stand in one order in tree and page alike",
    "HDG-010": "it takes a heading that is the name of a road, N35, for a bare reference",
    "TBL-010": "it takes a list of terms, in which each row has a head and one cell, for torn headers",
}
"""Warnings of the second checker that do not hold, with the reason."""
NOT_OURS_IN_A_DRAFT = {
    "PAG-001": "it takes boxes that begin pages for headers, since all are called 'Open punt'",
}


@pytest.fixture(scope="module", params=REPORTS)
def papers(request: pytest.FixtureRequest, published: Published) -> tuple[Path, ...]:
    """The finished files of one period."""
    return published(REPORTS[request.param], request.param)


@pytest.fixture(scope="module", params=engines.NAMES)
def pdfs(request: pytest.FixtureRequest, published: Published, period: str) -> list[Path]:
    """The finished PDFs of one period as an engine lays them out."""
    engine = None if request.param == engines.DEFAULT else request.param
    return [path for path in published(REPORTS[period], period, engine) if path.suffix == ".pdf"]


@pytest.fixture(scope="module", params=REPORTS)
def period(request: pytest.FixtureRequest) -> str:
    """One of the periods."""
    return str(request.param)


def of_kind(papers: tuple[Path, ...], suffix: str) -> list[Path]:
    found = [path for path in papers if path.suffix == suffix]
    assert len(found) == len(papers) / 2
    return found


def test_word_files_follow_the_schemas_and_need_no_repair(papers: tuple[Path, ...]) -> None:
    for path in of_kind(papers, ".docx"):
        assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_pdf_files_conform_to_pdf_ua_1(pdfs: list[Path]) -> None:
    assert len(pdfs) == 2
    for path in pdfs:
        report = page.validate_pdf(path, profile="ua1")
        assert [f"{one.rule_id}: {one.message}" for one in report.failures] == []
        assert report.is_compliant


@pytest.mark.parametrize("period", ["2021-H2", "2022-H1"], indirect=True)
def test_the_real_report_has_no_accessibility_error_that_a_validator_misses(
    pdfs: list[Path], period: str
) -> None:
    """Not the small workspace: its table of two rows looks to this checker like torn headers."""
    command = [str(Path(sys.executable).with_name("outloud")), "--quiet"]
    draft = NOT_OURS_IN_A_DRAFT if period == "2022-H1" else {}
    command += ["--fail-on", "warning", "--skip", ",".join([*NOT_OURS, *draft])]
    done = subprocess.run([*command, *map(str, pdfs)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
