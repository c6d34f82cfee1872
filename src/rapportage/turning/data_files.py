"""The YAML of a new period: that of the earlier one with what must be otherwise; comments and order stay."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.util import load_yaml_guess_indent

from rapportage.content.facts import tells_a_fact
from rapportage.content.fields import OPEN
from rapportage.content.figures import Grafiek, Staafdiagram
from rapportage.content.period import OF_ONE_PAPER
from rapportage.dutch import MONTHS
from rapportage.errors import Place, refusal
from rapportage.moved_periods import moved, moved_title
from rapportage.periode import Periode
from rapportage.turning.dates import Days

_WIDTH = 1_000_000
"""No line is broken that its author did not break."""
_TITLES = ("titel", "ondertitel", "voetregel", "onderwerp")
_MEETINGS = ("collegevergadering", "raadsvergadering")
_NOT_SURE = "voorlopig, nog niet bevestigd"
_OWN_KEYS = re.compile(r"^(?:overgenomen|nagezien):.*\n?", re.M)
_DAY = re.compile(
    rf"[\s,;:(–-]*(?:\b(?:op|van|d\.d\.)\s)?(?:\b[a-z]+dag\s)?"
    rf"\b(?:[0-9]{{1,2}}\s(?:{'|'.join(MONTHS)})\s[12][0-9]{{3}}|[0-9]{{1,2}}-[0-9]{{1,2}}-[12][0-9]{{3}})\)?",
    re.I,
)
_OF_THEN = (
    rf"(?:[0-9]|\b(?:{'|'.join(MONTHS)}|voorjaar|zomer\w*|najaar|herfst\w*|winter\w*|kerst\w*|\w*vakantie|\w*reces"
    r"|voorlopig|bevestigd|verzet|verschoven|uitgesteld|gekozen)\b)"
)
_NEW_KEYS = ("status", "rapportagedatum", *_MEETINGS)
_COMMENT_ABOVE = re.compile(rf"(?P<said>(?:^#.*\n)+)(?=(?:{'|'.join(_NEW_KEYS)}):)", re.M)
_COMMENT_BESIDE = re.compile(rf"^(?P<value>(?:{'|'.join(_NEW_KEYS)}):[^#\n]*?)[ \t]+(?P<said>#.*)$", re.M)
"""What was said of a day or status that is another now: no longer true, where it tells of a time."""
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])(?=\s)")
_FIRST_KEY = re.compile(r"^[\w\"']", re.M)


def report_data(text: str, file: str, earlier: Periode, now: Periode, days: Days) -> str:
    """`rapportage.yaml` as a draft of the next report, with titles and days moved on."""

    def change(data: Any) -> None:
        for key in _TITLES:
            if key in data:
                _say(data, key, moved_title(str(data[key]), earlier, now))
        for attachment in data.get("bijlagen") or ():
            _say(attachment, "titel", moved_title(str(attachment["titel"]), earlier, now))
        for part in data.get("delen") or ():
            _say(part, "titel", moved(str(part["titel"]), earlier, now))
            for section in part.get("onderdelen") or ():
                _say(section, "titel", moved(str(section["titel"]), earlier, now))
        if isinstance(facts := data.get("kenmerken"), dict):
            for key in OF_ONE_PAPER:
                facts.pop(key, None)
            for key in [one for one, said in facts.items() if isinstance(said, str) and _DAY.search(said)]:
                _say(facts, key, _DAY.sub("", str(facts[key])).strip())  # the day of a meeting of then
                if not facts[key]:
                    del facts[key]
            if not facts:
                del data["kenmerken"]
        if isinstance(decision := data.get("besluit"), dict):
            decision.pop("overwegende", None)  # a new decision has reasons of its own
            if not decision:
                del data["besluit"]
        data.pop("stappen", None)  # what comes next is asked anew
        data["status"] = "concept"
        before = {str(data[key]): key for key in ("rapportagedatum", *_MEETINGS)}
        secrecy = data.get("openbaarheid")
        if isinstance(secrecy, dict) and (same := before.get(str(secrecy.get("datum")))):
            secrecy["datum"] = getattr(days, same)
        data["rapportagedatum"] = days.rapportagedatum
        for key in _MEETINGS:
            data[key] = getattr(days, key)
            _note(data, key, _NOT_SURE)
        data.insert(list(data).index("status") + 1, "overgenomen", str(earlier))

    return _changed(_without_comments_of_then(_OWN_KEYS.sub("", text)), file, change)


def _without_comments_of_then(text: str) -> str:
    """The same without what a comment tells of days and a status that become others."""

    def keep(found: re.Match[str]) -> str:
        is_of_then = re.search(_OF_THEN, found["said"], re.I)
        return found.groupdict().get("value", "") if is_of_then else found[0]

    return _COMMENT_BESIDE.sub(keep, _COMMENT_ABOVE.sub(keep, text))


def chart_data(text: str, file: str, chart: Grafiek, earlier: Periode, now: Periode) -> str:
    """A chart's file, taken over, with its periods moved on where it ended with the earlier one."""
    if not moves_on(chart, earlier):
        return marked(text, earlier)

    def change(data: Any) -> None:
        if isinstance(data["perioden"], list):
            added = _periods_after(earlier, now)
            count = max(len(data["perioden"]), len(added) + 1)
            for one in added:
                data["perioden"].append(str(one))
            del data["perioden"][: len(data["perioden"]) - count]
        for key in ("bijschrift", "alt"):
            if isinstance(data.get(key), str):
                _say(data, key, _moved_where_true(str(data[key]), earlier, now))

    return marked(_changed(text, file, change), earlier)


