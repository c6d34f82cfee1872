"""What holds for a check as a whole."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import cast

import pytest

from rapportage.build import check as checking
from rapportage.cache import ENVIRONMENT
from rapportage.checks.registry import judge
from rapportage.checks.subjects import Content, Subject
from rapportage.document import Image
from rapportage.errors import Problem
from rapportage.figures.cache import Aside, Draw, Drawn
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace


def test_a_picture_that_disappears_after_it_was_judged_is_an_error_and_not_left_out(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judged(subject: Subject) -> list[Problem]:
        found = judge(subject)
        if isinstance(subject, Content):
            (klein / "content/2024-H1/figuren/dijk.svg").unlink()
        return found

    monkeypatch.setattr(checking, "judge", judged)
    found = checking.check(Workspace(klein), parse_periode("2024-H1"))
    assert [(one.rule, one.at.file, one.message) for one in found.errors] == [
        ("ontbreekt", "content/2024-H1/figuren/dijk.yaml", "'dijk' is er niet meer, en was er net nog wel")
    ]


@pytest.mark.parametrize("written", ["[figuur: woningbouw]", "[figuren: woningbouw, dijk]"])
def test_a_chart_is_drawn_by_another_as_wide_as_it_is_shown_and_never_again(
    klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "bewaard"))
    text = klein / "content/2024-H1/bijlage/wonen.md"
    text.write_text(text.read_text("utf-8").replace("[figuur: woningbouw]", written), "utf-8")
    if "dijk" in written:
        water = klein / "content/2024-H1/bijlage/water.md"
        water.write_text(
            water.read_text("utf-8").replace("[figuren: dijk, waterschap]", "[figuur: waterschap]"), "utf-8"
        )
    drawn: list[Image] = []

    def begin(draw: Draw) -> Draw:
        def elsewhere() -> Drawn:
            figure = pickle.loads(pickle.dumps(draw))()
            drawn.append(figure.image)
            return cast(Drawn, figure)

        return elsewhere

    heard: list[Image] = []
    found = checking.check(
        Workspace(klein), parse_periode("2024-H1"), Aside(begin, lambda image, _: heard.append(image))
    )
    assert not found.errors
    (chart,) = drawn
    assert chart in heard
    assert chart in found.documents["bijlage"].images.values()
