"""What Word's own styles are called in a Dutch Word: the file has them by their English names."""

from __future__ import annotations

import re
from collections.abc import Collection

_STORED = {
    "standaard": "Normal",
    "titel": "Title",
    "ondertitel": "Subtitle",
    "kop": "heading",
    "bijschrift": "caption",
    "citaat": "Quote",
    "lijstopsomteken": "List Bullet",
    "lijstopsommingsteken": "List Bullet",
    "lijstnummering": "List Number",
    "lijstvoortzetting": "List Continue",
    "lijstalinea": "List Paragraph",
    "kopvaninhoudsopgave": "TOC Heading",
    "inhopg": "toc",
    "inhoudsopgave": "toc",
    "lijstmetafbeeldingen": "table of figures",
    "koptekst": "header",
    "voettekst": "footer",
    "voetnoottekst": "footnote text",
    "voetnootmarkering": "footnote reference",
    "zwaar": "Strong",
    "nadruk": "Emphasis",
    "plattetekst": "Body Text",
    "geenafstand": "No Spacing",
    "tabelraster": "Table Grid",
}
"""The names without blanks and points, and without the number that some end in."""
_PARTS = re.compile(r"(?P<word>[^\d]{1,60}?)\s*(?P<number>[1-9])?")


def stored_name(name: str, known: Collection[str]) -> str:
    """The name in the file, where one of those that are `known` is meant; else the name itself."""
    alike = {one.lower() for one in known}
    found = _PARTS.fullmatch(name.strip())
    if name.lower() in alike or found is None:
        return name
    stored = _STORED.get(re.sub(r"[\s.]", "", found["word"]).lower())
    whole = " ".join(part for part in (stored, found["number"]) if part)
    return whole if stored and whole.lower() in alike else name
