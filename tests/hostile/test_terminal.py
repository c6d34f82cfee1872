"""What content and names of files bring reaches no terminal raw, and forges no line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rapportage.cli.app import main
from rapportage.cli.telling import harmless

RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
FORGED = "x\x1b]0;weg\x07\x9b2J\ncontent/x.md:1: fout: verzonnen\r\u202e"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("gewone regel, met é en €", "gewone regel, met é en €"),
        ("\x1b]0;titel\x07", "\\x1b]0;titel\\x07"),
        ("een\ntwee\r\tdrie", "een\\x0atwee\\x0d\\x09drie"),
        ("\x9b2J \u202eomgekeerd", "\\x9b2J \\u202eomgekeerd"),
        ("\udcff", "\\udcff"),
    ],
)
def test_what_steers_is_written_by_its_number(line: str, told: str) -> None:
    assert harmless(line) == told


def test_of_what_is_very_long_the_middle_is_left_out() -> None:
    told = harmless("a" * 20_000 + "einde")
    assert len(told) < 1_000
    assert told.endswith("einde")


@pytest.mark.parametrize("where", ["a key", "the name of a file"])
def test_no_message_brings_a_sign_that_steers_or_a_line_of_its_own(
    where: str, klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    content = klein / "content/2024-H1"
    match where:
        case "a key":
            with (content / "rapportage.yaml").open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps(FORGED)}: 1\n")
        case _:
            (content / f"bijlage/{FORGED.replace('/', '-')}.md").write_text("Tekst.", "utf-8")
    with pytest.raises(SystemExit):
        main(["check", "2024-H1", "--workspace", str(klein)])
    out, err = capfd.readouterr()
    assert RAW.search(out + err) is None
    assert not [line for line in (out + err).splitlines() if line.startswith("content/x.md:1: fout")]
    assert err
