"""What a rule is: a name, a weight, what finds it broken in what, and the sentence that it holds to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from rapportage.checks.subjects import Subject
from rapportage.errors import Finding, Problem, Severity

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
        """Where the subject breaks this rule; nothing where the rule needs another kind of subject."""
        if isinstance(subject, self.needs):
            for finding in self.find(subject):
                yield finding.told(self._severity(subject), self.name)

    def _severity(self, subject: Subject) -> Severity:
        if self.weight == "fout zodra vastgesteld":
            return "waarschuwing" if subject.draft else "fout"
        return self.weight
