"""What a rule is: a name, a weight, what finds it broken in what, and the sentence that it holds to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from rapportage.checks.subjects import Subject
from rapportage.errors import Finding, Place, Problem, Severity, shortened
from rapportage.faults import OURS, wants_traceback

Weight = Severity | Literal["fout zodra vastgesteld"]
"""How grave it is to break a rule; the last is a warning while the report is a draft."""
Needed = TypeVar("Needed", bound=Subject)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Needed]):
    """A rule: its name in `check --json`, its weight, what it needs, what finds it broken, what it says.

    One that gives way tells nothing of a line with an error, which may well be the cause.
    """

    name: str
    weight: Weight
    needs: type[Needed]
    find: Callable[[Needed], Iterator[Finding]]
    sentence: str
    gives_way: bool = False

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """Where the subject breaks this rule; nothing where the rule needs another kind of subject.

        A fault of the rule itself is told as what it leaves unjudged: what the other rules find is told too,
        and of a rule whose breach is no error it keeps no paper from being built.
        """
        if not isinstance(subject, self.needs):
            return
        try:
            for finding in self.find(subject):
                yield finding.told(self._severity(subject), self.name)
        except OURS as error:
            if wants_traceback():
                raise
            yield self._unjudged(error).told(self._severity(subject), self.name)

    def _unjudged(self, error: Exception) -> Finding:
        message = f"de controle '{self.name}' liep zelf vast ({type(error).__name__}: {shortened(error)})"
        claim = f"{self.sentence[:1].lower()}{self.sentence[1:-1]}"
        hint = f"kijk zelf na: {claim}; en meld dit met de content erbij"
        return Finding(message, Place("content", 0), hint)

    def _severity(self, subject: Subject) -> Severity:
        if self.weight == "fout zodra vastgesteld":
            return "waarschuwing" if subject.draft else "fout"
        return self.weight
