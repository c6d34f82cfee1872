"""The registry of rules: one row a rule, and its name in no second place."""

from __future__ import annotations

import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import get_type_hints

import pytest
from where import ROOT

from rapportage.checks.registry import RULES, judge
from rapportage.checks.rule import Rule, Weight
from rapportage.checks.subjects import Content, Paper, Report, StyleFile
from rapportage.errors import Finding, Place, Problem

SOURCES = sorted((ROOT / "src/rapportage").rglob("*.py"))
OTHER_WORDS = {
    *(
        "bedrag",
        "bron",
        "dag",
        "onbekend",
        "huisstijl",
        "ondertekening",
        "ongelezen",
        "ontbreekt",
        "status",
        "vergelijking",
    ),
}
"""Names of rules that are keys, roles, folders or words of a sentence besides."""
TELLERS = {"Problem", "Rule", "problem", "refusal", "tell", "told"}


def literals(tree: ast.AST) -> Iterator[str]:
    """Every word in quotes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def as_rule(tree: ast.AST) -> Iterator[str]:
    """The words in quotes that are told, or compared with what was told, as the name of a rule."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if getattr(node.func, "id", getattr(node.func, "attr", "")) in TELLERS:
                yield from (
                    word for one in node.args if isinstance(one, ast.Constant) for word in literals(one)
                )
            yield from (word for one in node.keywords if one.arg == "rule" for word in literals(one))
        if isinstance(node, ast.Compare) and getattr(node.left, "attr", "") == "rule":
            yield from literals(node)


def test_each_rule_has_a_name_and_a_sentence_of_its_own() -> None:
    for facts in ([rule.name for rule in RULES], [rule.sentence for rule in RULES]):
        assert [fact for fact, times in Counter(facts).items() if times > 1] == []
    assert [rule.name for rule in RULES if not re.fullmatch("[a-z]+(-[a-z]+)*", rule.name)] == []
    assert [rule.sentence for rule in RULES if not re.fullmatch("[A-Z].*[.]", rule.sentence)] == []


def test_the_name_of_a_rule_stands_in_one_place() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in SOURCES]
    everywhere = Counter(word for tree in trees for word in literals(tree))
    told = Counter(word for tree in trees for word in as_rule(tree))
    names = {rule.name for rule in RULES}
    assert {name: everywhere[name] for name in names - OTHER_WORDS if everywhere[name] != 1} == {}
    assert {name: told[name] for name in names & OTHER_WORDS if told[name] > 1} == {}


def test_every_function_that_judges_a_subject_is_in_one_row() -> None:
    judging = []
    for path in (ROOT / "src").glob("rapportage/checks/**/*.py"):
        module = import_module(".".join(path.relative_to(ROOT / "src").with_suffix("").parts))
        for name, function in inspect.getmembers(module, inspect.isfunction):
            hints = get_type_hints(function)
            ours = function.__module__ == module.__name__ and not name.startswith("_")
            if ours and hints.pop("return", None) == Iterator[Finding] and len(hints) == 1:
                (subject,) = hints.values()
                judging += [(function, subject)] if subject in (Content, Paper, Report, StyleFile) else []
    assert Counter(judging) == Counter((rule.find, rule.needs) for rule in RULES)


# --- what the runner makes of a row ----------------------------------------------------------


class Draft:
    """A subject that is a draft or not."""

    def __init__(self, draft: bool) -> None:
        self.draft = draft


@pytest.mark.parametrize(
    ("weight", "in_draft", "adopted"),
    [
        ("fout", "fout", "fout"),
        ("waarschuwing", "waarschuwing", "waarschuwing"),
        ("fout zodra vastgesteld", "waarschuwing", "fout"),
    ],
)
def test_name_and_severity_come_from_the_row(weight: str, in_draft: str, adopted: str) -> None:
    at = Place("a.yaml", 3)
    # Weights come as text here, and Draft has only what a rule asks of its subject.
    rule = Rule("proef", weight, Draft, lambda _: iter([Finding("x", at, "y")]), "Een proef.")  # type: ignore[arg-type]
    for draft, severity in ((True, in_draft), (False, adopted)):
        assert list(rule.problems(Draft(draft))) == [Problem(severity, "x", at, "y", "proef")]  # type: ignore[arg-type]


def test_a_rule_that_needs_something_else_says_nothing() -> None:
    assert judge(Draft(draft=False)) == []


def _fails(style: StyleFile) -> Iterator[Finding]:
    yield Finding("eerst dit", Place(style.file, 3), "")
    raise IndexError("list index out of range")


@pytest.mark.parametrize("weight", ["waarschuwing", "fout"])
def test_a_rule_that_fails_says_so_and_keeps_no_other_from_telling(
    weight: Weight, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RAPPORTAGE_TRACEBACK", raising=False)
    rule = Rule("proef", weight, StyleFile, _fails, "Een rij heeft een getal.")
    first, second = rule.problems(StyleFile("x", "", ""))
    assert first.message == "eerst dit"
    assert (second.severity, second.rule) == (weight, "proef")
    assert second.message == "de controle 'proef' liep zelf vast (IndexError: list index out of range)"
    assert second.hint == "kijk zelf na: een rij heeft een getal; en meld dit met de content erbij"


def test_who_wants_the_traceback_of_a_rule_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORTAGE_TRACEBACK", "1")
    rule = Rule("proef", "waarschuwing", StyleFile, _fails, "Een rij heeft een getal.")
    with pytest.raises(IndexError):
        list(rule.problems(StyleFile("x", "", "")))
