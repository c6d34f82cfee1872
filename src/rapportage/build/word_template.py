"""The Word template of a workspace: read, judged, and put beside its house style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rapportage.bounds import MAX_TEMPLATE_BYTES
from rapportage.checks.writing.leftovers import left_in
from rapportage.errors import (
    OUTSIDE,
    ContentError,
    Place,
    Problem,
    Result,
    attempt,
    nearest,
    refusal,
    shortened,
)
from rapportage.faults import reason
from rapportage.opened import NoFile, Outside, TooLarge, read_within
from rapportage.style.page import portrait
from rapportage.style.tokens import HouseStyle, WordTemplate
from rapportage.workspace import OUTSIDE_LINK, TOKENS, WORD_STYLES, WORD_TEMPLATES, Workspace

if TYPE_CHECKING:
    from rapportage.writers.docx.template.told import Told

RULE = "sjabloon"
"""What problems of a template are called."""
_STYLES = "stijlen"


def with_word_template(workspace: Workspace, style: HouseStyle | None) -> Result[HouseStyle | None]:
    """The house style with the own Word template of a workspace, and what is wrong with that."""
    from rapportage.writers.docx.template.told import told_of

    found = attempt(workspace.word_template)
    if found.value is None:
        return Result(style, (*found.problems, *_names_without_template(workspace)))
    path = found.value
    place = Place(workspace.name_of(path), 0)
    sound = attempt(lambda: sound_template(template_bytes(path, workspace.root, place), place))
    if sound.value is None or style is None:
        return Result(style, sound.problems)
    names = attempt(partial(_names, workspace, sound.value, style))
    made = replace(sound.value, names=names.value or ())
    if names.value is None:
        return Result(replace(style, template=made), names.problems)
    told = told_of(made, style)
    judged = _judged(told, style, place, workspace)
    return Result(replace(style, template=replace(made, words=told.words)), tuple(judged))


def _judged(told: Told, style: HouseStyle, place: Place, workspace: Workspace) -> Iterator[Problem]:
    """What papers in this template would have that they may not, or otherwise than was meant."""
    for words in told.words:
        for one in left_in(words, place):
            message = (
                f"in de kop- of voettekst van dit sjabloon staat{one.message.removeprefix('hier staat')}"
            )
            hint = "haal het in Word uit het sjabloon, of zet er neer wat in elk stuk mag staan"
            yield Problem("fout", message, place, hint, RULE)
    if _HEADING in told.lacking:
        hint = f"noem in templates/{WORD_STYLES} welke stijl het is, zoals '{_HEADING}: Kop gemeente'"
        message = f"dit sjabloon heeft geen stijl '{_HEADING}' (Kop 1)"
        yield Problem("waarschuwing", message, place, hint, RULE)
    for words in told.adapted:
        message = f"{words}, in de Word-stukken"
        yield Problem("tip", message, place, "kies in het sjabloon een kleur die duidelijker is", RULE)
    logo = attempt(workspace.logo).value if told.has_logo else None
    if logo is not None:
        message = f"'{logo.name}' komt alleen in de PDF: dit sjabloon heeft al een plaatje boven bladzijde 1"
        hint = "is dat plaatje niet uw logo, haal het dan in Word uit de koptekst van het sjabloon"
        yield Problem("tip", message, place, hint, RULE)
    sheet = told.sheet
    page = portrait(style)
    if sheet and any(abs(getattr(page, side) - length) > _NEAR for side, length in sheet.page().items()):
        own = (workspace.root / "templates" / TOKENS).exists()
        hint = "neem 'bladspiegel' over uit wat 'rapportage template' toont"
        hint = hint if own else "geef: rapportage template --write"
        message = "de bladzijde van dit sjabloon is anders dan die van de PDF"
        yield Problem("waarschuwing", message, place, hint, RULE)


_HEADING = "heading 1"
_NEAR = 3.0
"""So many points of difference nobody sees."""


# --- styles under another name ---------------------------------------------------------------


def _names(workspace: Workspace, own: WordTemplate, style: HouseStyle) -> tuple[tuple[str, str], ...]:
    """What the template calls some of our styles; raises ContentError for what is no style on either side."""
    from rapportage.content.source import parse_yaml
    from rapportage.writers.docx.template.dutch_names import stored_name
    from rapportage.writers.docx.template.read import read_template
    from rapportage.writers.docx.template.table_look import TABLE
    from rapportage.writers.docx.template.told import role_names

    path = workspace.root / "templates" / WORD_STYLES
    if not path.exists():
        return ()
    source = parse_yaml(workspace.read(path), workspace.name_of(path))
    said = source.data.get(_STYLES) if isinstance(source.data, dict) else None
    if not isinstance(said, dict) or len(source.data) > 1:
        hint = f"begin met een regel '{_STYLES}:', en zet daaronder, ingesprongen, 'heading 1: Kop gemeente'"
        raise refusal("dit bestand noemt geen stijlen", Place(source.file), hint, RULE)
    ours, styles = role_names(style), read_template(own.data).styles
    texts, tables = tuple(styles.names("paragraph", "character")), tuple(styles.names("table"))
    problems, names = [], {}
    for name, other in said.items():
        at = source.place(_STYLES, name)
        stored: list[str] = []
        theirs = tables if str(name).lower() == TABLE.lower() else texts
        for one, known, whose in ((name, ours, "rapportage"), (other, theirs, "het sjabloon")):
            stored.append(stored_name(str(one), known))
            if stored[-1].lower() not in (each.lower() for each in known):
                message = f"{whose} heeft geen stijl '{shortened(one)}'"
                near = nearest(str(one), known, "zie de handleiding, Een eigen Word-sjabloon")
                problems.append(Problem("fout", message, at, near, RULE))
        if stored[0].lower() in names:
            hint = f"laat een van beide regels staan: '{stored[0]}' en '{shortened(name)}' zijn dezelfde"
            problems.append(Problem("fout", f"stijl '{shortened(name)}' staat er twee keer", at, hint, RULE))
        names[stored[0].lower()] = stored[1]
    if problems:
        raise ContentError(problems)
    return tuple(names.items())


def _names_without_template(workspace: Workspace) -> Iterator[Problem]:
    path = workspace.root / "templates" / WORD_STYLES
    if path.exists():
        place = Place(workspace.name_of(path), 0)
        hint = f"zet het sjabloon ernaast als '{WORD_TEMPLATES[0]}', of haal dit bestand weg"
        yield Problem(
            "waarschuwing", "er is geen Word-sjabloon waarvan dit de stijlen noemt", place, hint, RULE
        )


# --- the file --------------------------------------------------------------------------------


def template_bytes(path: Path, root: Path, place: Place) -> bytes:
    """The bytes of a template in `root`; raises ContentError, at `place`, when it cannot be read."""
    try:
        return read_within(path, (root,), MAX_TEMPLATE_BYTES)
    except TooLarge:
        megabytes = MAX_TEMPLATE_BYTES // 1_000_000
        hint = "maak er een sjabloon zonder tekst en met kleinere plaatjes van"
        raise refusal(f"dit sjabloon is groter dan {megabytes} MB", place, hint, RULE) from None
    except Outside:
        what, hint = OUTSIDE_LINK
        raise refusal(f"dit bestand {what}", place, hint, OUTSIDE) from None
    except NoFile:
        hint = "zet er een gewoon bestand neer"
        raise refusal("dit is geen gewoon bestand", place, hint, "onleesbaar") from None
    except OSError as error:
        message = f"dit bestand is niet te lezen: {reason(error)}"
        raise refusal(message, place, "controleer of u het bestand mag lezen", "onleesbaar") from None


def sound_template(data: bytes, place: Place) -> WordTemplate:
    """The template in these bytes; raises ContentError, at `place`, where it cannot or may not be used."""
    from rapportage.writers.docx.template.opened import TemplateError
    from rapportage.writers.docx.template.read import read_template

    try:
        read_template(data)
    except TemplateError as error:
        raise refusal(f"dit sjabloon {error}", place, error.hint, RULE) from None
    return WordTemplate(data)
