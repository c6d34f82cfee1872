"""What Pydantic finds is told in Dutch."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic_core.core_schema import ErrorType

from rapportage.content.period import Openbaarheid
from rapportage.content.source import parse_yaml
from rapportage.content.validation import _FOUND, Model, validate
from rapportage.errors import ContentError


def test_every_kind_of_finding_that_is_told_in_words_of_ours_is_one_of_pydantic() -> None:
    assert len(_FOUND) > 5
    assert set(_FOUND) - set(get_args(ErrorType)) == {"dutch", "unknown_word"}


def hint(model: type[Model], text: str) -> str | None:
    with pytest.raises(ContentError) as error:
        validate(model, parse_yaml(text, "x.yaml"))
    return error.value.problems[0].hint


def test_the_words_that_may_stand_somewhere_are_told() -> None:
    assert hint(Openbaarheid, "niveau: geheem") == "bedoelde u 'geheim'?"
    assert hint(Openbaarheid, "niveau: x") == "bekend: 'geheim', 'openbaar'"
