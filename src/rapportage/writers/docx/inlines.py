"""Write inline content as runs, links, fields and footnotes of a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from rapportage.document import Heading
from rapportage.dutch import NO_BREAK_SPACE
from rapportage.inlines import (
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    NoteMark,
    Reference,
    Strong,
    Subscript,
    Superscript,
    Term,
    TermUse,
    Text,
    plain,
)
from rapportage.lines import ADDRESS, with_numbers_held
from rapportage.writers.docx.ooxml import (
    Element,
    bookmark,
    character_style,
    el,
    field,
    link_to,
    on,
    paragraph,
    run,
    text,
)
from rapportage.writers.docx.package import Target, WordPackage

_LONGEST_TIP = 260
"""So many letters Word shows at most when one points at a link."""
_UNSAFE_IN_ADDRESS = re.compile(r"[\s\"<>\\^`{|}]")
"""What Word calls a damaged file when it stands in the address of a link."""


_REGIONS = {"nl": "nl-NL", "fy": "fy-NL", "en": "en-GB", "de": "de-DE", "fr": "fr-FR"}
"""The language of a region for each that an author names without: Word spells and hyphenates by regions."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the inlines around a run say about it."""

    strong: bool = False
    emphasis: bool = False
    position: str = ""
    lang: str = ""
    link: bool = False
    address: bool = False
    note: bool = False
    in_cell: bool = False
    """Whether it stands in a table, where a reference may be parted between its words."""
    bold: bool = False
    """Whether the paragraph is bold itself: Word makes bold in bold light when a style says it."""
    style: str = ""
    """The character style of words that have no other."""


PLAIN = Look()
BOLD = Look(bold=True)
TERM = Look(style="Metaterm")


def runs(word: WordPackage, content: Inlines, look: Look = PLAIN) -> list[Element]:
    """Inline content as the children of a paragraph."""
    return [element for inline in content for element in _inline(word, inline, look)]


def _inline(word: WordPackage, inline: Inline, look: Look) -> list[Element]:
    match inline:
        case Text():
            return list(_words(with_numbers_held(inline.text), look))
        case Strong():
            return runs(word, inline.content, replace(look, strong=True))
        case Emphasis():
            return runs(word, inline.content, replace(look, emphasis=True))
        case Subscript():
            return runs(word, inline.content, replace(look, position="subscript"))
        case Superscript():
            return runs(word, inline.content, replace(look, position="superscript"))
        case Language():
            return runs(word, inline.content, replace(look, lang=inline.lang))
        case Link():
            return _link(word, inline, look)
        case Reference():
            return _reference(word, inline, look)
        case Footnote():
            return _footnote(word, inline, look)
        case NoteMark():
            return _note_mark(word, inline)
        case Term():
            return bookmark(word.bookmarks[inline.id], runs(word, inline.content, look))
        case TermUse():
            name = word.bookmarks[inline.target]
            word.used_bookmarks.add(name)
            words = runs(word, inline.content, replace(look, style="Verwijzing"))
            return [link_to(name, *words, tip=word.link_names[inline.target][:_LONGEST_TIP])]
        case LineBreak():
            return [run(el("w:br"))]
        case _:
            assert_never(inline)


def unlinked(content: Inlines) -> Inlines:
    """The same words without notes, links and fields, to stand in a link themselves."""
    result: list[Inline] = []
    for inline in content:
        match inline:
            case Footnote() | NoteMark():
                pass
            case Reference():
                result.append(Text(inline.text))
            case Link():
                result.extend(unlinked(inline.content))
            case Text() | LineBreak():
                result.append(inline)
            case _:
                result.append(replace(inline, content=unlinked(inline.content)))
    return tuple(result)


# --- runs ------------------------------------------------------------------------------------


def _words(words: str, look: Look) -> Iterator[Element]:
    """The words as runs; an address has its own, in which Word and others neither hyphenate nor spell."""
    at = 0
    for found in ADDRESS.finditer(words):
        begin, end = found.span()
        if at < begin:
            yield _run(text(words[at:begin]), look)
        yield _run(text(words[begin:end]), replace(look, address=True))
        at = end
    if at < len(words):
        yield _run(text(words[at:]), look)


def _run(content: Iterable[Element], look: Look, style: str = "") -> Element:
    return run(*content, properties=_properties(look, style))


