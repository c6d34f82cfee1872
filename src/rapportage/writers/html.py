"""Write a Document as HTML: the profile that `compose.reading` reads, in its resolved form.

The page is well-formed XML as well as HTML: every element that may hold something has its end
tag, and only `br`, `hr`, `img` and `meta` are closed in themselves. Where a block came from is
left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from rapportage.document import (
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    FigurePair,
    Heading,
    Kader,
    Landscape,
    List,
    ListItem,
    Logo,
    Meta,
    Metadata,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Signatures,
    Table,
)
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
)

IMAGE_SCHEME = "afbeelding:"
"""What stands before an image's key in `src`."""

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def write_html(document: Document, *, head_extra: str = "") -> str:
    """The document as one page of profile XHTML; `head_extra` is markup that ends the head."""
    meta = document.meta
    return (
        f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{_value(meta.lang)}">\n'
        f"<head>\n{_head(meta)}{head_extra}</head>\n"
        f"<body>\n{_blocks(document.blocks)}\n</body>\n</html>\n"
    )


def _head(meta: Meta) -> str:
    facts = {
        "author": meta.author,
        "subject": meta.subject,
        "keywords": "; ".join(meta.keywords),
        "date": meta.date.isoformat(),
        "running-title": meta.running_title,
        "status": "concept" if meta.concept else "",
    }
    lines = [f"<title>{_text(meta.title)}</title>"]
    lines += [
        f"<meta{_attributes(name=name, content=content)}/>" for name, content in facts.items() if content
    ]
    return "".join(f"{line}\n" for line in lines)


# --- blocks ----------------------------------------------------------------------------------


def write_block(block: Block) -> str:
    """One block as it stands in the page."""
    return _block(block)


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Logo():
            return _logo(block)
        case Paragraph():
            role = "" if block.role == "standaard" else block.role
            return _element("p", _inlines(block.content), class_=role)
        case List():
            return _list(block)
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case FigurePair():
            return _element("div", _figure(block.left) + _figure(block.right), class_="figuren")
        case Kader():
            title = _element("p", _inlines(block.title), class_="kadertitel")
            return _element("aside", f"{title}\n{_blocks(block.blocks)}", class_="kader")
        case Quote():
            return _element("blockquote", _blocks(block.blocks))
        case Metadata():
            rows = (_element("dt", _inlines(r.term)) + _element("dd", _inlines(r.value)) for r in block.rows)
            return _element("dl", "\n".join(rows), class_="metagegevens")
        case Signatures():
            return _signatures(block)
        case Contents():
            return _contents(block)
        case PageBreak():
            return '<hr class="pagina-einde"/>'
        case Landscape():
            return _element("div", _blocks(block.blocks), class_="liggend")
        case _:
            assert_never(block)


def _heading(heading: Heading) -> str:
    numbered = "genummerd" if heading.numbered else ""
    words = _label(heading.label, " ") + _inlines(heading.content)
    return _element(f"h{heading.level}", words, id=heading.id, class_=numbered)


def _logo(logo: Logo) -> str:
    image = f'<img{_attributes(src=IMAGE_SCHEME + logo.image)} alt="{_value(logo.alt)}"/>'
    return _element("p", image, class_="logo" if logo.align == "links" else f"logo {logo.align}")


def _list(block: List) -> str:
    items = "\n".join(_element("li", _item(item)) for item in block.items)
    if not block.ordered:
        return _element("ul", items)
    return _element("ol", items, start=str(block.start) if block.start != 1 else "", class_=block.counted)


def _item(item: ListItem) -> str:
    """An item's first paragraph stands bare: a P inside the LI of a tagged PDF is not allowed."""
    first, *rest = item.blocks
    if not isinstance(first, Paragraph) or first.role != "standaard":
        return _blocks(item.blocks)
    return _inlines(first.content) + "".join("\n" + _block(block) for block in rest)


def _table(table: Table) -> str:
    parts = [_caption("caption", table.label, table.caption)]
    parts += [_element("thead", _rows(table.head, "col"))] if table.head else []
    parts += [_element("tbody", _rows(table.body, "row"))] if table.body else []
    markup = _element("table", "\n".join(part for part in parts if part), id=table.id)
    if not table.source:
        return markup
    return _element("div", f"{markup}\n{_source(table.source)}", class_="tabel")


