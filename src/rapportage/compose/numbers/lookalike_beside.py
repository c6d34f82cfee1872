"""The town, line or quarter that is named beside a number is that of its series.

Braces hide which series an expression takes: 'de woningvoorraad van Kampen' at a number of Dalfsen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapportage.compose.numbers.lookalikes import Lookalikes
from rapportage.compose.numbers.measured_beside import Told
from rapportage.compose.numbers.quantities import Worked

_SENTENCE = re.compile(r"[.;!?](?=\s|\Z)|\n")
_BETWEEN = re.compile(
    r"[:(,]|\b(?:dan|en|of|maar|terwijl|tegen\w*|waar\w*|die|dat|met|samen|buiten|na|voor|uit)\b|[0-9]", re.I
)
"""What between a name and a number may bring in something else that is counted."""
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}(?:-[HTQ][1-4])?\b")
_COMPARED = re.compile(
    r"\b(?:dan|als|tussen|naast|behalve|zonder|buiten|met|opzichte|verg\w+|uitgezonderd|evenals|rond|bij|naar|richting"
    r"|volgens|door|aan|uit|vanuit|en|of)\b",
    re.I,
)
"""What before a name says that nothing needs to be counted there."""
_PARTS = re.compile(r"[,;:]|\ben\b|[0-9]")
_AT = re.compile(
    r"(?:\A|\s)(?:(?:van|in|voor|te|op)\s(?:(?:de|het)\s)?(?:gemeente\s|stad\s|wijk\s|kern\s)?)\Z", re.I
)
_IT_IS = re.compile(
    r"(?:\s(?:is|was|zijn|waren|telt|telde|heeft|had|staan|stonden|wonen|kwamen|werden|er|het|nu))*\s*[:(]?\s*\Z",
    re.I,
)
_BEHIND = re.compile(
    r"(?:\s(?!dan\b)[a-zë-]+){0,2}\s(?:in|van|te)\s(?:(?:de|het)\s)?(?:gemeente\s|stad\s|wijk\s)?\Z"
)


def other_place(before: str, worked: Worked, after: str) -> Told | None:
    """The name of a lookalike beside a number, whose own name is nowhere in the sentence.

    Where it is, each number of two has its name right before it.
    """
    alike = worked.lookalikes
    if alike is None:
        return None
    lead, rest = _SENTENCE.split(before)[-1], _SENTENCE.split(after)[0]
    own_is_near = _places(alike.own, f"{lead} {rest}") != []
    for name, other in alike.others.items():
        if name == alike.own:
            continue
        for start, end in reversed(_places(name, lead)):
            between = _YEAR.sub("", lead[end:])
            ahead = lead[:start]
            is_right_before = _IT_IS.fullmatch(lead[end:]) is not None
            if own_is_near and not (is_right_before and _AT.search(ahead) and not _own_is_last(alike, ahead)):
                break
            if _BETWEEN.search(between.rstrip(" :(")) or _COMPARED.search(_PARTS.split(ahead)[-1]):
                break
            if not ahead.strip() or _AT.search(ahead) or name[0].islower():
                return _told(worked, name, other, alike)
        behind = _places(name, rest)
        if not own_is_near and behind and _BEHIND.fullmatch(rest[: behind[0][0]]):
            return _told(worked, name, other, alike)
    return None


def below_other_place(heads: Sequence[str], worked: Worked) -> Told | None:
    """The same of a number in a cell, by what heads its row and column and by the title of its table."""
    alike = worked.lookalikes
    if alike is None or any(_places(alike.own, head) for head in heads[:3]):
        return None
    for head in heads[:2]:
        named = [name for name in alike.others if _places(name, head)]
        if len(named) == 1:
            return _told(worked, named[0], alike.others[named[0]], alike)
    return None


def _own_is_last(alike: Lookalikes, ahead: str) -> bool:
    """Whether its own name stands before another one without a number that it could be of."""
    own = _places(alike.own, ahead)
    return bool(own) and not re.search(r"[0-9]", _YEAR.sub("", ahead[own[-1][1] :]))


def _places(name: str, text: str) -> list[tuple[int, int]]:
    if name not in text and name[0].isupper():
        return []
    flags = re.NOFLAG if name[0].isupper() else re.I
    return [found.span() for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, flags)]


def _told(worked: Worked, name: str, other: str, alike: Lookalikes) -> Told:
    own = alike.others[alike.own]
    return Told(
        f"bij '{worked.text}' staat '{name}', en het is een getal van de reeks '{own}'",
        f"bedoelde u de reeks '{other}'? klopt het zo, noem dan ook '{alike.own}'",
        is_sure=False,
    )
