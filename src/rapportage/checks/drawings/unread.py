"""What was carried over from an earlier period and that nobody has read since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapportage.checks.subjects import Content
from rapportage.content.earlier import Earlier, EarlierText, earlier_periods
from rapportage.content.fields import EXPRESSION, OPEN, Carried
from rapportage.content.figures import Figuur, Grafiek
from rapportage.content.folders import FIGURES, TABLES
from rapportage.content.model import Loaded, Markdown
from rapportage.content.period import Deel, Gegevens, Hoofdstukgegevens
from rapportage.content.stand import STAND_TEXTS
from rapportage.content.tables import Tabel
from rapportage.content.text_blocks import sentences, text_blocks
from rapportage.dutch import count_text, date_text, list_text
from rapportage.errors import Finding, Place, shortened
from rapportage.named_periods import named_periods
from rapportage.periode import Periode

_MOST_LINES = 6
"""So many lines are named; of more, the first of them."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What of one file is still that of an earlier period: its lines, or none where it is the whole file."""

    file: str
    earlier: str
    lines: tuple[int, ...] = ()
    sentences: tuple[tuple[int, str], ...] = ()
    """Where only some sentences are of then: each with its line; `lines` are those of the paragraphs."""
    is_memo: bool = False
    is_figure: bool = False
    is_field: bool = False
    """Whether these are texts at keys, rather than paragraphs."""
    seen: date | None = None
    """The day on which it is said to have been read, which does not count."""


def carried_over(content: Content) -> Iterator[Finding]:
    """Each text, figure or table that still is, or names, what it was in an earlier period."""
    for one in unread(content):
        yield _finding(one)


def unread(content: Content) -> Iterator[Unread]:
    """Each file that holds something of an earlier period that was not read since."""
    rapportage = content.rapportage
    gegevens, chapters = rapportage.gegevens.value, rapportage.hoofdstukken
    named = {
        one.overgenomen
        for one in (gegevens, *(chapter.gegevens.value for chapter in chapters.values()))
        if one.overgenomen is not None
    }
    periods = list(earlier_periods(content.workspace, rapportage.periode, named).values())
    if not periods:
        return
    memo = [(one, one.memo()) for one in periods]
    for told in (*_of_text(rapportage.raadsvoorstel, gegevens, memo), *_of_report(rapportage.gegevens, memo)):
        yield replace(told, is_memo=True)
    reference = {name for deel in gegevens.delen if deel.naslag for name in _chapters_of(deel)}
    for name, chapter in chapters.items():
        texts = [(one, one.chapter(name)) for one in periods]
        found = _of_text(chapter.tekst, chapter.gegevens.value, texts)
        if name in reference:
            yield from (one for one in found if not one.sentences)
        else:
            yield from (*found, *_of_stand(chapter.gegevens, texts))
    for name, figuur in rapportage.figuren.items():
        if moved_on(figuur.value, rapportage.periode):
            yield from _of_description(figuur, name, periods)
        elif not figuur.value.decoratief:
            yield from _of_file(content, figuur, FIGURES, name, periods)
    for name, tabel in rapportage.tabellen.items():
        yield from _of_file(content, tabel, TABLES, name, periods)


def moved_on(figuur: Figuur, periode: Periode) -> bool:
    """Whether a figure is a chart that shows this period: what it draws is not what it was."""
    return isinstance(figuur, Grafiek) and periode in figuur.perioden


_YEAR = re.compile(r"(?<![\w/-])(?:19|20)[0-9]{2}(?![\w/-])")
"""A year by itself, which is no number of then where the report is on parts of years."""


def _of_description(figuur: Loaded[Figuur], name: str, periods: Sequence[Earlier]) -> Iterator[Unread]:
    """A chart that moved on, of which the description still tells numbers in words of then."""
    alt = figuur.value.alt or ""
    by_year = any(one.now.kind == "jaar" for one in periods)
    if not _has_numbers(alt, by_year=by_year):
        return
    for one in periods:
        before = one.file(FIGURES, name)
        if not one.was_read_before(figuur.value.nagezien, before):
            continue
        lines, seen = (figuur.place("alt").line,), figuur.value.nagezien
        if before.holds(alt):
            yield Unread(figuur.source.file, str(one.periode), lines, is_figure=True, seen=seen)
            return
        old = [
            said
            for said in sentences(" ".join(alt.split()))
            if _has_numbers(said, by_year=by_year) and before.is_old(said)
        ]
        if old:
            yield _of_alt(figuur, one, old)
            return


