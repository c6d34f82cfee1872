"""Find what is said otherwise than when the papers were read: no rule need know what is wrong with it.

Rules catch slips in words that somebody thought of. Here a person vouches for each sentence and each row of a
table as it stands, by `rapportage proofread --done`, and is told of all that changes from there on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from rapportage.checks.between.said_in_papers import Said, said_in_papers
from rapportage.checks.subjects import Report
from rapportage.content.proofread import file_of, kept_texts, one_line
from rapportage.document import Document
from rapportage.errors import ContentError, Finding, Place, shortened

CHANGED = "nagelezen-anders"
"""The rule of this module, for who asks for what it found alone."""
_STATUS = "status"
"""Where it stands that papers are a draft, which is not so any more once they were read."""
_ALIKE = 0.5
"""So much alike, in words, are a sentence and what came of it."""
_MOST_PAIRS = 2_000
"""So often a sentence of a file is laid beside one that is gone; that takes a tenth of a second."""
_BESIDE = 4
"""So many words on either side say where in a sentence it was changed."""


def texts_said(documents: Mapping[str, Document]) -> dict[str, dict[str, Place]]:
    """Each sentence and row that the papers have, by file, as it is kept; with where it stands first."""
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for said in said_in_papers(documents):
        if (text := _text(said)) and said.at.path != _STATUS:
            found[said.at.file].setdefault(text, said.at)
    return dict(found)


def _text(said: Said) -> str:
    return one_line(f"{said.head}: {said.words}" if said.head else said.words)


def changed_since(report: Report) -> Iterator[Finding]:
    """Each sentence and row that is not as it was when the report was read, and each that is gone.

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
    folder = f"{workspace.name_of(path.parent)}/"
    said = {file.removeprefix(folder): each for file, each in texts_said(report.documents).items()}
    for file in dict.fromkeys([*said, *kept]):
        now, then = said.get(file, {}), kept.get(file, ())
        gone = [text for text in then if text not in now]
        fresh = [text for text in now if text not in set(then)]
        was = _pairs(fresh, gone)
        for text in fresh:
            yield Finding(_told(text, was.get(text)), now[text], hint)
        for text in gone if said.get(file) or not (path.parent / file).is_file() else ():
            if text not in was.values():
                yield Finding(f"sinds het nalezen is weg: '{shortened(text)}'", Place(folder + file, 0), hint)


def _pairs(fresh: Sequence[str], gone: Sequence[str]) -> dict[str, str]:
    """What each of these came of, where one that is gone is much like it: the most alike first."""
    if len(fresh) * len(gone) > _MOST_PAIRS:
        return {}
    rated = sorted(
        (
            (-SequenceMatcher(None, text.split(), was.split(), autojunk=False).ratio(), at, text, was)
            for at, text in enumerate(fresh)
            for was in gone
        ),
    )
    found: dict[str, str] = {}
    for rate, _, text, was in rated:
        if -rate >= _ALIKE and text not in found and was not in found.values():
            found[text] = was
    return found


def _told(text: str, was: str | None) -> str:
    if was is None:
        return f"sinds het nalezen staat er bij: '{shortened(text)}'"
    now_words, then_words = text.split(), was.split()
    matcher = SequenceMatcher(None, then_words, now_words, autojunk=False)
    changes = [one for one in matcher.get_opcodes() if one[0] != "equal"]
    then = _around(then_words, changes[0][1], changes[-1][2])
    now = _around(now_words, changes[0][3], changes[-1][4])
    return f"hier staat '{now}', en toen er is nagelezen '{then}'"


def _around(words: Sequence[str], begin: int, end: int) -> str:
    """The words from one to another, with some on either side."""
    first, last = max(0, begin - _BESIDE), min(len(words), end + _BESIDE)
    middle = " ".join(words[first:last])
    return f"{'… ' if first else ''}{middle}{' …' if last < len(words) else ''}"