def _rows(rows: Iterable[Row], scope: str) -> str:
    return "\n".join(
        _element("tr", "".join(_cell(cell, scope) for cell in row.cells), class_=row.total) for row in rows
    )


def _cell(cell: Cell, scope: str) -> str:
    return _element(
        "th" if cell.header else "td",
        _inlines(cell.content),
        scope=scope if cell.header else "",
        colspan=str(cell.colspan) if cell.colspan != 1 else "",
        rowspan=str(cell.rowspan) if cell.rowspan != 1 else "",
        class_=cell.align if cell.align != "links" else "",
    )


def _figure(figure: Figure) -> str:
    image = f'<img{_attributes(src=IMAGE_SCHEME + figure.image)} alt="{_value(figure.alt)}"/>'
    caption = _caption("figcaption", figure.label, figure.caption)
    return _element("figure", image + caption + _source(figure.source), id=figure.id)


def _caption(tag: str, label: str, content: Inlines) -> str:
    return _element(tag, _label(label, ": ") + _inlines(content)) if label or content else ""


def _source(content: Inlines) -> str:
    return _element("p", _inlines(content), class_="bron") if content else ""


def _label(label: str, after: str) -> str:
    return _element("span", _text(label), class_="nummer") + after if label else ""


def _signatures(block: Signatures) -> str:
    closing = _element("p", _inlines(block.closing), class_="afsluiting")
    people = "\n".join(
        _element(
            "li",
            _element("span", _text(person.name), class_="naam")
            + " "
            + _element("span", _text(person.office), class_="functie"),
        )
        for person in block.signatories
    )
    look = "ondertekening digitaal" if block.digital else "ondertekening"
    return _element("section", f"{closing}\n{_element('ul', people)}", class_=look)


def _contents(contents: Contents) -> str:
    title = _element("p", _inlines(contents.title), class_="inhoudstitel")
    entries = "\n".join(_entry(entry) for entry in contents.entries)
    listing = "\n" + _element("ol", entries) if entries else ""
    return _element(
        "nav",
        title + listing,
        class_="inhoud",
        data_diepte=str(contents.depth),
        data_lijst="" if contents.of == "koppen" else contents.of,
    )


def _entry(entry: ContentsEntry) -> str:
    words = _label(entry.label, " ") + _inlines(entry.content)
    return _element("li", _element("a", words, href=f"#{entry.target}"), data_niveau=str(entry.level))


# --- inlines ---------------------------------------------------------------------------------


def _inlines(content: Inlines) -> str:
    return "".join(_inline(inline) for inline in content)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return _text(inline.text)
        case Strong():
            return _element("strong", _inlines(inline.content))
        case Emphasis():
            return _element("em", _inlines(inline.content))
        case Subscript():
            return _element("sub", _inlines(inline.content))
        case Superscript():
            return _element("sup", _inlines(inline.content))
        case Language():
            return _element("span", _inlines(inline.content), lang=inline.lang)
        case Link():
            return _element("a", _inlines(inline.content), href=inline.target)
        case Reference():
            return _element("a", _text(inline.text), class_="verwijzing", href=f"#{inline.target}")
        case Footnote():
            number = str(inline.number) if inline.number else ""
            words = _inlines(inline.content)
            return _element("span", words, class_="voetnoot", data_nummer=number, id=inline.id)
        case NoteMark():
            return _element("a", str(inline.number or ""), class_="noot", href=f"#{inline.target}")
        case Term():
            return _element("span", _inlines(inline.content), class_="begrip", id=inline.id)
        case TermUse():
            return _element("a", _inlines(inline.content), class_="begrip", href=f"#{inline.target}")
        case LineBreak():
            return "<br/>"
        case _:
            assert_never(inline)


# --- markup ----------------------------------------------------------------------------------


def _element(tag: str, markup: str, **attributes: str) -> str:
    return f"<{tag}{_attributes(**attributes)}>{markup}</{tag}>"


def _attributes(**attributes: str) -> str:
    """The attributes that have a value; `class_` and `data_x` stand for `class` and `data-x`."""
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value
    )


def _text(text: str) -> str:
    return text.translate(_TEXT)


def _value(text: str) -> str:
    return text.translate(_VALUE)
