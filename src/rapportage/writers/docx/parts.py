"""The small parts of a Word document: settings, fonts, theme, notes and properties."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from rapportage.document import Meta
from rapportage.style.tokens import HouseStyle
from rapportage.writers.docx.ooxml import Element, el, on, paragraph, root, run
from rapportage.writers.docx.package import WordPackage
from rapportage.writers.docx.style_xml import hexadecimal

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
        el("w:clrSchemeMapping", **_COLOUR_MAP),
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
    """The letter, and the ones to take where it is not installed."""
    first, *others = (name for name in style.fonts() if not name.islower())
    return root(
        "w:fonts",
        el(
            "w:font",
            el("w:altName", val=",".join(others)) if others else None,
            el("w:charset", val="00"),
            el("w:family", val="swiss"),
            el("w:pitch", val="variable"),
            name=first,
        ),
        spaces=("r",),
    )


# --- theme -----------------------------------------------------------------------------------


def theme_xml(style: HouseStyle) -> Element:
    """The house style's colours and letter where Word's own menus look for them."""
    return root(
        "a:theme",
        el("a:themeElements", _colours(style), _letters(style), _shapes()),
        name=NAME.capitalize(),
    )


def _colours(style: HouseStyle) -> Element:
    tokens = {
        "dk1": "tekst",
        "lt1": "papier",
        "dk2": "accent",
        "lt2": "accent-zacht",
        "accent1": "reeks-1",
        "accent2": "reeks-2",
        "accent3": "reeks-3",
        "accent4": "reeks-4",
        "accent5": "reeks-5",
        "accent6": "grijs",
        "hlink": "verwijzing",
        "folHlink": "verwijzing",
    }
    colours = (
        el(f"a:{n}", el("a:srgbClr", val=hexadecimal(style.colour(token)))) for n, token in tokens.items()
    )
    return el("a:clrScheme", *colours, name=NAME.capitalize())


def _letters(style: HouseStyle) -> Element:
    def fonts(tag: str) -> Element:
        return el(
            tag, el("a:latin", typeface=style.fonts()[0]), el("a:ea", typeface=""), el("a:cs", typeface="")
        )

    return el("a:fontScheme", fonts("a:majorFont"), fonts("a:minorFont"), name=NAME.capitalize())


def _shapes() -> Element:
    """Plain fills, lines and no effects: the schema asks for three of each."""

    def fill() -> Element:
        return el("a:solidFill", el("a:schemeClr", val="phClr"))

    return el(
        "a:fmtScheme",
        el("a:fillStyleLst", *(fill() for _ in range(3))),
        el("a:lnStyleLst", *(el("a:ln", fill(), w=width) for width in (6350, 12700, 19050))),
        el("a:effectStyleLst", *(el("a:effectStyle", el("a:effectLst")) for _ in range(3))),
        el("a:bgFillStyleLst", *(fill() for _ in range(3))),
        name=NAME.capitalize(),
    )


# --- properties ------------------------------------------------------------------------------


def add_properties(word: WordPackage) -> None:
    """Add what the document says about itself; every date is that of the content."""
    core = word.part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, _core(word.document.meta))
    extended = word.part("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, _extended(word.document.meta))
    word.package.relate_to(core, RT.CORE_PROPERTIES)
    word.package.relate_to(extended, RT.EXTENDED_PROPERTIES)


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