def _properties(look: Look, style: str = "") -> Element | None:
    """One character style carries what it can; what comes on top of that stands beside it."""
    named = "Hyperlink" if look.link else style or look.style
    bare_strong = look.strong and (bool(named) or look.bold)
    children = (
        _style(named or _STYLES[look.strong and not bare_strong, look.emphasis]),
        on("w:b", bare_strong),
        on("w:i", look.emphasis and bool(named)),
        on("w:noProof", look.address),
        el("w:vertAlign", val=look.position) if look.position else None,
        el("w:lang", val=_REGIONS.get(look.lang, look.lang)) if look.lang else None,
    )
    return el("w:rPr", *children) if any(child is not None for child in children) else None


_STYLES = {
    (False, False): "",
    (True, False): "Strong",
    (False, True): "Emphasis",
    (True, True): "Sterkenadruk",
}
"""The character style for (strong, emphasis)."""


def _style(name: str) -> Element | None:
    return el("w:rStyle", val=name) if name else None


# --- links and references --------------------------------------------------------------------


def _link(word: WordPackage, link: Link, look: Look) -> list[Element]:
    if look.link:
        return runs(word, link.content, look)
    address = _UNSAFE_IN_ADDRESS.sub(lambda found: quote(found[0]), link.target)
    story = word.footnotes_part if look.note else word.main
    relationship = story.relate_to(address, RT.HYPERLINK, is_external=True)
    content = runs(word, link.content, replace(look, link=True))
    tip = address[:_LONGEST_TIP]
    return [el("w:hyperlink", *content, r_id=relationship, tooltip=tip, history=1)]


def _reference(word: WordPackage, reference: Reference, look: Look) -> list[Element]:
    """A REF field, so that Word can count again; a plain link where Word would find other words.

    A figure or table without a number has no caption to point at.
    """
    target = word.targets[reference.target]
    if not isinstance(target, Heading) and not target.number:
        return [_run(text(reference.text), look)]
    name = word.bookmarks[reference.target]
    word.used_bookmarks.add(name)
    before, shown, switches = _field_part(word, target, reference.text)
    properties = _properties(look, "Verwijzing")
    if not shown:
        return [link_to(name, run(*text(reference.text), properties=properties))]
    lower = r"\* Lower " if shown[0].islower() else ""
    instruction = rf"REF {name} {switches}\h {lower}\* MERGEFORMAT"
    if before.endswith(" ") and not look.in_cell:  # the word and its number stay on one line, as in the PDF
        before = before[:-1] + NO_BREAK_SPACE
    fixed = [_run(text(before), look, "Verwijzing")] if before else []
    return [*fixed, *field(instruction, shown, properties)]


def _field_part(word: WordPackage, target: Target, words: str) -> tuple[str, str, str]:
    """The reference's text in two: what stands there, and what Word's field counts; and how."""
    if isinstance(target, Heading) and target.id not in word.counted_headings:
        return ("", words, "") if words == plain(target.content) else (words, "", "")
    counted = target.label if isinstance(target, Heading) else str(target.number or "")
    if not counted or not words.lower().endswith(counted.lower()):
        return words, "", ""
    cut = len(words) - len(counted)
    return words[:cut], words[cut:], r"\n " if isinstance(target, Heading) else ""


# --- footnotes -------------------------------------------------------------------------------


def _footnote(word: WordPackage, note: Footnote, look: Look) -> list[Element]:
    if look.note:
        return [_run(text(" ("), look), *runs(word, note.content, look), _run(text(")"), look)]
    number = word.count("footnote")
    content = runs(word, note.content, Look(note=True))
    mark = run(el("w:footnoteRef"), properties=character_style("FootnoteReference"))
    word.footnotes.append(
        el("w:footnote", paragraph("FootnoteText", mark, run(*text(" ")), *content), id=number)
    )
    mark = run(el("w:footnoteReference", id=number), properties=character_style("FootnoteReference"))
    return bookmark(word.bookmarks[note.id], [mark]) if note.id else [mark]


def _note_mark(word: WordPackage, mark: NoteMark) -> list[Element]:
    """A NOTEREF field, which counts along with the notes before it."""
    name = word.bookmarks[mark.target]
    word.used_bookmarks.add(name)
    return field(rf"NOTEREF {name} \f \h", str(mark.number), character_style("FootnoteReference"))
