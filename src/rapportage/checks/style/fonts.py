"""Whether the typefaces of the house style are there, and papers can be made with them."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.subjects import StyleFile
from rapportage.dutch import list_text
from rapportage.errors import Finding, Place, nearest, shortened
from rapportage.style.font_files import FOLDER
from rapportage.style.fonts import FAMILY, Face
from rapportage.style.token_file import TokenError
from rapportage.style.tokens import LETTERS, TEXT_AND_HEADINGS, HouseStyle, house_style

_FOLDER = f"templates/{FOLDER}"
_LOOKS = {
    (False, False): "gewone",
    (True, False): "vette",
    (False, True): "cursieve",
    (True, True): "vet-cursieve",
}
"""The four faces that Word knows of a family, by whether they are bold and italic."""
_BOLD_FROM = 550
_MOST = 12


def unusable(style: HouseStyle, file: StyleFile) -> Iterator[Finding]:
    """What keeps papers from being set in the typefaces that the style names."""
    families = [one.name for one in file.fonts.typefaces]
    running = {style.fonts(name)[0] for name in LETTERS if name != "kop"}
    for name, at in _named(style, file).items():
        if name == FAMILY:
            continue
        if name not in families and file.fonts.wrong:
            continue  # it is probably one of those that cannot be used, which is told of the file
        if name not in families:
            hint = nearest(name, families, f"zet de bestanden ervan (.ttf of .otf) in {_FOLDER}")
            yield Finding(f"het lettertype '{shortened(name)}' staat niet in {_FOLDER}", at, hint)
        elif lacks := "".join(dict.fromkeys("".join(one.lacks for one in file.fonts.of(name)))):
            message = f"het lettertype '{name}' mist tekens: {' '.join(lacks[:_MOST])}"
            yield Finding(message, at, "vraag de leverancier om de volledige bestanden, of kies een ander")
        elif name in running and not any(_fits_text(one.face) for one in file.fonts.of(name)):
            message = f"van het lettertype '{name}' ontbreekt de gewone letter"
            yield Finding(message, at, f"zet ook het bestand van 'Regular' in {_FOLDER}")


def broken_files(file: StyleFile) -> Iterator[Finding]:
    """Each font file that cannot be used."""
    yield from file.fonts.wrong


def few_faces(file: StyleFile) -> Iterator[Finding]:
    """Each typeface that lacks one of the faces in which words are set, and what is seen instead.

    Figures have no italics.
    """
    text = _of_words(file)
    for name, at in _used(file):
        there = {(one.face.weight >= _BOLD_FROM, one.face.italic) for one in file.fonts.of(name)}
        wanted = {kind: look for kind, look in _LOOKS.items() if name in text or not kind[1]}
        if lacking := [look for kind, look in wanted.items() if kind not in there]:
            message = f"van het lettertype '{name}' ontbreekt de {list_text(lacking)} letter"
            yield Finding(message, at, f"zet de bestanden ervan ook in {_FOLDER}; nu valt nadruk daarin weg")


def kept_from_word(file: StyleFile) -> Iterator[Finding]:
    """Each typeface that no Word document may hold: others then see it only where it is installed.

    The words of figures are outlines there.
    """
    text = _of_words(file)
    for name, at in _used(file):
        if name in text and not all(one.goes_with_word for one in file.fonts.typefaces if one.name == name):
            message = f"het lettertype '{name}' gaat niet mee in de DOCX"
            hint = (
                "kies TrueType (.ttf) met een licentie voor bewerkbare documenten, of installeer het overal"
            )
            yield Finding(message, at, hint)


def unused(file: StyleFile) -> Iterator[Finding]:
    """Each typeface among the own fonts that the style does not name."""
    try:
        style = house_style(file.text, file.below)
    except TokenError:
        return
    if any(unusable(style, file)):
        return
    named, own = _named(style, file), "".join(file.templates)
    for name in dict.fromkeys(one.family for one in file.fonts.files):
        if name == FAMILY:
            yield Finding(f"het lettertype '{name}' komt al met rapportage mee", _where(), "haal het weg")
        elif name not in named and name not in own:
            hint = f"noem het in {file.file}, bijvoorbeeld als eerste in 'lettertype.tekst', of haal het weg"
            yield Finding(f"het lettertype '{name}' wordt niet gebruikt", _where(), hint)


def _where() -> Place:
    return Place(_FOLDER, 0)


def _named(style: HouseStyle, file: StyleFile) -> dict[str, Place]:
    """The first family of each of LETTERS, with the line of the token that names it first."""
    found: dict[str, Place] = {}
    for name in LETTERS:
        found.setdefault(style.fonts(name)[0], file.place(f"lettertype.{name}"))
    return found


def _used(file: StyleFile) -> Iterator[tuple[str, Place]]:
    """The own typefaces that the style names, where papers can be set in them."""
    try:
        style = house_style(file.text, file.below)
        wrong = any(unusable(style, file))
    except TokenError:
        return
    if not wrong:
        yield from ((name, at) for name, at in _named(style, file).items() if name != FAMILY)


def _of_words(file: StyleFile) -> set[str]:
    """The families of running text and headings; none where the style cannot be read."""
    try:
        style = house_style(file.text, file.below)
        return {style.fonts(name)[0] for name in TEXT_AND_HEADINGS}
    except TokenError:
        return set()


def _fits_text(face: Face) -> bool:
    return not face.italic and face.weight < _BOLD_FROM
