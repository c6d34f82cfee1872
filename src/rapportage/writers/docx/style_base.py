"""What Word's styles stand on: the defaults of all text, and the styles of tables."""

from __future__ import annotations

from rapportage.style.tokens import HouseStyle
from rapportage.writers.docx.ooxml import Element, el
from rapportage.writers.docx.style_xml import Border, border, line_spacing, twips
from rapportage.writers.docx.template.table_look import PLAIN, TABLE, TableLook
from rapportage.writers.docx.theme import Colour, colour, ground, hexadecimal, letters


def default_character_style() -> Element:
    """The character style that says nothing, on which the others are based."""
    return el(
        "w:style",
        el("w:name", val="Default Paragraph Font"),
        el("w:uiPriority", val=1),
        el("w:semiHidden"),
        type_="character",
        default=1,
        styleId="DefaultParagraphFont",
    )


def document_defaults(style: HouseStyle, lang: str) -> Element:
    """Letter, language and line spacing of all text that says nothing else."""
    size = round(style.points("letter.tekst") * 2)
    characters = el(
        "w:rPr",
        letters(style.fonts()[0]),
        el("w:sz", val=size),
        el("w:szCs", val=size),
        el("w:lang", val=lang, eastAsia=lang, bidi="ar-SA"),
    )
    spacing = el(
        "w:spacing",
        after=twips(style.points("ruimte.alinea")),
        line=line_spacing(style.points("regelafstand.tekst")),
        lineRule="auto",
    )
    return el(
        "w:docDefaults",
        el("w:rPrDefault", characters),
        el("w:pPrDefault", el("w:pPr", el("w:widowControl"), spacing)),
    )


# --- tables ----------------------------------------------------------------------------------


def table_styles(style: HouseStyle, look: TableLook = PLAIN) -> tuple[Element, ...]:
    """Word's base of all tables, and ours, with what a template's tables look like."""
    line, accent = colour(style, "lijn"), colour(style, "accent")
    rules = look.rules
    if rules is None:
        rules = el("w:tblBorders", border("bottom", Border(0.5, line)), border("insideH", Border(0.5, line)))
    below = look.head_rules
    if below is None:
        below = el("w:tcBorders", border("bottom", Border(1, accent)))
    head = el(
        "w:tblStylePr",
        el(
            "w:tcPr",
            below,
            head_ground(style, look),
            el("w:vAlign", val="bottom"),
        ),
        type_="firstRow",
    )
    return (
        _table_style("TableNormal", "Normal Table", None, (0, 5.4), default=1),
        _table_style(TABLE, TABLE, "TableNormal", (3.5, 6), rules, head, customStyle=1),
    )


def head_ground(style: HouseStyle, look: TableLook = PLAIN) -> Element:
    """What is behind the words in the head of a table."""
    return ground(Colour(hexadecimal(look.ground), "") if look.ground else colour(style, "accent-zacht"))


def _table_style(
    key: str,
    name: str,
    base: str | None,
    padding: tuple[float, float],
    rules: Element | None = None,
    head: Element | None = None,
    **kind: int,
) -> Element:
    vertical, horizontal = (twips(length) for length in padding)
    sides = (("top", vertical), ("left", horizontal), ("bottom", vertical), ("right", horizontal))
    margins = el("w:tblCellMar", *(el(f"w:{side}", w=width, type_="dxa") for side, width in sides))
    return el(
        "w:style",
        el("w:name", val=name),
        el("w:basedOn", val=base) if base else None,
        el("w:uiPriority", val=99),
        None if base else el("w:semiHidden"),
        None if base else el("w:unhideWhenUsed"),
        el("w:tblPr", el("w:tblInd", w=0, type_="dxa"), rules, margins),
        head,
        type_="table",
        **kind,
        styleId=key,
    )


def no_list() -> Element:
    """The numbering style that says nothing, which Word wants to find."""
    return el(
        "w:style",
        el("w:name", val="No List"),
        el("w:uiPriority", val=99),
        el("w:semiHidden"),
        el("w:unhideWhenUsed"),
        type_="numbering",
        default=1,
        styleId="NoList",
    )
