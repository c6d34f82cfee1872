"""Read what a template composes around the content: metadata, contents, signatures."""

from __future__ import annotations

from typing import get_args

from lxml import etree

from rapportage.compose.reading.read_inlines import classes, words_of
from rapportage.compose.reading.read_parts import PartReader
from rapportage.document import Contents, ContentsEntry, Listed, Metadata, MetadataRow, Signatory, Signatures

_LISTED: dict[str, Listed] = {kind: kind for kind in get_args(Listed)}
_DIGITAL = "digitaal"


def read_metadata(reader: PartReader, element: etree._Element) -> Metadata | None:
    """The terms with their values; None, and a problem, when they are not in pairs."""
    if classes(element) != ["metagegevens"]:
        reader.refuse(element, "<dl> heeft de klasse metagegevens")
        return None
    if not reader.holds(element, "dt dd( dt dd)*"):
        return None
    pairs = zip(list(element)[::2], list(element)[1::2], strict=True)
    rows = tuple(
        MetadataRow(reader.inlines.read(term), reader.inlines.read(value), reader.place(value))
        for term, value in pairs
    )
    return Metadata(rows, reader.place(element))


def read_signatures(reader: PartReader, element: etree._Element) -> Signatures | None:
    """Who signs, below the closing words; a signatory without a name or office is left out, and told."""
    wanted, *more = classes(element) or [""]
    if wanted != "ondertekening" or more not in ([], [_DIGITAL]):
        reader.refuse(element, f"<section> heeft de klasse ondertekening, met of zonder {_DIGITAL}")
        return None
    if not (reader.holds(element, "p ul") and reader.holds(element[1], "(li ?)*")):
        return None
    people = []
    for item in element[1]:
        said = {" ".join(classes(part)): words_of(part) for part in item}
        if not reader.holds(item, "span span") or set(said) != {"naam", "functie"}:
            reader.refuse(item, "een ondertekenaar heeft een naam en een functie")
            continue
        people.append(Signatory(said["naam"], said["functie"], reader.place(item)))
    closing = reader.inlines.read(element[0])
    return Signatures(closing, tuple(people), bool(more), reader.place(element))


def read_contents(reader: PartReader, element: etree._Element) -> Contents | None:
    """A list of headings, figures or tables, as resolve filled it; None, and a problem, for another."""
    if classes(element) != ["inhoud"]:
        reader.refuse(element, "<nav> heeft de klasse inhoud")
        return None
    if not reader.holds(element, "p( ol)?"):
        return None
    listed = list(element[1]) if len(element) == 2 and reader.holds(element[1], "(li ?)*") else []
    entries = tuple(_entry(reader, item) for item in listed if reader.holds(item, "a", "data-niveau"))
    depth = reader.count(element, "data-diepte", 3, low=1)
    of = _LISTED.get(element.get("data-lijst") or "koppen")
    if of is None:
        reader.refuse(element, "'data-lijst' is figuren of tabellen")
        return None
    return Contents(reader.inlines.read(element[0]), depth, entries, of, reader.place(element))


def _entry(reader: PartReader, item: etree._Element) -> ContentsEntry:
    label, words = reader.numbered(item[0])
    level = reader.count(item, "data-niveau", 1, low=1)
    return ContentsEntry(level, label, words, str(item[0].get("href")).removeprefix("#"))
