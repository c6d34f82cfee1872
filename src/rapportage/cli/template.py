"""`rapportage template`: what a Word template gives the house style."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportage.cli.arguments import WorkspaceOption
from rapportage.cli.telling import print_as_is, print_out, say, shown
from rapportage.errors import ContentError, Place, UsageError, shortened
from rapportage.style.lengths import MILLIMETRE
from rapportage.workspace import TOKENS, WORD_TEMPLATES, Workspace, package_templates, workspace_or_here

if TYPE_CHECKING:
    from rapportage.style.tokens import Value
    from rapportage.writers.docx.template.tokens import Derived
    from rapportage.writers.docx.template.told import Told


def template(
    source: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="SJABLOON", help="Het Word-sjabloon; anders dat in de map 'templates'."
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Schrijf de tokens in de map 'templates', als er geen zijn.")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Leid uit een Word-sjabloon de kleuren, maten en marges af, zodat de PDF erop lijkt.

    Voorbeeld: rapportage template --from huisstijl.dotx
    """
    where = workspace_or_here(Path.cwd(), workspace)
    path = source or where.word_template()
    if path is None:
        raise UsageError(
            f"in 'templates' staat geen '{WORD_TEMPLATES[0]}'", "geef het sjabloon op met --from SJABLOON"
        )
    if not os.path.isfile(path):
        raise UsageError(f"'{path}' bestaat niet", "geef het pad naar een sjabloon (*.dotx of *.docx)")
    found, told, text = _derived(path)
    if write:
        _write(where, text)
    tell = print_out if write else say
    for line in (*_told(path.name, found, told.adapted), *_told_of_word(told)):
        tell(line)
    if write:
        _tell_what_next(where, path, tell)
    else:
        print_as_is(text.rstrip("\n"))


def _derived(path: Path) -> tuple[Derived, Told, str]:
    """What the template gives, and the file for it; raises ContentError where `check` would refuse either."""
    from rapportage.build.word_template import sound_template, template_bytes
    from rapportage.checks.registry import judge
    from rapportage.checks.subjects import StyleFile
    from rapportage.style.token_text import token_text
    from rapportage.writers.docx.template.read import read_template
    from rapportage.writers.docx.template.tokens import derived
    from rapportage.writers.docx.template.told import told_of

    place = Place(path.name, 0)
    data = template_bytes(path, path.resolve().parent, place)
    own = sound_template(data, place)
    below = (package_templates() / TOKENS).read_text("utf-8")
    model = StyleFile(TOKENS, "{}", below).model
    found = derived(read_template(data), model)
    text = token_text(found.tokens)
    if errors := [one for one in judge(StyleFile(TOKENS, text, below)) if one.is_error]:
        raise ContentError(errors)
    return found, told_of(own, model), text


def _write(where: Workspace, text: str) -> None:
    from rapportage.build.publish import publish

    folder = where.root / "templates"
    if os.path.lexists(folder / TOKENS):
        raise UsageError(
            f"'templates/{TOKENS}' bestaat al",
            "er wordt niets overschreven; geef de opdracht zonder --write en neem over wat u wilt",
        )
    print_out(shown(publish(folder, {TOKENS: text.encode()})[0]))


def _told(name: str, found: Derived, clearer: Iterable[str]) -> Iterator[str]:
    """What was taken from where, what was made otherwise, and what stays as it was."""
    yield f"Uit '{name}' overgenomen:"
    width = max(map(len, found.tokens), default=0)
    for token, value in found.tokens.items():
        yield f"  {token:<{width}}  {_shown(value, token)}, {found.taken[token]}"
    if not found.tokens:
        yield "  niets: het sjabloon ziet eruit als rapportage zelf"
    for head, lines in (("Aangepast:", (*found.adapted, *clearer)), ("Niet overgenomen:", found.left)):
        if lines:
            yield head
            yield from (f"  {line}" for line in lines)


def _told_of_word(told: Told) -> Iterator[str]:
    """What the Word papers have of the template besides."""
    from rapportage.dutch import list_text

    if told.lacking:
        yield f"Stijlen die het sjabloon niet heeft, en rapportage maakt: {list_text(told.lacking)}"
    lines = [f"weggelaten: {one}" for one in told.left]
    lines = [*(f"'{shortened(' '.join(one.split()))}' komt in elk stuk" for one in told.words), *lines]
    if told.has_logo:
        lines.append("het plaatje boven bladzijde 1 komt in Word; zet het voor de PDF in templates/logo.svg")
    elif told.pictured:
        lines.append("een plaatje komt in de Word-stukken, en niet in de PDF")
    if lines:
        yield "Kop- en voettekst in Word:"
        yield from (f"  {line}" for line in lines)


def _shown(value: Value, token: str) -> str:
    from decimal import Decimal

    from rapportage.dutch import number_text
    from rapportage.style.token_file import IN_MILLIMETRES
    from rapportage.style.tokens import Points

    if isinstance(value, Points):
        in_millimetres = token.partition(".")[0] in IN_MILLIMETRES
        number = Decimal(f"{value / MILLIMETRE if in_millimetres else value:.1f}").normalize()
        decimals = max(0, -int(number.as_tuple().exponent))
        return f"{number_text(number, decimals)} {'mm' if in_millimetres else 'pt'}"
    return number_text(Decimal(str(value)), 2) if isinstance(value, float) else str(value)


def _tell_what_next(where: Workspace, path: Path, tell: Callable[[str], None]) -> None:
    if where.word_template() is None:
        name = WORD_TEMPLATES[path.suffix.lower() == ".docx"]
        tell(f"Zet het sjabloon zelf als 'templates/{name}' neer, dan krijgen ook de Word-stukken het.")
