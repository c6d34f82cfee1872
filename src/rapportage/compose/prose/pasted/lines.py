"""Single lines that Markdown would run together or print as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.compose.prose.pasted.text import Unpasted

LINE_BY_LINE = "sluit elke regel behalve de laatste af met \\ om ze onder elkaar te houden"
_HEADING = re.compile(r"(?P<marks>#{2,6})\xa0*(?P<rest>[^\s#].*)")
_LONE_MARK = re.compile(r"#(?![0-9])\w.*")
_BOX = re.compile(r"(?P<marks>\s{0,3}:{3,})\s*(?P<word>kader|tabel|liggend)\b(?P<rest>.*)", re.I)
_MAIL = re.compile(r"<mailto:([^\s<>?]+@[^\s<>?]+)>", re.I)
"""An address for mail, which is printed without the word for what it is."""
_TWICE = re.compile(
    r"(?<![^\s(])(?P<shown>[^\s<>()\[\]]{3,300})\s?<(?P<target>(?:https?://|mailto:|[^\s<>@]{1,100}@)[^\s<>]+)>",
    re.I,
)
"""An address with itself behind it, as Outlook copies a link."""
_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Z]{2}\s+\S.*")
_COLONS = re.compile(r" {0,3}(?P<colons>:{3,})")
_BLOCK_MARK = re.compile(r"\s*(?:`|~|#|>|\||:::|\[|<|!|=|-|\*(?!\*)|\+|[0-9]+[.)]|\\)")
_LONGEST_ADDRESS = 60
"""Lines of more letters are no address."""

_REFUSED = (
    (
        re.compile(r"\s{0,3}\+[-=]+(?:\+[-=]+)+\+\s*"),
        "een tabel met streepjes en plussen wordt hier niet gelezen",
        "schrijf | Kop | Kop |, daaronder |---|---|, en dan de rijen",
    ),
    (
        re.compile(r"!!! .*|> ?\[!.*"),
        "een blok met ! wordt hier niet gelezen",
        "schrijf '::: kader Titel', dan de tekst, en op een eigen regel ':::'",
    ),
    (
        re.compile(r":[ \t]{1,4}\S.*"),
        "een regel die met een dubbele punt begint, komt achter de regel erboven te staan",
        "schrijf '**Woord**: uitleg', of maak er een lijst van: '- **Woord**: uitleg'",
    ),
    (
        re.compile(r"\s{0,3}\|[ \t][^|]*[^|\s][^|]*"),
        "een regel die met | begint, is hier geen tabel en geen vaste regel",
        f"{LINE_BY_LINE}, of maak er een tabel van",
    ),
    (
        re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s+\[[ xX]\]\s+\S.*"),
        "een vakje om af te vinken staat letterlijk in het stuk",
        "laat [ ] weg, en schrijf in woorden wat gedaan is; wat nog moet, is een [open: …]",
    ),
    (
        re.compile(r"\[[^\]^@]+\]:\s+\S+\s+\S.*"),
        "een regel die met [woord]: begint, is hier geen voetnoot",
        "schrijf [^1] in de tekst, en [^1]: … op een eigen regel",
    ),
    (
        re.compile(r"\s{0,3}(?:#[.)]|\(@[\w-]*\))\s+\S.*"),
        "een nummer dat vanzelf geteld wordt, schrijft u hier met een cijfer",
        "schrijf '1. ' voor het eerste punt, '2. ' voor het tweede, en zo verder",
    ),
    (
        re.compile(r"\*\[[^\]]+\]:.*"),
        "een afkorting wordt niet in de tekst uitgelegd",
        "zet haar met haar betekenis in content/begrippen.yaml",
    ),
)
"""What other kinds of Markdown know: the line, what is said of it, and what to write."""


def addresses_twice(made: Unpasted, hidden: set[int]) -> None:
    """Keep one of each address that stands behind itself as a link."""
    for at, line in enumerate(made.lines):
        if at not in hidden and "<" in line:
            made.lines[at] = _MAIL.sub(r"<\1>", _TWICE.sub(_once, line))


def _once(found: re.Match[str]) -> str:
    shown, target = map(_bare_address, (found["shown"], found["target"]))
    return found["shown"] if shown == target else found[0]


def _bare_address(address: str) -> str:
    """The address without what a program leaves out or adds."""
    bare = re.sub(r"^(?:https?://|mailto:)", "", address.lower()).rstrip("/")
    return bare.partition("?")[0] if "@" in bare else bare


def boxes(made: Unpasted) -> None:
    """Read the word that opens a box whatever its capitals and blanks."""
    for at, words in enumerate(made.lines):
        if found := _BOX.fullmatch(words):
            made.lines[at] = f"{found['marks']} {found['word'].lower()}{found['rest']}"
    for (opened, closed), marks in _nested(made.lines):
        for at in (opened, closed):
            made.lines[at] = marks + made.lines[at].lstrip(" ").lstrip(":")


def _nested(lines: Sequence[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Where each box that holds others begins and ends, with the colons that Markdown wants around those.

    Nothing where one is not closed, or closed twice: then it is not clear which was meant.
    """
    opened: list[tuple[int, int]] = []
    found: list[tuple[tuple[int, int], str]] = []
    for at, words in enumerate(lines):
        if not (marks := _COLONS.match(words)):
            continue
        if words.strip(": \t"):
            opened.append((at, len(marks["colons"])))
        elif opened:
            begin, count = opened.pop()
            if opened:
                opened[-1] = opened[-1][0], max(opened[-1][1], count + 1)
            found.append(((begin, at), ":" * count))
        else:
            return
    if not opened:
        yield from found


def headings(made: Unpasted, chunk: list[int]) -> None:
    """Put the space that Markdown wants behind the marks of a heading."""
    for at in chunk:
        if found := _HEADING.fullmatch(made.lines[at]):
            made.lines[at] = f"{found['marks']} {found['rest']}"
            made.tip(
                at, "een kop zonder spatie achter # is als kop gelezen", "schrijf '## Kop' met een spatie"
            )
    if _LONE_MARK.fullmatch(made.lines[chunk[0]]):
        hint = "schrijf '## Kop' als het een kop is; een letterlijk # schrijft u als \\#"
        made.refuse(chunk[0], "deze regel begint met #, en is zo geen kop", hint)


def last_break(made: Unpasted, chunk: list[int]) -> None:
    """Drop the sign for a new line behind the last line, where nothing can go on."""
    last = made.lines[chunk[-1]]
    if last.endswith("\\") and not last.endswith("\\\\"):
        made.lines[chunk[-1]] = last[:-1]


def other_markdown(made: Unpasted, chunk: list[int]) -> bool:
    """Refuse what other kinds of Markdown know; whether the chunk holds such a thing."""
    for pattern, message, hint in _REFUSED:
        if at := [at for at in chunk if pattern.fullmatch(made.lines[at])]:
            if not made.is_refused(at[0]):
                made.refuse(at[0], message, hint)
            return True
    return False


def addresses(made: Unpasted, chunk: list[int]) -> None:
    """Keep the lines of an address apart."""
    lines = [made.lines[at].rstrip() for at in chunk]
    if any(_BLOCK_MARK.match(line) or line.endswith("\\") for line in lines) or made.tables.get(chunk[0]):
        return
    if len(lines) > 1 and max(map(len, lines)) <= _LONGEST_ADDRESS and any(map(_POSTCODE.fullmatch, lines)):
        for at in chunk[:-1]:
            made.lines[at] = made.lines[at].rstrip() + "\\"
        made.tip(chunk[0], "een adres is regel voor regel gelezen", LINE_BY_LINE)
