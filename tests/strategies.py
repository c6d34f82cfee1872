"""Documents and texts that Hypothesis makes: anything that content could lead to."""

from __future__ import annotations

from typing import get_args

from documents import META, png
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from rapportage.document import (
    Align,
    Block,
    Cell,
    Counted,
    Document,
    Figure,
    FigurePair,
    Heading,
    Image,
    Kader,
    Landscape,
    List,
    ListItem,
    Logo,
    Metadata,
    MetadataRow,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quote,
    Row,
    Signatory,
    Signatures,
    Table,
    Total,
)
from rapportage.inlines import (
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    Strong,
    Subscript,
    Superscript,
    Text,
)

# Characters that the house font has, and that mean something to one of the formats.
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éëïöüçñß"
SIGNS = "<>&\"'*_[]{}()#|\\/`~^$%@!?;:,.=+€—…«»“”‘’§°²½×"
ALIGNS: tuple[Align, ...] = ("links", "midden", "rechts")
IMAGES = {"beeld": Image("image/png", png(2, 1), 200, 100)}
ROLES: tuple[ParagraphRole, ...] = ("standaard", "titel", "ondertitel", "omslag", "intro", "slot")

COMPOUNDS = (
    "verantwoordelijkheidsverdeling",
    "samenwerkingsovereenkomst",
    "crisis-",
    "€\u00a022,5\u00a0miljoen",
    "12 mei",
)

words = st.text(LETTERS + SIGNS, min_size=1, max_size=12)
texts = st.lists(words, min_size=1, max_size=6).map(" ".join)
"""Words with single spaces between them, as reading leaves them."""


def _wrapped(inner: st.SearchStrategy[Inlines]) -> st.SearchStrategy[Inline]:
    return st.one_of(
        st.builds(Strong, inner),
        st.builds(Emphasis, inner),
        st.builds(Subscript, inner),
        st.builds(Superscript, inner),
        st.builds(Language, inner, st.sampled_from(["en", "de", "fr"])),
        st.builds(Link, inner, st.sampled_from(["https://www.dalfsen.nl/a?b=1&c=2", "mailto:a@b.nl"])),
    )


def _links_once(inline: Inline) -> bool:
    return not (isinstance(inline, Link) and isinstance(inline.content[0], Link))


plain_words: st.SearchStrategy[Inlines] = texts.map(lambda one: (Text(one),))
nested: st.SearchStrategy[Inlines] = _wrapped(plain_words).map(lambda one: (one,))


@st.composite
def inlines(draw: st.DrawFn) -> Inlines:
    """Words, an inline with words or another inline inside, a note, and a new line, in turns."""
    parts: list[Inline] = [Text(draw(texts))]
    for _ in range(draw(st.integers(0, 2))):
        parts += [draw(_wrapped(plain_words | nested).filter(_links_once)), Text(draw(texts))]
    if draw(st.booleans()):
        parts += [LineBreak(), Text(draw(texts))]
    if draw(st.integers(0, 5)) == 0:
        parts += [Footnote(draw(plain_words))]
    return tuple(parts)


long_texts = st.one_of(
    st.builds(lambda text, times: " ".join([text] * times), texts, st.integers(20, 80)),
    st.builds(lambda text, letters: f"{text} {'x' * letters} {text}", texts, st.integers(30, 150)),
    st.lists(st.sampled_from(COMPOUNDS), min_size=5, max_size=60).map(" ".join),
)
"""More than a page, a word longer than a line, and words that are hyphenated or held together."""
paragraphs = st.integers(0, 9).flatmap(
    lambda one: st.builds(Paragraph, inlines() if one else long_texts.map(lambda text: (Text(text),)))
)


@st.composite
def lists(draw: st.DrawFn, depth: int = 0) -> List:
    """A list, with lists up to three deep inside."""
    items = []
    for _ in range(draw(st.integers(1, 3))):
        blocks: list[Paragraph | List] = [draw(paragraphs)]
        if depth < 2 and draw(st.integers(0, 2)) == 0:
            blocks.append(draw(lists(depth + 1)))
        if draw(st.integers(0, 4)) == 0:
            blocks.append(draw(paragraphs))
        items.append(ListItem(tuple(blocks)))
    ordered = draw(st.booleans())
    if not ordered:
        return List(tuple(items))
    return List(tuple(items), True, draw(st.integers(1, 20)), draw(st.sampled_from(get_args(Counted))))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table with a head row, perhaps row headers, and perhaps a cell over two columns."""
    width = draw(st.integers(1, 4))
    headers = draw(st.booleans())

    def row(head: bool) -> Row:
        cells = [
            Cell(
                draw(inlines() | st.sampled_from(COMPOUNDS).map(lambda word: (Text(word),))),
                head or (headers and column == 0),
                align=draw(st.sampled_from(ALIGNS)),
            )
            for column in range(width)
        ]
        if not head and width > 2 and draw(st.booleans()):
            cells[-2:] = [Cell(draw(inlines()), colspan=2)]
        return Row(tuple(cells), "" if head else draw(st.sampled_from(get_args(Total))))

    body = tuple(row(False) for _ in range(draw(st.integers(1, 4)))) * draw(st.sampled_from([1, 1, 1, 12]))
    return Table((row(True),), body, draw(inlines()), draw(st.just(()) | plain_words))


figures = st.builds(Figure, st.sampled_from(sorted(IMAGES)), texts, inlines(), st.just(()) | plain_words)
inner_blocks = st.lists(paragraphs | lists(), min_size=1, max_size=3).map(tuple)
rows = st.builds(MetadataRow, plain_words, plain_words)
people = st.builds(Signatory, texts, texts)

flat_blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, inlines(), st.sampled_from(ROLES)),
    lists(),
    tables(),
    figures,
    st.builds(FigurePair, figures, figures),
    st.builds(Logo, st.sampled_from(sorted(IMAGES)), texts, st.sampled_from(get_args(Align))),
    st.builds(Kader, plain_words, inner_blocks),
    st.builds(Quote, inner_blocks),
    st.builds(Metadata, st.lists(rows, min_size=1, max_size=3).map(tuple)),
    st.builds(Signatures, plain_words, st.lists(people, min_size=1, max_size=3).map(tuple)),
    st.just(PageBreak()),
)
any_block: st.SearchStrategy[Block] = flat_blocks | st.builds(
    Landscape, st.lists(flat_blocks, min_size=1, max_size=2).map(tuple)
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A paper of a few blocks; its headings go down one level at a time."""
    blocks: list[Block] = []
    level = 0
    for number in range(draw(st.integers(1, 4))):
        level = draw(st.integers(1, min(4, level + 1)))
        blocks.append(Heading(level, draw(plain_words), f"kop-{number}", draw(st.booleans())))
        blocks += draw(st.lists(any_block, max_size=2))
    return Document(META, tuple(blocks), IMAGES)


slow = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking lays out hundreds of papers
)
"""How many papers are laid out for a claim about any paper."""
