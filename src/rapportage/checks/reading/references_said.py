"""Where a text refers to something: its sentences, with a sign in the place of each reference."""

from __future__ import annotations

import re
from collections.abc import Collection

from rapportage.inlines import Footnote, Inlines, LineBreak, NoteMark, Reference, Text

HERE = "\ue000"
"""What stands in a text where a reference stood: a character that no text has."""


def targets_in(content: Inlines, known: Collection[str]) -> list[str]:
    """Which of the things `known` a text refers to, in order."""
    return [one.target for one in content if isinstance(one, Reference) and one.target in known]


def only_target(content: Inlines, known: Collection[str]) -> str:
    """The one of these things that a text refers to; '' where it refers to none or to several."""
    targets = set(targets_in(content, known))
    return targets.pop() if len(targets) == 1 else ""


def said_in(content: Inlines) -> tuple[str, frozenset[str]]:
    """The words of a text with `HERE` for each reference, and those of numbers that expressions made."""
    words, made = [], []
    for one in content:
        match one:
            case Text():
                words.append(one.text)
                made += [found for each in one.made for found in as_it_stands(each.text, one.text)]
            case Reference():
                words.append(HERE)
            case LineBreak():
                words.append(" ")
            case Footnote() | NoteMark():
                pass
            case _:
                inner, below = said_in(one.content)
                words.append(inner)
                made += below
    return "".join(words), frozenset(made)


def as_it_stands(made: str, words: str) -> list[str]:
    """Each place in words of what an expression made: printed, blanks beside a unit are no-break spaces."""
    blanks = re.escape(made).replace(r"\ ", "[ \u00a0]")
    return re.findall(blanks, words)
