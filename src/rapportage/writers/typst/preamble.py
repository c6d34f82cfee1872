"""The house style's tokens, the facts of a paper and what its margins say, as typst code."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapportage.document import Document
from rapportage.running import footer_words, headed_from, number_inset, number_width
from rapportage.style.fonts import FAMILY
from rapportage.style.page import portrait
from rapportage.style.stamp import ink
from rapportage.style.tokens import HouseStyle, Points, Words
from rapportage.writers.logo import running_logo
from rapportage.writers.typst.code import array, call, points, string, truth

_NAME = re.compile(r"[a-z][a-z0-9-]*")


def tokens_code(style: HouseStyle) -> str:
    """A line that defines every token under its name with hyphens, and what the letters measure."""
    values = {name.replace(".", "-"): value for name, value in style.tokens.items()}
    defined = [f"#let {name} = {_value(value)}" for name, value in values.items() if _NAME.fullmatch(name)]
    colour, opacity = ink(style)
    defined.append(f"#let kleur-stempel = {call('rgb', string(colour))}.transparentize({1 - opacity:.1%})")
    for name, letters in (("letter", style.typeface()), ("kop", style.typeface("kop"))):
        ascent, descent = letters.rise_and_fall()
        defined += [f"#let {name}-stijgt = {ascent:g}", f"#let {name}-daalt = {descent:g}"]
    return "".join(f"{line}\n" for line in defined)


def margins_code(document: Document, style: HouseStyle) -> str:
    """Lines that define what a page's margins need: how far figures reach, and what heads the pages."""
    above = ", ".join(f"{string(name)}: {string(words)}" for name, words in headed_from(document).items())
    page = portrait(style)
    defined = {
        "kopregels": f"({above or ':'})",
        "uitloop": points(page.overhang),
        "voetnummer": points(number_width(style)),
        "voetinham": points(number_inset(style, page)),
    }
    return "".join(f"#let {name} = {value}\n" for name, value in defined.items()) + _GOES_ON


_GOES_ON = """
// Naast de kop van een tabel die van de vorige bladzijde verder gaat.
#let gaat-verder(naam, woorden) = context {
  let eerste = query(label(naam)).first().location().page()
  if here().page() > eerste {
    let marge = if type(page.margin) == dictionary { page.margin.left } else { page.margin }
    let breed = marge - 6mm
    place(top + left, dx: -(breed + 3mm) - 6pt, block(width: breed, pdf.artifact({
      set text(size: letter-voet, fill: kleur-grijs, weight: 400)
      align(right, woorden)
    })))
  }
}
"""


def _value(value: str | float | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return array(map(string, dict.fromkeys((value[0], FAMILY))))  # no other letters come along
    if isinstance(value, Words):
        return string(value)
    if isinstance(value, Points):
        return points(value)
    if isinstance(value, float):
        return f"{value:g}"
    return call("rgb", string(value))


def facts_code(document: Document, style: HouseStyle, files: Mapping[str, str]) -> str:
    """What the document says about itself, and what stands in its margins."""
    meta = document.meta
    lang, _, land = meta.lang.partition("-")
    facts = call(
        "set document",
        title=string(meta.title),
        author=array((string(meta.author),)) if meta.author else "",
        description=string(meta.subject) if meta.subject else "",
        keywords=array(map(string, meta.keywords)) if meta.keywords else "",
        date=f"datetime(year: {meta.date.year}, month: {meta.date.month}, day: {meta.date.day})",
    )
    words = footer_words(meta)
    footer = f"{words} · " if words else ""
    text = call("set text", lang=string(lang), region=string(land) if land else "")
    found = running_logo(document, style)
    logo = array((string(files[found[0]]), *map(points, found[1:]))) if found else ""
    shown = call("stuk.with", string(meta.title), string(footer), truth(meta.concept), logo=logo)
    return f"#{facts}\n#{text}\n#show: {shown}\n"
