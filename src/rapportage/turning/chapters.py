"""The texts of a new period: reference chapters as they were, the others with what is to be told in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from textwrap import fill

from rapportage.content.fields import EXPRESSION, OPEN
from rapportage.content.model import Hoofdstuk, Markdown
from rapportage.content.register import Toezegging
from rapportage.content.stand import STAND_TEXTS
from rapportage.content.text_blocks import TextBlock, text_blocks
from rapportage.moved_periods import moved
from rapportage.periode import FORMS, Periode
from rapportage.turning.points import Point, points
from rapportage.workspace import Workspace

_WIDTH = 120
_MOST_KEPT = 20_000
"""So many letters of what was said last time are shown above a chapter; the rest is in its own file."""
_ABOUT = (
    "Aantekening bij het begin van deze periode. Zij komt niet in het stuk; haal haar weg als u klaar bent."
)
_OUR_NOTE = re.compile(rf"<!--\s*{re.escape(_ABOUT)}.*?-->\n*", re.S)
_COMMENT = re.compile(r"<!--.*?-->\n*", re.S)
_CHANGED = re.compile(r"\[\s*veranderd\s*:[^\[\]]*\]", re.I)
_LINKED = re.compile(r"\[(?P<words>[^\[\]]*)\](?:\([^()]*\)|\{[^{}]*\})")
_NOTED = re.compile(r"\s*\[\^[^\]]*\]")
_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
_OWN_KEYS = re.compile(r"^(?:overgenomen|nagezien|status|beantwoordt):.*\n(?:[ \t]+.*\n|- .*\n)*", re.M)


_STAND = re.compile(r"^stand:.*\n(?:[ \t]+.*\n|[ \t]*\n)*", re.M)


def _asked_again(stand: re.Match[str]) -> str:
    """How things stand, asked again below the same keys; what it was is there as a remark."""
    told = "".join(f"# {line}\n" for line in stand[0].rstrip().split("\n"))
    keys = [key for key in STAND_TEXTS if re.search(rf"\b{key}:", stand[0])]
    return f"# Zo stond het de vorige keer:\n{told}stand:\n" + "".join(f"  {key}: {OPEN}\n" for key in keys)


def reference_chapter(text: str, earlier: Periode, pending: Sequence[Toezegging] = ()) -> str:
    """A chapter as it was, said to be taken over; it goes on answering what is `pending`."""
    front, body = _parted(text, earlier)
    return f"---\n{front}{_answers(pending)}---\n{_beside(body, earlier)}"


def reporting_chapter(
    text: str,
    chapter: Hoofdstuk,
    earlier: Periode,
    now: Periode,
    pending: Sequence[tuple[Toezegging, Point]] = (),
    steps: Sequence[Point] = (),
) -> str:
    """A chapter with its headings, figures and tables, what it is to tell, and a note of what was said.

    What is `pending` of the promises that it answers comes along, and it begins with the `steps` announced.
    """
    front, _ = _parted(text, earlier)
    front = _STAND.sub(_asked_again, front)
    body = chapter.tekst
    blocks = text_blocks(body.text)
    found = list(points(blocks, body.file, body.first_line, earlier))
    told = [*(point for _, point in pending), *steps, *(point for _, point in found)]
    note = _note(body, told, earlier)
    parts = [_listed([_question(one, earlier) for one in steps])]
    parts += [_section(blocks, found, begin, end, earlier, now) for begin, end in _sections(blocks)]
    text = _beside("\n\n".join(part for part in parts if part), earlier)
    answers = _answers([one for one, _ in pending])
    return f"---\n{front}{answers}status: concept\n---\n{note}\n\n{text}\n"


def memo_text(
    memo: Markdown, earlier: Periode, now: Periode, questions: Sequence[str], steps: Sequence[Point] = ()
) -> str:
    """The memo with the names of its period moved on, a note of what was announced, and what to ask.

    Of the `steps` announced it asks what became of them.
    """
    text = _beside(moved(_OUR_NOTE.sub("", memo.text), earlier, now).strip("\n"), earlier)
    announced = [
        *steps,
        *(
            point
            for _, point in points(text_blocks(memo.text), memo.file, memo.first_line, earlier)
            if point.kind == "aangekondigd"
        ),
    ]
    note = f"<!--\n{_ABOUT}\n\n{_told(announced)}\n-->\n\n" if announced else ""
    asked = "".join(
        f"\n\n{_open(question)}" for question in [*questions, *(_question(one, earlier) for one in steps)]
    )
    return f"{note}{text}{asked}\n"


def _beside(text: str, earlier: Periode) -> str:
    """The text with what it compares the report with: the one that the new one follows."""
    return _CHANGED.sub(f"[veranderd: {earlier}]", text)


def _answers(pending: Sequence[Toezegging]) -> str:
    """The line of front matter that names what a chapter answers."""
    return "".join(("beantwoordt:\n", *(f"  - {one.id}\n" for one in pending))) if pending else ""


def _parted(text: str, earlier: Periode) -> tuple[str, str]:
    """The lines of a chapter's front matter, with from where they come, and its text."""
    found = _FRONT.match(text)
    if found is None:  # a chapter may begin with its title
        title, _, body = text.partition("\n")
        words = title.lstrip("# ").rstrip("# ").replace("'", "''")
        return f"titel: '{words}'\novergenomen: {earlier}\n", body.lstrip("\n")
    front = _OWN_KEYS.sub("", found["yaml"])
    return f"{front.rstrip()}\novergenomen: {earlier}\n", text[found.end() :]


def _sections(blocks: Sequence[TextBlock]) -> Iterator[tuple[int, int]]:
    """From and up to which block each heading's part goes; the first may have no heading."""
    starts = [at for at, block in enumerate(blocks) if block.kind == "heading"]
    bounds = [0, *starts, len(blocks)]
    yield from ((begin, end) for begin, end in pairwise(bounds) if begin < end)


