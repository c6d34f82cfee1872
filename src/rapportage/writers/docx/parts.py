"""The small parts of a Word document: settings, fonts, notes and properties."""

from __future__ import annotations

import hashlib

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from rapportage import __version__
from rapportage.document import Document, Meta
from rapportage.style.tokens import TEXT_AND_HEADINGS, HouseStyle
from rapportage.writers.docx.ooxml import Element, el, on, paragraph, root, run
from rapportage.writers.docx.package import WordPackage

NAME = "rapportage"
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
_COMPATIBLE_WITH = "http://schemas.microsoft.com/office/word"


def separator_notes() -> list[Element]:
    """The two notes that Word wants before all others: the rules above notes."""
    return [
        el("w:footnote", paragraph("FootnoteText", run(el(f"w:{kind}"))), type_=kind, id=number)
        for number, kind in _SEPARATORS
    ]


def settings_xml(word: WordPackage, *, embed_fonts: bool) -> Element:
    """Language, hyphenation, the separators of notes, and the Word that this file is made for."""
    modern = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    return root(
        "w:settings",
        el("w:zoom", percent=100),
        on("w:embedTrueTypeFonts", embed_fonts),
        el("w:defaultTabStop", val=709),
        el("w:autoHyphenation"),
        el("w:consecutiveHyphenLimit", val=2),
        el("w:hyphenationZone", val=425),
        el("w:doNotHyphenateCaps"),
        on("w:evenAndOddHeaders", bool(word.template and word.template.even)),
        el("w:characterSpacingControl", val="doNotCompress"),
        el("w:footnotePr", *(el("w:footnote", id=number) for number, _ in _SEPARATORS)),
        el(
            "w:compat",
            *(
                el("w:compatSetting", name=name, uri=_COMPATIBLE_WITH, val=value)
                for name, value in modern.items()
            ),
        ),
        el("w:themeFontLang", val=word.document.meta.lang),
        el("w:clrSchemeMapping", **_COLOUR_MAP | (word.template.colour_slots() if word.template else {})),
        el("w:decimalSymbol", val=","),
        el("w:listSeparator", val=";"),
    )


_COLOUR_MAP = {
    "bg1": "light1",
    "t1": "dark1",
    "bg2": "light2",
    "t2": "dark2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hyperlink": "hyperlink",
    "followedHyperlink": "followedHyperlink",
}


def fonts_xml(style: HouseStyle) -> Element:
    """The typefaces, each with the ones to take where it is not installed."""
    named: dict[str, list[str]] = {}
    for token in TEXT_AND_HEADINGS:
        first, *others = (name for name in style.fonts(token) if not name.islower())
        named.setdefault(first, others)
    return root(
        "w:fonts",
        *(
            el(
                "w:font",
                el("w:altName", val=",".join(others)) if others else None,
                el("w:charset", val="00"),
                el("w:family", val="swiss"),
                el("w:pitch", val="variable"),
                name=name,
            )
            for name, others in named.items()
        ),
        spaces=("r",),
    )


# --- properties ------------------------------------------------------------------------------


def add_properties(word: WordPackage) -> None:
    """Add what the document says about itself; every date is that of the content."""
    core = word.part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, _core(word.document.meta))
    extended = word.part("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, _extended(word.document.meta))
    custom = word.part("/docProps/custom.xml", CT.OFC_CUSTOM_PROPERTIES, _custom(word.document))
    word.package.relate_to(core, RT.CORE_PROPERTIES)
    word.package.relate_to(extended, RT.EXTENDED_PROPERTIES)
    word.package.relate_to(custom, RT.CUSTOM_PROPERTIES)


def _core(meta: Meta) -> Element:
    moment = f"{meta.date.isoformat()}T00:00:00Z"

    def fact(tag: str, value: str) -> Element | None:
        return el(tag, value) if value else None

    return root(
        "cp:coreProperties",
        fact("dc:title", meta.title),
        fact("dc:subject", meta.subject),
        fact("dc:creator", meta.author),
        fact("cp:keywords", "; ".join(meta.keywords)),
        fact("cp:lastModifiedBy", meta.author),
        fact("cp:contentStatus", "concept" if meta.concept else ""),
        fact("dc:language", meta.lang),
        el("dcterms:created", moment, xsi_type="dcterms:W3CDTF"),
        el("dcterms:modified", moment, xsi_type="dcterms:W3CDTF"),
        spaces=("dc", "dcterms", "xsi"),
    )


def _extended(meta: Meta) -> Element:
    return root(
        "ep:Properties",
        el("ep:Application", NAME),
        el("ep:Company", meta.author) if meta.author else None,
    )


def _custom(document: Document) -> Element:
    """From what the file was made, for who must find the content of a copy that went round the office."""
    meta, said = document.meta, repr((document.meta, document.blocks))  # which leaves out places
    facts = {
        "periode": meta.periode,
        "stuk": meta.paper,
        "inhoud": hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest(),
        "versie": __version__,
    }
    return root(
        "op:Properties",
        *(
            el("op:property", el("vt:lpwstr", fact), fmtid=_USER_DEFINED, pid=number, name=f"{NAME}-{name}")
            for number, (name, fact) in enumerate(facts.items(), _FIRST_CUSTOM)
            if fact
        ),
        spaces=("vt",),
    )


_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users give a file (MS-OLEPS, 2.21)."""
_FIRST_CUSTOM = 2
"""The first number that such a property may have."""
