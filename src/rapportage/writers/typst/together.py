"""Put what a line's end must not part in a box: days, references, last words, with the signs they touch.

Between a box and what stands against it the engine ends lines, also before a full stop. So the signs go
into the box, and where these stand in an element of their own there is no box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise
from typing import cast

from rapportage.characters import NO_BREAK_HYPHEN
from rapportage.inlines import Footnote, Inline, Inlines, LineBreak, NoteMark, Reference, Text, plain
from rapportage.lines import HYPHENED, WHOLE, last_words

_ENDS = " \u00ad\u200b"
"""The characters at which a line may end."""
_ENDS_BEHIND = "-/"
"""The signs behind which one may end."""


@dataclass(frozen=True, slots=True)
class Together:
    """Inline content that no line's end parts."""

    content: Inlines


_Span = tuple[int, int]


def together(
    content: Inlines, before: str = " ", after: str = " ", *, ends: bool = False, in_cell: bool = False
) -> Iterator[Inline | Together]:
    """The content with its boxes, between these two characters; `ends` says that lines end with it.

    In the cell of a table a reference may be parted between its words.
    """
    texts = [_said(one) for one in content]
    places = list(accumulate(map(len, texts), initial=0))
    whole = "".join(texts)
    spans = list(_spans(content, texts, places, ends=ends, in_cell=in_cell))
    spans = [one for span in spans if (one := _touching(whole, span, before, after))]
    spans = _joined([span for span in spans if not _parts_an_element(content, places, span)])
    pieces: list[tuple[_Span | None, Inline]] = []
    for number, inline in enumerate(content):
        around = (before + whole[: places[number]])[-1], (whole[places[number + 1] :] + after)[0]
        last = ends and number == len(content) - 1
        pieces += _pieces(inline, places[number], spans, *around, ends=last, in_cell=in_cell)
    for box, group in groupby(pieces, key=lambda piece: piece[0]):
        inside = tuple(inline for _, inline in group)
        if box is None:
            yield from inside
        else:
            yield Together(inside)


def _said(inline: Inline) -> str:
    return "" if isinstance(inline, Footnote | NoteMark) else plain((inline,))


def _spans(
    content: Inlines, texts: list[str], places: list[int], *, ends: bool, in_cell: bool
) -> Iterator[_Span]:
    """Where words stand that are held together."""
    for inline, text, at in zip(content, texts, places, strict=False):
        match inline:
            case Reference() if not in_cell:
                yield at, at + len(text)
            case Text():
                for held in (*WHOLE.finditer(text), *HYPHENED.finditer(text)):
                    yield at + held.start(), at + held.end()
            case _:
                pass
    if ends and content and isinstance(content[-1], Text) and NO_BREAK_HYPHEN not in texts[-1]:
        last = last_words(texts[-1])
        if last is not None:
            start = places[-2] + len(last.before)
            yield start, start + len(last.words)


def _touching(whole: str, span: _Span, before: str, after: str) -> _Span | None:
    """The span with the signs that stand against it; None where these stand in another element."""
    begin, end = span
    while begin and whole[begin - 1] not in _ENDS + _ENDS_BEHIND:
        begin -= 1
    while end < len(whole) and whole[end] not in _ENDS and whole[end - 1] not in _ENDS_BEHIND:
        end += 1
    alone = begin or before in _ENDS + _ENDS_BEHIND
    ended = end < len(whole) or after in _ENDS or whole[end - 1 : end] in _ENDS_BEHIND
    return (begin, end) if alone and ended and begin < end else None


def _parts_an_element(content: Inlines, places: list[int], span: _Span) -> bool:
    """Whether the span begins or ends in the midst of what is no plain text, or holds a forced line end."""
    for inline, begin, end in zip(content, places, places[1:], strict=False):
        overlaps = begin < span[1] and span[0] < end
        if overlaps and isinstance(inline, LineBreak):
            return True
        if overlaps and not isinstance(inline, Text) and (span[0] > begin or span[1] < end):
            return True
    return False


def _joined(spans: list[_Span]) -> list[_Span]:
    """Spans that overlap as one."""
    joined: list[_Span] = []
    for begin, end in sorted(spans):
        if joined and begin < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    return joined


def _pieces(
    inline: Inline, at: int, spans: list[_Span], before: str, after: str, *, ends: bool, in_cell: bool
) -> Iterator[tuple[_Span | None, Inline]]:
    """The inline, in parts where boxes begin and end in it, each with its box."""
    if isinstance(inline, Text):
        end = at + len(inline.text)
        cuts = sorted({at, end, *(cut for span in spans for cut in span if at < cut < end)})
        for begin, until in pairwise(cuts):
            box = next((span for span in spans if span[0] <= begin and until <= span[1]), None)
            yield box, Text(inline.text[begin - at : until - at])
        return
    end = at + len(_said(inline))
    box = next((span for span in spans if span[0] <= at and end <= span[1]), None)
    if isinstance(inline, Footnote | NoteMark) and box is not None and box[0] == at:
        box = None  # it stands before the box, not in it
    if isinstance(inline, Footnote | NoteMark | LineBreak | Reference):
        yield box, inline
    else:
        inside = together(inline.content, before, after, ends=ends, in_cell=in_cell)
        held = cast(Inlines, tuple(inside))
        yield box, replace(inline, content=held)
