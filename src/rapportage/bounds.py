"""How much content may be: what one file, text or picture may hold, and what all may come to together.

Wide enough for any report that a council can read, and so narrow that no content file costs `check` more
than ten seconds or half a gigabyte. What a reader meets is refused with the place and a way out.
"""

from __future__ import annotations

# --- what is typed ---------------------------------------------------------------------------

MAX_BYTES = 2_000_000
"""More than this is no text that an author wrote."""
MAX_TEXT = 100_000
"""The characters of a Markdown text: some 35 pages, which is a long chapter."""
MAX_PARAGRAPH = 10_000
"""The characters of a line, a paragraph or a cell: some rules look through the rest of it at each sign."""
MAX_NESTING = 24
"""Deeper than this, quotes, lists, emphasis and brackets are refused: no council paper needs it."""
MAX_EXPRESSION = 500
"""The characters of one expression."""

MAX_DEPTH = 30
"""The levels of a YAML file."""
MAX_VALUES = 30_000
"""The values, lists and blocks of a YAML file."""
MAX_FIELD = 2_000
"""The characters of a text in YAML, such as a caption or a description."""
MAX_NAME = 300
"""The characters of a name in YAML, which expressions may print again and again."""

MAX_TEMPLATE_BYTES = 20_000_000
"""A Word template of more was made to write in, with what somebody wrote in it."""
MAX_TEMPLATE_UNPACKED, MAX_TEMPLATE_PART = 100_000_000, 20_000_000
"""The bytes that all its parts, and each of those that are read, take unpacked."""
MAX_TEMPLATE_MEMBERS = 2_000
"""So many parts no template has."""
MAX_TEMPLATE_STYLES = 2_000
"""Nor so many styles; Word itself knows some four hundred."""
MAX_TEMPLATE_ELEMENTS = 20_000
"""The elements of a header or footer, which stands on each page."""

MAX_TOKENS = 1_000
"""The tokens of a house style."""
MAX_STEPS = 20
"""The tokens over which one may refer to another."""
MAX_FONT_BYTES = 5_000_000
"""The bytes of a font file; one with all scripts of the world is larger."""
MAX_FONTS = 40
"""The font files of an organisation: two families with all their weights."""

# --- what it comes to ------------------------------------------------------------------------

MAX_CHARACTERS = 1_000_000
"""The characters of all texts of a report as composed, marks included: some 250 pages."""
MAX_BLOCKS = 20_000
"""The paragraphs, items, rows and cells of all texts of a report."""
MAX_REFERENCES = 20_000
"""The links, notes, references and expressions in all texts of a report."""
MAX_FAULTS = 1_000
"""After so many faults in the texts of a report, the rest of them is not looked at."""
MAX_TOLD = 40
"""So many problems of one file are told; how many more there are is counted."""
MAX_STATED = 10_000
"""So many numbers and days are listed for who reads a report beside its sources."""
MOST_TEXTS = 4096
"""Of so many texts is remembered what a rule found in them, for who judges a report over and over."""

# --- what goes to another machine ------------------------------------------------------------

MAX_CARRIED_BYTES = 200_000_000
"""The bytes of all files of a workspace together, which two machines hold in memory meanwhile."""
MAX_CARRIED_FILES = 20_000
"""So many files no workspace has, and each is a file on another machine's disk."""

# --- pictures --------------------------------------------------------------------------------

MAX_PICTURE_BYTES = 50_000_000
MAX_SVG_BYTES = 20_000_000
MAX_ELEMENTS = 100_000
"""The most elements that an SVG may draw, each `use` counted with what it repeats."""
MAX_ATTRIBUTES = 200
"""The most that one element may have; what it takes to read them grows with their square."""
MAX_PICTURES = 20
"""The pictures that may stand in one SVG; each is judged and taken over by itself."""
MAX_PARTS = 50_000
"""The chunks or segments of a bitmap's file; they are gone through one by one."""
MAX_PIXELS = 40_000_000
"""A picture of more is made smaller."""
MOST_PIXELS = 200_000_000
"""A picture of more is refused: no camera makes it."""
MAX_RATIO = 100
"""A picture that is so many times longer than wide is a line, and takes a bitmap without end."""
MOST_SECONDS = 15
"""The processor time that the work on one picture may take, in a process of its own."""
MOST_MEMORY = 2 * 1024**3
"""The address space of the process that does it, in bytes; a page at 300 dpi takes 35 MB."""
