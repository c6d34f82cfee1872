"""What compares in `make conformance` tells a difference from none."""

from __future__ import annotations

import sys
from io import BytesIO

import pikepdf
import pytest
from laid_out import layout
from where import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import chromium
import verapdf

RULES = {("PDF/UA-2", "5-2"): "part", ("PDF/UA-2", "6.1-1"): "version"}


def test_the_list_of_norms_to_come_may_only_get_shorter(capsys: pytest.CaptureFixture[str]) -> None:
    listed = verapdf._listed(RULES)
    assert verapdf.compare(RULES, listed) == 0
    assert verapdf.compare(RULES | {("PDF/A-4f", "1-1"): "new"}, listed) == 1
    assert verapdf.compare({("PDF/UA-2", "5-2"): "part"}, listed) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in said] == [
        "FAIL not in normen.md",
        "FAIL no longer asked, take it out of normen.md (--vooruit does)",
    ]


TOLD = """\
De titel file:///stuk.pdf
id#=1 rootWebArea name='De titel' nameFrom=attribute
++id#=5 heading name='Van de lezer zelf'
++id#=7 pdfRoot focusable location=(0, 0)
++++id#=-10 region name='Page 1' nameFrom=attribute
++++++id#=-11 heading offscreen hierarchicalLevel=1
++++++id#=-12 image name='Een dijk, en 'water'' nameFrom=attribute
++id#=9 heading name='Erachter'
"""


def test_of_what_chromium_tells_only_the_paper_itself_is_read() -> None:
    found = [("region", "Page 1"), ("heading", ""), ("image", "Een dijk, en 'water'")]
    assert chromium._in_document(TOLD) == found


def test_what_a_paper_holds_is_counted_once_for_each_of_its_pages() -> None:
    with pikepdf.open(BytesIO(layout().pdf)) as pdf:
        held = list(chromium.held_in(pdf))
        assert held.count("figure") == len(chromium.alternative_texts(pdf)) == 4
        assert held.count("table") == 3
