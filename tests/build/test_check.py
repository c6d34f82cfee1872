"""What holds for a check as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build import check as checking
from rapportage.checks.registry import judge
from rapportage.checks.subjects import Content, Subject
from rapportage.errors import Problem
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
