"""The custom XML part that tells of made words what they came from (ISO/IEC 29500-1, 15.2.5 and 15.2.6)."""

from __future__ import annotations

from itertools import groupby

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from rapportage.lines import with_numbers_held
from rapportage.traces import Trace, traces
from rapportage.writers.docx.identity import hidden_name
from rapportage.writers.docx.ooxml import NAMESPACES, Element, el, root
from rapportage.writers.docx.package import WordPackage

_ITEM_ID = "{7B1D0C7E-52A4-5C0B-9A3E-2F6D8E41C905}"
"""By which Word knows the part: one of its kind stands in a file."""


def add_traces(word: WordPackage) -> None:
    """Add the part, unless nothing in the document was made."""
    found = traces(word.document)
    if not found:
        return
    item = word.part("/customXml/item1.xml", CT.XML, _origins(found))
    properties = root(
        "ds:datastoreItem",
        el("ds:schemaRefs", el("ds:schemaRef", ds_uri=NAMESPACES["herkomst"])),
        ds_itemID=_ITEM_ID,
    )
    described = word.part("/customXml/itemProps1.xml", CT.OFC_CUSTOM_XML_PROPERTIES, properties)
    item.relate_to(described, RT.CUSTOM_XML_PROPS)
    word.main.relate_to(item, RT.CUSTOM_XML)


def _origins(found: tuple[Trace, ...]) -> Element:
    """An `alinea` for each bookmark, with what was made there in the order in which it is read."""
    return root(
        "herkomst:herkomst",
        *(
            el("herkomst:alinea", *map(_origin, these), bladwijzer=hidden_name(name), noot=note or None)
            for (name, note), these in groupby(found, lambda one: (one.name, one.note))
        ),
    )


def _origin(trace: Trace) -> Element:
    facts = {
        "soort": trace.kind,
        "uitdrukking": trace.expression,
        "reeks": " ".join(trace.series),
        "periode": trace.periode,
        "doel": trace.target,
        "sleutel": trace.place.path,
        "bestand": trace.place.file,
    }
    return el(
        "herkomst:gemaakt",
        with_numbers_held(trace.text),
        **{key: value for key, value in facts.items() if value},
    )