def _moved_where_true(text: str, earlier: Periode, now: Periode) -> str:
    """The text with its periods moved on, but in a sentence that tells by typed words what was so then.

    'Het steeg naar 356 in het tweede kwartaal' would be said of a quarter of which nobody knows it.
    """
    parts = _BETWEEN_SENTENCES.split(text)
    ahead = (moved(one, earlier, now) for one in parts)
    return "".join(
        one if tells_a_fact(on, earlier, now, moved=True) else on
        for one, on in zip(parts, ahead, strict=True)
    )


def moves_on(chart: Grafiek, earlier: Periode) -> bool:
    """Whether a chart can end with a period of which the numbers are not known yet."""
    stacked = isinstance(chart, Staafdiagram) and chart.is_stapel
    return chart.perioden[-1] == earlier and len(chart.perioden) > 1 and not stacked


def pinned(text: str, file: str, chart: Grafiek, earlier: Periode) -> str:
    """A chart's file, taken over, that goes on showing the periods that it showed."""

    def change(data: Any) -> None:
        data["perioden"] = [str(one) for one in chart.perioden]

    return marked(_changed(text, file, change), earlier)


def marked(text: str, earlier: Periode) -> str:
    """A file as it is, said to be taken over; nothing else of it is written anew."""
    bare = _OWN_KEYS.sub("", text)
    found = _FIRST_KEY.search(bare)
    at = found.start() if found else 0
    return f"{bare[:at]}overgenomen: {earlier}\n{bare[at:]}"


def series_data(text: str, file: str, earlier: Periode, now: Periode) -> str | None:
    """A file of series that ask for the numbers of the new period; None where none goes on so far.

    One that ends with the period before that is asked for both: texts may speak of the previous number.
    """
    found = False

    def change(data: Any) -> None:
        nonlocal found
        for series in data.get("indicatoren") or ():
            rows = series.get("waarden") or []
            named = [str(row.get("periode")) for row in rows]
            last = next((one for one in (earlier, earlier.previous) if str(one) in named), None)
            if last is not None and str(now) not in named:
                at = named.index(str(last))
                for one in _periods_after(last, now):
                    if str(one) not in named:
                        _add_after(rows, at, str(one))
                        at += 1
                found = True

    changed = _changed(text, file, change)
    return changed if found else None


def _periods_after(earlier: Periode, now: Periode) -> list[Periode]:
    """The periods behind the earlier one up to the new one, which may be more than one on."""
    periods = [now]
    while periods[0].previous.first_day > earlier.first_day:
        periods.insert(0, periods[0].previous)
    return periods


def _add_after(rows: Any, at: int, period: str) -> None:
    """A row that asks for a number, behind that one; a blank line below the last row stays below it."""
    last = rows[at]
    row = type(last)()
    row["periode"] = type(last["periode"])(period) if isinstance(last["periode"], str) else period
    row["waarde"] = OPEN
    if last.fa.flow_style():
        row.fa.set_flow_style()
    key = list(last)[-1]
    comment = last.ca.items.get(key)
    if comment and comment[2] is not None and comment[2].value.startswith("\n"):
        row.ca.items["waarde"] = last.ca.items.pop(key)
    rows.insert(at + 1, row)


def _say(data: Any, key: str, text: str) -> None:
    """Write a text in the way that it was written, where it is another."""
    if str(data[key]) != text:
        data[key] = type(data[key])(text)


def _note(data: Any, key: str, words: str) -> None:
    """Put a comment behind a value in place of the one that was there; what stands below it stays."""
    found = data.ca.items.get(key)
    if found and found[2] is not None:
        found[2].value = f"# {words}\n{found[2].value.partition(chr(10))[2]}"
    else:
        data.yaml_add_eol_comment(words, key)


def _changed(text: str, file: str, change: Callable[[Any], None]) -> str:
    """The YAML with a change, and all else as its author wrote it."""
    try:
        yaml = YAML()
        yaml.preserve_quotes = True
        yaml.width = _WIDTH
        data, step, dash = load_yaml_guess_indent(text, yaml=yaml)
        if dash is not None:
            yaml.indent(mapping=2, sequence=step, offset=dash)
        change(data)
        out = io.StringIO()
        yaml.dump(data, out)
    except YAMLError:
        hint = "schrijf de waarden eenvoudiger, zoals in de handleiding"
        raise refusal("dit bestand is niet over te nemen", Place(file, 0), hint, "overnemen") from None
    return out.getvalue()
