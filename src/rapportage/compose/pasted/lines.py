"""Single lines that Markdown would run together or print as they stand."""

from __future__ import annotations

import re
from itertools import pairwise

from rapportage.compose.pasted.text import Unpasted

LINE_BY_LINE = "sluit elke regel behalve de laatste af met \\ om ze onder elkaar te houden"
_HEADING = re.compile(r"(?P<marks>#{2,6})\xa0*(?P<rest>[^\s#].*)")
_LONE_MARK = re.compile(r"#(?![0-9])\w.*")
_HYPHEN = re.compile(r".*[^\W\d_]-")
_NEXT_PART = re.compile(r"(?!(?:en|of|dan|tot|als|en/of|noch|plus|maar|respectievelijk)\b)[a-zà-ÿ].*")
"""What follows a hyphen that parts a word, and not one that stands for a part that is left out."""
_BOX = re.compile(r"(?P<marks>\s{0,3}:{3,})\s*(?P<word>kader|tabel|liggend)\b(?P<rest>.*)", re.I)
_NOTE = re.compile(r"\[\^(?P<name>[^\]\s]+)\]:")
_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Z]{2}\s+\S.*")
_BLOCK_MARK = re.compile(r"\s*(?:`|~|#|>|\||:::|\[|<|!|=|-|\*(?!\*)|\+|[0-9]+[.)]|\\)")
_SHORT, _LONGEST_ADDRESS = 45, 60
"""Lines up to the first, each with a capital, are no wrapped sentence; an address goes up to the second."""
_LABEL = re.compile(r"(?:\*\*)?[^\W\d_][\w ]{0,30}:(?:\*\*)?\s+\S")
_GOES_ON = re.compile(
    r"\b(?:van|en|de|het|een|in|op|te|naar|onder|voor|met|aan|of|is|zijn|bij|om|dat|die|tot|door|als|er|wij)\Z"
    r"|[-–(]\Z"
)

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
        re.compile(r"\s{0,3}\|(?:\s*[—–]+\s*\|)+\s*"),
        "de streepjes onder de kop zijn in een ander teken veranderd",
        "schrijf |---|---| met gewone streepjes",
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
        re.compile(r"\*\[[^\]]+\]:.*"),
        "een afkorting wordt niet in de tekst uitgelegd",
        "zet haar met haar betekenis in content/begrippen.yaml",
    ),
)
"""What other kinds of Markdown know: the line, what is said of it, and what to write."""


def notes_twice(made: Unpasted, hidden: set[int]) -> None:
    """Refuse a footnote that is written a second time under the same name."""
    seen: set[str] = set()
    for at, line in enumerate(made.lines):
        found = _NOTE.match(line) if at not in hidden else None
        if found and found["name"] in seen:
            message = f"voetnoot '{found['name']}' staat er twee keer"
            made.refuse(at, message, "geef een van beide een andere naam, of laat er één staan")
        elif found:
            seen.add(found["name"])


def boxes(made: Unpasted) -> None:
    """Read the word that opens a box whatever its capitals and blanks."""
    for at, words in enumerate(made.lines):
        if found := _BOX.fullmatch(words):
            made.lines[at] = f"{found['marks']} {found['word'].lower()}{found['rest']}"


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


def broken_words(made: Unpasted, chunk: list[int]) -> None:
    """Refuse a word that another program parted at the end of a line: its hyphen would stay."""
    for above, at in pairwise(chunk):
        if _HYPHEN.fullmatch(made.lines[above]) and _NEXT_PART.match(made.lines[at].lstrip()):
            made.refuse(
                above,
                "aan het einde van deze regel is een woord afgebroken, en het streepje blijft staan",
                "schrijf het woord aan elkaar; hoort het streepje erbij, zet het hele woord dan op één regel",
            )


def last_break(made: Unpasted, chunk: list[int]) -> None:
    """Drop the sign for a new line behind the last line, where nothing can go on."""
    last = made.lines[chunk[-1]]
    if last.endswith("\\") and not last.endswith("\\\\"):
        made.lines[chunk[-1]] = last[:-1]


def other_markdown(made: Unpasted, chunk: list[int]) -> bool:
    """Refuse what other kinds of Markdown know; whether the chunk holds such a thing."""
    for pattern, message, hint in _REFUSED:
        if at := [at for at in chunk if pattern.fullmatch(made.lines[at])]:
            made.refuse(at[0], message, hint)
            return True
    return False


def short_lines(made: Unpasted, chunk: list[int]) -> None:
    """Keep the lines of an address apart; refuse other short lines that each begin anew."""
    lines = [made.lines[at].rstrip() for at in chunk]
    if any(_BLOCK_MARK.match(line) or line.endswith("\\") for line in lines) or made.tables.get(chunk[0]):
        return
    if any(one.wrong and one.line in chunk for one in made.notices[-3:]):
        return  # these lines are told of already
    short = max(map(len, lines))
    if len(lines) > 1 and short <= _LONGEST_ADDRESS and any(map(_POSTCODE.fullmatch, lines)):
        for at in chunk[:-1]:
            made.lines[at] = made.lines[at].rstrip() + "\\"
        made.tip(chunk[0], "een adres is regel voor regel gelezen", LINE_BY_LINE)
    elif len(lines) > 1 and short <= _SHORT and _begin_anew(lines):
        hint = f"{LINE_BY_LINE}, of zet ze achter elkaar"
        made.refuse(chunk[0], "deze korte regels lopen aan elkaar", hint)


def _begin_anew(lines: list[str]) -> bool:
    """Whether each of these short lines is one of its own, and none goes on on the next."""
    if any(_GOES_ON.search(line) for line in lines[:-1]) or any("{" in line or "[" in line for line in lines):
        return False
    if all(_LABEL.match(line) for line in lines):
        return True
    capitals = all(line[:1].isupper() or line[:1].isdigit() for line in lines)
    ended = [line[-1] in ".;?!" for line in lines[:-1]]
    first_opens = lines[0][-1] in ":,"
    if capitals and not any(ended) and not any(line[-1] in ",:" for line in lines[1:-1]):
        return len(lines) > 2 or first_opens or len(lines[0].split()) < 4 or lines[-1][-1] not in '.;?!:)"”’…'
    return False