def _section(
    blocks: Sequence[TextBlock],
    found: Iterable[tuple[int, Point]],
    begin: int,
    end: int,
    earlier: Periode,
    now: Periode,
) -> str:
    """A heading with what is shown below it and what is to be told there."""
    asked = [_question(point, earlier) for at, point in found if begin <= at < end]
    shown = _shown(blocks[begin:end])
    has_heading = blocks[begin].kind == "heading"
    if not asked and (has_heading or len(blocks) == end) and not _is_followed_by_deeper(blocks, begin, end):
        asked = [
            f"Wat is er over het {now.words('lang')} te melden?"
            if now.kind != "jaar"
            else f"Wat is er over {now} te melden?"
        ]
    text = _listed(asked)
    return "\n\n".join([*shown, *([text] if text else [])])


def _listed(asked: Sequence[str]) -> str:
    """One question as a paragraph, more of them as a list."""
    return _open(asked[0]) if len(asked) == 1 else "\n".join(_item(one) for one in asked)


def _is_followed_by_deeper(blocks: Sequence[TextBlock], begin: int, end: int) -> bool:
    """Whether what follows stands below this heading: then it need not have words of its own."""
    if end >= len(blocks) or blocks[begin].kind != "heading":
        return False
    level = [len(blocks[at].lines[0]) - len(blocks[at].lines[0].lstrip("#")) for at in (begin, end)]
    return level[1] > level[0]


def _shown(blocks: Sequence[TextBlock]) -> list[str]:
    """The heading, figures and tables, the latter with their boxes and notes."""
    kept: list[str] = []
    boxes: list[tuple[str, int]] = []
    marks = set(
        re.findall(r"\[\^[^\]\s]+\]", "".join("".join(one.lines) for one in blocks if one.kind == "table"))
    )
    for block in blocks:
        words = "\n".join(block.lines)
        if block.kind == "fence" and words.strip(": ") == "":
            opening, at = boxes.pop() if boxes else ("", 0)
            if opening and len(kept) > at:
                kept.append(words)
            elif opening:
                del kept[at - 1 :]
        elif block.kind == "fence":
            keeps = words.removeprefix(":::").split()[:1] in (["tabel"], ["liggend"])
            if keeps:
                kept.append(words)
            boxes.append((words if keeps else "", len(kept)))
        elif block.kind in ("heading", "insert", "table") or (
            block.kind == "note" and words.partition(":")[0] in marks
        ):
            kept.append(words)
    return kept


def _question(point: Point, earlier: Periode) -> str:
    if point.kind == "open punt":
        return point.words
    announced = f"het {earlier.words('lang')}" if earlier.kind != "jaar" else str(earlier)
    asked = f"Hoe staat het met wat in de rapportage over {announced} was aangekondigd?"
    return f"{asked} {_quoted(point.words, earlier)}"


def _quoted(words: str, earlier: Periode) -> str:
    """The words of a sentence between quotes, without links, notes and numbers that would be others now.

    A period that was asked for is named: the same words would name another one now.
    """
    plain = _NOTED.sub("", _LINKED.sub(lambda one: one["words"], words))
    plain = EXPRESSION.sub(partial(_asked, earlier), plain).replace("**", "").replace("*", "")
    return f'"{plain.replace(chr(34), chr(39)).strip()}"'


_PERIOD_ASKED = re.compile(
    r"""\s*(?P<which>periode|vorige|volgende|jaar_eerder)\s*(?:\(\s*["'](?P<form>[a-z-]+)["']\s*\))?\s*"""
)


def _asked(earlier: Periode, expression: re.Match[str]) -> str:
    """What an expression was in the report on that period, if it names a period."""
    found = _PERIOD_ASKED.fullmatch(expression["expression"])
    if found is None or (found["form"] or FORMS[0]) not in FORMS:
        return "…"
    meant = {
        "periode": earlier,
        "vorige": earlier.previous,
        "volgende": earlier.next,
        "jaar_eerder": earlier.year_before,
    }[found["which"]]
    return meant.words(found["form"]) if found["form"] else meant.name


def _open(words: str) -> str:
    return fill(f"[open: {words}]", _WIDTH, break_long_words=False, break_on_hyphens=False)


def _item(words: str) -> str:
    return fill(
        f"- [open: {words}]", _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


def _note(text: Markdown, found: Sequence[Point], earlier: Periode) -> str:
    """A note to the author: what is to be told, with where it was said, and what was said last time."""
    said = _COMMENT.sub("", text.text).strip("\n")
    rest = len(said) > _MOST_KEPT
    quoted = [f"> {line}".rstrip() for line in _harmless(said[:_MOST_KEPT]).split("\n")]
    parts = [_ABOUT]
    if found:
        parts += ["", _told(found)]
    parts += ["", f"Zo stond het in {earlier} ({text.file}):", *quoted]
    if rest:
        parts.append("> (de rest staat in dat bestand)")
    return "<!--\n" + "\n".join(parts) + "\n-->"


def _told(found: Iterable[Point]) -> str:
    lines = ["Hierover is nog bericht te geven:"]
    lines += [f"- {point.kind} ({point.place}): {_harmless(point.words)}" for point in found]
    return "\n".join(lines)


def _harmless(text: str) -> str:
    """The text as it can stand in a note."""
    return text.replace("<!--", "(").replace("-->", ")")


def chapter_text(workspace: Workspace, name: str, earlier: Periode) -> str:
    """A chapter's file as it is."""
    return workspace.read(workspace.content / str(earlier) / "bijlage" / f"{name}.md")
