"""Find what is said otherwise than when the papers were read: no rule need know what is wrong with it.

Rules catch slips in words that somebody thought of. Here a person vouches for each paragraph and each row of
a table as it stands, by `rapportage proofread --done`, and is told of all that changes from there on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from rapportage.changed_words import Opcode, Words
from rapportage.checks.drawings.drawn_letters import letters_of
from rapportage.checks.subjects import Report
from rapportage.content.proofread import file_of, kept_texts, one_line
from rapportage.document import (
    Block,
    Document,
    Figure,
    FigurePair,
    Images,
    Metadata,
    Row,
    Signatures,
    Table,
    inlines_of,
    walk,
)
from rapportage.errors import ContentError, Finding, Place, shortened
from rapportage.inlines import (
    Footnote,
    Inlines,
    LineBreak,
    Link,
    NoteMark,
    Reference,
    Text,
    notes_in,
    place_of,
)

CHANGED = "nagelezen-anders"
"""The rule of this module, for who asks for what it found alone."""
_STATUS = "status"
"""Where it stands that papers are a draft, which is not so any more once they were read."""
_ALIKE = 0.5
"""So many of their words have a paragraph and what came of it in common."""
_MOST_PAIRS = 20_000
"""So often a text of a file is laid beside one that is gone; that takes a tenth of a second."""
_BESIDE = 4
"""So many words on either side say where in a text it was changed, and part one change from the next."""
_MOST_WORDS = 30
_BETWEEN_CELLS = " | "
_PAPERS = frozenset(("raadsvoorstel", "bijlage"))
"""Where one of these could not be made, nothing that stood in it is gone."""


# --- what the papers say -----------------------------------------------------------------------


def texts_said(documents: Mapping[str, Document]) -> dict[str, dict[str, Place]]:
    """Each paragraph and row of the papers by its file, as it is kept, with where it stands first."""
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for document in documents.values():
        for block in walk(document.blocks):
            for said, place in chain(_of_block(block), _of_figures(block, document.images)):
                if (text := one_line(said)) and place.path != _STATUS:
                    found[place.file].setdefault(text, place)
    return {file: each for file, each in found.items() if file}


def _of_block(block: Block) -> Iterator[tuple[str, Place]]:
    match block:
        case Table():
            for content in (block.caption, block.source):
                yield from _of_content(content, block.place)
            for row in block.head + block.body:
                yield from _of_row(row, block.place)
        case Metadata():  # its terms are no author's
            for one in block.rows:
                yield from _of_content(one.value, one.place)
        case Signatures():
            yield from _of_content(block.closing, block.place)
            yield from ((f"{one.name}, {one.office}", one.place) for one in block.signatories)
        case _:
            for content in inlines_of(block):
                yield from _of_content(content, block.place)


def _of_figures(block: Block, images: Images) -> Iterator[tuple[str, Place]]:
    """What the figures of a block show to who cannot see them, and the words drawn in each."""
    figures: tuple[Figure, ...] = (block,) if isinstance(block, Figure) else ()
    if isinstance(block, FigurePair):
        figures = block.left, block.right
    for one in figures:
        yield one.alt, one.place
        image = images[one.image]
        if image.media_type == "image/svg+xml":
            yield letters_of((image.worded or image.data).decode("utf-8", "replace")), one.place


def _of_content(content: Inlines, otherwise: Place) -> Iterator[tuple[str, Place]]:
    place = place_of(content)
    yield _words(content), place if place.file else otherwise
    for note in notes_in(content):
        yield from _of_content(note.content, otherwise)


def _of_row(row: Row, otherwise: Place) -> Iterator[tuple[str, Place]]:
    """The cells of a row together: a number that stands in another one says something else."""
    places = [place for cell in row.cells if (place := place_of(cell.content)).file]
    yield (
        _BETWEEN_CELLS.join(_words(cell.content) for cell in row.cells),
        places[0] if places else otherwise,
    )
    for cell in row.cells:
        for note in notes_in(cell.content):
            yield from _of_content(note.content, otherwise)


def _words(content: Inlines) -> str:
    """The words of a text, with the name of what it refers to: its number changes with what stands before."""
    words: list[str] = []
    for one in content:
        match one:
            case Text():
                words.append(one.text)
            case Reference():
                words.append(f"[@{one.target}]")
            case LineBreak():
                words.append(" ")
            case Footnote() | NoteMark():
                pass
            case Link():
                shown = _words(one.content)
                words.append(shown if shown in one.target else f"{shown} ({one.target})")
            case _:
                words.append(_words(one.content))
    return "".join(words)


# --- what is otherwise now ---------------------------------------------------------------------


def changed_since(report: Report) -> Iterator[Finding]:
    """Each paragraph and row that is not as it was when the report was read, and each that is gone.

    Nothing where nobody said that it was read; what papers could not be made of is not told as gone.
    """
    rapportage, workspace = report.content.rapportage, report.content.workspace
    path = file_of(workspace, rapportage.periode)
    if not path.is_file() or not report.documents:
        return
    command = f"'rapportage proofread {rapportage.periode} --done'"
    hint = f"lees het na, en leg dat vast met {command}"
    try:
        kept = kept_texts(workspace.read(path))
    except ContentError as error:
        anew = f"maak het opnieuw met {command}, of haal het weg"
        yield from (Finding(one.message, one.at, anew) for one in error.problems)
        return
    said, words = texts_said(report.documents), Words()
    is_whole = report.documents.keys() >= _PAPERS
    for file in dict.fromkeys([*said, *kept]):
        now, then = said.get(file, {}), kept.get(file, ())
        known = set(then)
        gone = [text for text in then if text not in now]
        fresh = [text for text in now if text not in known]
        was = _pairs(fresh, gone)
        for text in fresh:
            for told in _told(text, was.get(text), words):
                yield Finding(told, now[text], hint)
        for text in gone if is_whole and (now or not (workspace.root / file).is_file()) else ():
            if text not in was.values():
                yield Finding(f"sinds het nalezen is weg: '{shortened(text)}'", Place(file, 0), hint)


def _pairs(fresh: Sequence[str], gone: Sequence[str]) -> dict[str, str]:
    """What each of these came of, where one that is gone is much like it: the most alike first."""
    if len(fresh) * len(gone) > _MOST_PAIRS:
        return {}
    counted = {text: Counter(text.split()) for text in (*fresh, *gone)}
    rated = sorted(
        (-2 * (counted[text] & counted[was]).total() / (counted[text] + counted[was]).total(), at, text, was)
        for at, text in enumerate(fresh)
        for was in gone
    )
    found: dict[str, str] = {}
    for rate, _, text, was in rated:
        if -rate >= _ALIKE and text not in found and was not in found.values():
            found[text] = was
    return found


def _told(text: str, was: str | None, words: Words) -> Iterator[str]:
    if was is None:
        yield f"sinds het nalezen staat er bij: '{shortened(text)}'"
        return
    now, then = text.split(), was.split()
    for then_begin, then_end, begin, end in _near(words.changes(then, now)):
        yield (
            f"hier staat '{_around(now, begin, end)}', en toen er is nagelezen"
            f" '{_around(then, then_begin, then_end)}'"
        )


def _near(changes: Sequence[Opcode]) -> list[Opcode]:
    """The changes, of which those that would be told with each other's words are one."""
    found: list[Opcode] = []
    for then_begin, then_end, begin, end in changes:
        if found and begin - found[-1][3] <= _BESIDE:
            then_begin, _, begin, _ = found.pop()
        found.append((then_begin, then_end, begin, end))
    return found


def _around(words: Sequence[str], begin: int, end: int) -> str:
    """The words from one to another, with some on either side; of a long change how it begins."""
    first, last = max(0, begin - _BESIDE), min(len(words), end + _BESIDE)
    last = min(last, first + _MOST_WORDS)
    middle = " ".join(words[first:last])
    return f"{'… ' if first else ''}{middle}{' …' if last < len(words) else ''}"