def _has_numbers(text: str, *, by_year: bool) -> bool:
    """Whether a description has typed numbers, or names a period."""
    typed = EXPRESSION.sub("", text)
    numbers = typed if by_year or named_periods(typed) else _YEAR.sub("", typed)
    return any(map(str.isdigit, numbers))


def _of_alt(figuur: Loaded[Figuur] | Loaded[Carried], earlier: Earlier, old: Iterable[str]) -> Unread:
    line = figuur.place("alt").line
    found = [(line, line, said) for said in old]
    return replace(
        _by_sentence(figuur.source.file, earlier, found, figuur.value), is_figure=True, is_field=True
    )


def _chapters_of(deel: Deel) -> Iterator[str]:
    return (name for onderdeel in deel.onderdelen for name in onderdeel.hoofdstukken)


def _of_text(
    text: Markdown, marks: Carried, earlier: Iterable[tuple[Earlier, EarlierText]]
) -> Iterator[Unread]:
    """The paragraphs and sentences of the first of these periods of which anything is left."""
    blocks = text_blocks(text.text)
    for one, before in earlier:
        carried = marks.overgenomen == one.periode
        if not before.text or not one.was_read_before(marks.nagezien, before):
            continue
        whole = list(before.unread(blocks, carried=carried))
        if whole:
            lines = tuple(text.first_line + block.line for block in whole)
            yield Unread(text.file, str(one.periode), lines, seen=marks.nagezien)
        edited = [
            (text.first_line + block.line, text.first_line + line, words)
            for block in blocks
            if block.kind in ("text", "item", "note") and block not in whole
            for words, line in block.sentences()
            if before.is_old(words)
        ]
        if edited:
            yield _by_sentence(text.file, one, edited, marks)
        if whole or edited:
            return


def _of_stand(chapter: Loaded[Hoofdstukgegevens], earlier: _Earlier) -> Iterator[Unread]:
    """The texts of a chapter's `stand` that are still those of then, or have a sentence of then."""
    stand = _mapping(_mapping(chapter.source.data).get("stand"))
    told: dict[tuple[str | int, ...], str] = {
        ("stand", key): str(stand[key]) for key in STAND_TEXTS if isinstance(stand.get(key), str)
    }
    return _of_fields(chapter, told, earlier, whole=True)


def _of_report(report: Loaded[Gegevens], earlier: _Earlier) -> Iterator[Unread]:
    """The sentences of then in what `rapportage.yaml` says of its subject, its decision and its steps."""
    value = report.value
    told: dict[tuple[str | int, ...], str] = {("onderwerp",): value.onderwerp}
    told |= {("besluit", "overwegende", at): one for at, one in enumerate(value.besluit.overwegende)}
    told |= {("stappen", at, "wat"): one.wat for at, one in enumerate(value.stappen)}
    return _of_fields(report, told, earlier)


_Earlier = Sequence[tuple[Earlier, EarlierText]]


def _of_fields(
    loaded: Loaded[Gegevens] | Loaded[Hoofdstukgegevens],
    told: Mapping[tuple[str | int, ...], str],
    earlier: _Earlier,
    *,
    whole: bool = False,
) -> Iterator[Unread]:
    """What of the texts at these keys is of then; with `whole`, also a text that is all the same."""
    marks = loaded.value
    for one, before in earlier:
        if not one.was_read_before(marks.nagezien, before):
            continue
        found: list[tuple[int, int, str]] = []
        for path, text in told.items():
            words, line = " ".join(text.split()), loaded.place(*path).line
            if words == OPEN:
                continue
            same = whole and not EXPRESSION.search(words) and before.has_field(words)
            old = [words] if same else [said for said in sentences(words) if before.is_old(said)]
            found += [(line, line, said) for said in old]
        if found:
            yield replace(_by_sentence(loaded.source.file, one, found, marks), is_field=True)
            return


