"""Find a memo that bears the case number of the memo on another period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from rapportage.checks.subjects import Content
from rapportage.content.folders import REPORT
from rapportage.errors import Finding, attempt

_NUMBER = re.compile(r"\bzaaknummer:[ \t]*[\"']?(?P<number>[^\"'#,}\s][^\"'#,}\n]*)")


def of_another_period(content: Content) -> Iterator[Finding]:
    """The case number, where the report on an earlier period has the same one: it was carried over."""
    gegevens, own = content.rapportage.gegevens, content.rapportage.periode
    number = gegevens.value.kenmerken.zaaknummer
    for periode in reversed(content.workspace.periods()) if number else ():
        path = content.workspace.content / str(periode) / REPORT
        text = attempt(partial(content.workspace.read, path)).value if path.is_file() else None
        found = _NUMBER.search(text or "")
        if periode.first_day < own.first_day and found and found["number"].strip() == number:
            yield Finding(
                f"'{number}' is ook het zaaknummer van het raadsvoorstel over {periode}",
                gegevens.place("kenmerken", "zaaknummer"),
                "vul het nummer van dit voorstel in, of haal de regel weg tot het er is",
            )
            return
