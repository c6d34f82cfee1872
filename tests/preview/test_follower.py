"""The pages of the PDF follow: of the newest edit, by one process that stays ready, and never without end."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest
from documents import everything
from where import PATIENCE
from word_files import STYLE

from rapportage.document import Document
from rapportage.errors import LayoutError
from rapportage.preview import follower
from rapportage.preview.engine_pages import PdfPages
from rapportage.preview.follower import Followed, Follower, Refused, Wanted
from rapportage.style.tokens import HouseStyle

pytestmark = pytest.mark.slow

Told = Queue[tuple[Wanted, Followed]]


def ready(engine: str) -> None:
    """Nothing has to be read in for these pages."""
    del engine


def pages(engine: str, document: Document, style: HouseStyle, template: str) -> PdfPages:
    """Pages that tell who made them; some are never made."""
    del document, style
    begun = Path(engine)
    begun.write_text(f"{begun.read_text('utf-8') if begun.exists() else ''}{template} ", "utf-8")
    match template:
        case "zonder einde":
            time.sleep(PATIENCE)
        case "valt om":
            os._exit(1)
        case "past niet":
            raise LayoutError("het past niet", "maak het korter")
        case "van ons":
            raise RuntimeError("mis")
        case _:
            pass
    return PdfPages((), (str(os.getpid()),), (), ())


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which stands what was begun with."""
    monkeypatch.setattr(follower, "get_ready", ready)
    monkeypatch.setattr(follower, "pages_of_pdf", pages)
    return tmp_path / "begonnen"


@contextmanager
def following(most_seconds: float = PATIENCE) -> Iterator[tuple[Follower, Told]]:
    told: Told = Queue()
    one = Follower(lambda wanted, made: told.put((wanted, made)), calm=0.05, most_seconds=most_seconds)
    yield one, told
    one.close()


@pytest.fixture
def wanted(begun: Path) -> Callable[[str], Wanted]:
    document = everything()
    return lambda template: Wanted("bijlage", str(begun), document, STYLE, template)


def until_begun(begun: Path, words: str) -> None:
    until = time.monotonic() + PATIENCE
    while not begun.exists() or words not in begun.read_text("utf-8"):
        assert time.monotonic() < until
        time.sleep(0.01)


def test_an_edit_ends_what_was_of_before_and_is_told_itself(
    begun: Path, wanted: Callable[[str], Wanted]
) -> None:
    with following() as (one, told):
        one.follow([wanted("zonder einde")])
        until_begun(begun, "zonder einde")
        newest = wanted("nieuw")
        one.follow([newest])
        assert told.get(timeout=PATIENCE)[0] is newest
    assert told.empty()


def test_of_edits_that_do_not_pause_the_last_alone_is_begun_with(
    begun: Path, wanted: Callable[[str], Wanted]
) -> None:
    with following() as (one, told):
        for number in range(20):
            one.follow([wanted(f"nummer-{number}")])
        told.get(timeout=PATIENCE)
    assert begun.read_text("utf-8").split() == ["nummer-19"]


def test_one_process_makes_them_all(wanted: Callable[[str], Wanted]) -> None:
    found = set()
    with following() as (one, told):
        for number in range(3):
            one.follow([wanted(str(number))])
            made = told.get(timeout=PATIENCE)[1]
            assert isinstance(made, PdfPages)
            found |= set(made.digests)
    assert len(found) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(int(found.pop()), 0)


def test_a_process_that_ended_in_between_is_nothing_that_the_next_edit_hears(
    wanted: Callable[[str], Wanted],
) -> None:
    with following() as (one, told):
        one.follow([wanted("eerst")])
        made = told.get(timeout=PATIENCE)[1]
        assert isinstance(made, PdfPages)
        os.kill(int(made.digests[0]), signal.SIGKILL)
        one.follow([wanted("daarna")])
        assert isinstance(told.get(timeout=PATIENCE)[1], PdfPages)


def test_who_leaves_does_not_wait_for_what_is_under_way(begun: Path, wanted: Callable[[str], Wanted]) -> None:
    with following() as (one, told):
        one.follow([wanted("zonder einde")])
        until_begun(begun, "zonder einde")
    assert told.empty()


@pytest.mark.parametrize(
    ("template", "most", "why"),
    [
        ("zonder einde", 3, "dat was na 3 seconden nog niet klaar"),
        ("past niet", PATIENCE, "het past niet\nmaak het korter"),
        (
            "valt om",
            PATIENCE,
            "het proces dat dit deed, is gestopt, waarschijnlijk omdat het geheugen vol was",
        ),
        ("van ons", PATIENCE, "rapportage gaat hier zelf de fout in: RuntimeError: mis"),
    ],
)
def test_why_there_are_no_pages_is_told_and_the_next_are_made(
    wanted: Callable[[str], Wanted], template: str, most: float, why: str
) -> None:
    with following(most) as (one, told):
        one.follow([wanted(template)])
        assert told.get(timeout=PATIENCE)[1] == Refused(why)
        one.follow([wanted("goed")])
        made = told.get(timeout=PATIENCE)[1]
        assert isinstance(made, PdfPages) or most < PATIENCE