def _by_sentence(
    file: str, earlier: Earlier, found: Iterable[tuple[int, int, str]], marks: Carried
) -> Unread:
    """Sentences of then, each with the line of its paragraph and its own."""
    found = list(found)
    lines = tuple(dict.fromkeys(paragraph for paragraph, _, _ in found))
    said = tuple((line, words) for _, line, words in found)
    return Unread(file, str(earlier.periode), lines, said, seen=marks.nagezien)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _of_file(
    content: Content,
    loaded: Loaded[Tabel] | Loaded[Carried],
    folder: str,
    name: str,
    periods: Iterable[Earlier],
) -> Iterator[Unread]:
    for one in periods:
        before = one.file(folder, name)
        if before.text and one.was_read_before(loaded.value.nagezien, before):
            path = content.workspace.content / str(one.now) / folder / f"{name}.yaml"
            if before.is_same(content.workspace.read(path)):
                yield Unread(loaded.source.file, str(one.periode), seen=loaded.value.nagezien)
                return
            value = loaded.value
            if isinstance(value, Figuur) and value.alt and not value.alt_kenmerk:
                old = [said for said in sentences(" ".join(value.alt.split())) if before.is_old(said)]
                if old:
                    yield _of_alt(loaded, one, old)
                    return


def _finding(one: Unread) -> Finding:
    if not one.lines:
        return Finding(
            f"dit is nog precies zoals in {one.earlier}",
            Place(one.file, 0),
            f"kijk het na, en {_mark(one, 'erin')}",
        )
    if one.sentences:
        return _of_sentences(one)
    if one.is_figure:
        return Finding(
            f"de alternatieve tekst noemt nog de getallen van {one.earlier}",
            Place(one.file, one.lines[0]),
            "werk haar bij, of zet 'nagezien: ' met de dag erbij als zij nog klopt"
            if one.seen is None
            else f"werk haar bij; klopt zij nog, {_mark(one, '')}",
        )
    count = len(one.lines)
    shown = [str(line) for line in one.lines[:_MOST_LINES]]
    where = list_text(shown) if count <= _MOST_LINES else f"{', '.join(shown)} en verder"
    still = "is nog als" if count == 1 else "zijn nog als"
    names = "noemt" if count == 1 else "noemen"
    below = "rapportage.yaml" if one.is_memo else "het blok erboven"
    return Finding(
        f"{_count(count)} {still} in {one.earlier}, of {names} die periode (regel {where})",
        Place(one.file, one.lines[0]),
        f"lees {'haar' if count == 1 else 'ze'} na, en {_mark(one, f'in {below}')}",
    )


def _of_sentences(one: Unread) -> Finding:
    """The sentences that an edit left, all in one."""
    count = len(one.sentences)
    shown = [f"'{shortened(words)}' (regel {line})" for line, words in one.sentences[:_MOST_LINES]]
    listed = list_text(shown) if count <= _MOST_LINES else f"{', '.join(shown)} en verder"
    where = count_text(len(one.lines), "tekst", "teksten") if one.is_field else _count(len(one.lines))
    stands = "staat nog een zin" if count == 1 else f"staan nog {count} zinnen"
    them, all_of_it = ("haar", "zij") if count == 1 else ("ze", "alles")
    below = "erin" if one.is_figure else "in rapportage.yaml" if one.is_memo else "in het blok erboven"
    return Finding(
        f"in {where} {stands} van {one.earlier}: {listed}",
        Place(one.file, one.sentences[0][0]),
        f"werk {them} bij; klopt {all_of_it} nog, {_mark(one, below)}",
    )


def _mark(one: Unread, where: str) -> str:
    """How to say that it was read, where a day that stands there already does not say so."""
    if one.seen is None:
        return f"zet dan 'nagezien: ' met de dag {where}"
    return (
        f"verander 'nagezien' in de dag waarop u nu las: {date_text(one.seen)} hoort niet bij deze rapportage"
    )


def _count(count: int) -> str:
    return count_text(count, "alinea", "alinea's")
