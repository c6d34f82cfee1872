"""Once somebody said that all was read, each paragraph and row that changes is told, whatever it says."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from rapportage.build.check import check
from rapportage.cli.app import main
from rapportage.content.proofread import kept_texts, one_line, written
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

PATIENT = 5
KERN, MEMO, TABLE = "bijlage/kern.md", "raadsvoorstel.md", "tabellen/vormen.yaml"
TEXT = "Turfdam groeide licht. Wij zitten net onder de afspraak."


def run(klein: Path, *arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main([*arguments, "--workspace", str(klein)])
    return int(left.value.code or 0)


@pytest.fixture
def read(klein: Path) -> Path:
    """The small workspace, of which all was read with a text of two sentences and a table."""
    kern = klein / "content/2024-H1" / KERN
    table = "| kern | stand |\n|---|---|\n| Noord | 12 |\n| Zuid | 15 |\n"
    kern.write_text(kern.read_text("utf-8") + f"\n{TEXT}\n\n{table}", "utf-8")
    assert run(klein, "proofread", "2024-H1", "--done") == 0
    return klein


def told(klein: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The findings of this rule, without place and hint."""
    capsys.readouterr()
    run(klein, "check", "2024-H1")
    lines = capsys.readouterr().err.splitlines()
    return [line.split(": waarschuwing: ")[1] for line in lines if "nalezen" in line or "nagelezen '" in line]


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        (
            "Turfdam groeide",
            "Veenhoek groeide",
            [
                "hier staat 'Veenhoek groeide licht. Wij zitten …',"
                " en toen er is nagelezen 'Turfdam groeide licht. Wij zitten …'"
            ],
        ),
        (
            "net onder de",
            "net boven de",
            [
                "hier staat '… licht. Wij zitten net boven de afspraak.',"
                " en toen er is nagelezen '… licht. Wij zitten net onder de afspraak.'"
            ],
        ),
        (
            "| Noord | 12 |\n| Zuid | 15 |",
            "| Noord | 15 |\n| Zuid | 12 |",
            [
                "hier staat 'Noord | 15', en toen er is nagelezen 'Noord | 12'",
                "hier staat 'Zuid | 12', en toen er is nagelezen 'Zuid | 15'",
            ],
        ),
        (
            "| kern | stand |",
            "| kern | 2023 |",
            ["hier staat 'kern | 2023', en toen er is nagelezen 'kern | stand'"],
        ),
        (
            " Wij zitten net onder de afspraak.",
            "",
            [
                "hier staat 'Turfdam groeide licht.', en toen er is nagelezen"
                " 'Turfdam groeide licht. Wij zitten net onder de afspraak.'"
            ],
        ),
        (
            TEXT,
            f"{TEXT} Dat blijft zo.",
            [
                "hier staat '… net onder de afspraak. Dat blijft zo.', en toen er is nagelezen"
                " '… net onder de afspraak.'"
            ],
        ),
        (TEXT, f"{TEXT}\n\nDat blijft zo.", ["staat er bij: 'Dat blijft zo.'"]),
        (f"{TEXT}\n\n", "", [f"is weg: '{TEXT}'"]),
        # each change of a long paragraph by itself
        (
            TEXT,
            TEXT.replace("Turfdam", "Veenhoek").replace("net onder", "net boven"),
            [
                "hier staat 'Veenhoek groeide licht. Wij zitten …', en toen er is nagelezen"
                " 'Turfdam groeide licht. Wij zitten …'",
                "hier staat '… licht. Wij zitten net boven de afspraak.', en toen er is nagelezen"
                " '… licht. Wij zitten net onder de afspraak.'",
            ],
        ),
        # the same words on other lines, with other marks and in another order say the same
        ("Turfdam groeide licht. Wij", "Turfdam groeide\nlicht. Wij", []),
        ("| Noord | 12 |\n| Zuid | 15 |", "| Zuid | 15 |\n| Noord | 12 |", []),
        (TEXT, f"<!-- nagekeken -->\n\n{TEXT}", []),
    ],
)
def test_what_says_something_else_since_is_told(
    read: Path, capsys: pytest.CaptureFixture[str], was: str, now: str, expected: list[str]
) -> None:
    kern = read / "content/2024-H1" / KERN
    text = kern.read_text("utf-8")
    assert text.count(was) == 1
    kern.write_text(text.replace(was, now), "utf-8")
    assert [one.removeprefix("sinds het nalezen ") for one in told(read, capsys)] == expected


def test_a_number_that_an_expression_makes_is_read_too(
    read: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kern = read / "content/2024-H1" / KERN
    kern.write_text(kern.read_text("utf-8") + '\nEr zijn {{ waarde("woningen") }} woningen.\n', "utf-8")
    assert run(read, "proofread", "2024-H1", "--done") == 0
    series = read / "content/indicatoren/wonen.yaml"
    series.write_text(series.read_text("utf-8").replace("1348", "1384"), "utf-8")
    assert "hier staat 'Er zijn 1.384 woningen.', en toen er is nagelezen 'Er zijn 1.348 woningen.'" in told(
        read, capsys
    )


@pytest.mark.parametrize(
    ("file", "was", "now", "expected"),
    [
        (f"2024-H1/{KERN}", "Zie [@wonen].", "Zie [@water].", "staan. Zie [@water].'"),
        (f"2024-H1/{KERN}", "stoplicht: oranje", "stoplicht: groen", "'Dijk | ✓ groen'"),
        (f"2024-H1/{KERN}", "https://a.example", "https://b.example", "(https://b.example)"),
        ("toezeggingen.yaml", "staat: lopend", "staat: open", "| open"),
        (
            "2024-H1/figuren/opgaven.yaml",
            "Water springt eruit",
            "Wonen springt eruit",
            "wonen en water. Wonen",
        ),
        ("indicatoren/wonen.yaml", "waarde: 1180", "waarde: 1280", "1.280"),
        ("organisatie.yaml", "naam: B. Opvolger", "naam: B. Opvolgster", "B. Opvolgster"),
    ],
)
def test_what_stands_in_other_files_and_what_a_text_refers_to_is_read_too(
    klein: Path,
    capsys: pytest.CaptureFixture[str],
    file: str,
    was: str,
    now: str,
    expected: str,
) -> None:
    content = klein / "content"
    more = (
        "Er is een [bron](https://a.example) waar meer kan staan. Zie [@wonen].\n\n"
        "| werk | stand |\n|---|---|\n| Dijk | [stoplicht: oranje] |\n\n[register: alle]\n"
    )
    kern = content / "2024-H1" / KERN
    kern.write_text(f"{kern.read_text('utf-8')}\n{more}", "utf-8")
    (content / "toezeggingen.yaml").write_text(
        "toezeggingen:\n  - id: brug\n    soort: toezegging\n    wat: Een brug over de vaart\n    door: college\n"
        "    sinds: 2024-01-10\n    vindplaats: raad\n    staat: lopend\n",
        "utf-8",
    )
    assert run(klein, "proofread", "2024-H1", "--done") == 0
    path = content / file
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, now), "utf-8")
    found = told(klein, capsys)
    assert any(expected in one for one in found), found


def test_nothing_is_told_where_nobody_said_that_all_was_read(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(klein, capsys) == []
    assert "Alleen na te lezen" in _out(klein, capsys)


def test_adoption_is_no_change_of_what_was_read(read: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = read / "content/2024-H1/rapportage.yaml"
    text = report.read_text("utf-8")
    other = {"concept": "vastgesteld", "vastgesteld": "concept"}
    ((was, now),) = [(one, two) for one, two in other.items() if f"status: {one}" in text]
    report.write_text(text.replace(f"status: {was}", f"status: {now}"), "utf-8")
    assert told(read, capsys) == []


def test_check_says_that_all_stands_as_it_was_read(read: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = _out(read, capsys)
    assert "Alles staat er zoals het is nagelezen." in said
    assert "Alleen na te lezen" not in said


def _out(klein: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    run(klein, "check", "2024-H1")
    return capsys.readouterr().out


def test_proofread_shows_what_is_to_be_read_and_then_what_changed(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(klein, "proofread", "2024-H1") == 0
    said = capsys.readouterr().out
    assert said.startswith("Alleen na te lezen: ")
    assert said.endswith("legt u vast met: rapportage proofread 2024-H1 --done\n")
    run(klein, "proofread", "2024-H1", "--done")
    kept = klein / "content/2024-H1/nagelezen.txt"
    first = kept.read_bytes()
    run(klein, "proofread", "2024-H1", "--done")
    assert kept.read_bytes() == first
    capsys.readouterr()
    run(klein, "proofread", "2024-H1")
    assert capsys.readouterr().out == "2024-H1: alles staat er zoals het is nagelezen.\n"


def test_what_is_wrong_is_not_read(klein: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (klein / "content/2024-H1" / KERN).write_text("---\ntitel: Kern\n---\n[@niets]\n", "utf-8")
    assert run(klein, "proofread", "2024-H1", "--done") == 1
    assert not (klein / "content/2024-H1/nagelezen.txt").exists()
    assert "[@niets]" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["  los\n", "# niets\n\x0b\n", "bijlage/kern.md\n  \n"])
def test_a_file_that_somebody_changed_tells_too_much_and_never_nothing(
    read: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (read / "content/2024-H1/nagelezen.txt").write_text(text, "utf-8")
    assert any("Turfdam groeide licht." in one for one in told(read, capsys))


@pytest.mark.parametrize(("data", "message"), [(b"", "leeg"), ("één".encode("utf-16"), "UTF-8")])
def test_a_file_that_cannot_be_read_is_told(
    read: Path, capsys: pytest.CaptureFixture[str], data: bytes, message: str
) -> None:
    (read / "content/2024-H1/nagelezen.txt").write_bytes(data)
    capsys.readouterr()
    run(read, "check", "2024-H1")
    line, hint, *_ = capsys.readouterr().err.splitlines()
    assert line.startswith("content/2024-H1/nagelezen.txt:")
    assert message in line
    assert hint.strip().startswith("maak het opnieuw met 'rapportage proofread 2024-H1 --done'")


def test_nothing_is_gone_of_a_paper_that_could_not_be_made(
    read: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kern = read / "content/2024-H1" / KERN
    kern.write_text(kern.read_text("utf-8") + "\nZie [@won].\n", "utf-8")
    assert told(read, capsys) == []


def test_the_next_period_is_not_read_yet(read: Path) -> None:
    run(read, "new", "2024-H2")
    assert not (read / "content/2024-H2/nagelezen.txt").exists()


@pytest.mark.parametrize("text", ["Een zin.", "# Kop", "  ruimte\u2028ertussen ", "zo’n ‘zin’", "a\x0bb"])
def test_what_was_written_is_found_again(text: str) -> None:
    said = {MEMO: [text, text], "bijlage/kern.md": ["Twee."]}
    found = kept_texts(written(parse_periode("2024-H1"), said))
    assert found == {MEMO: (one_line(text),), "bijlage/kern.md": ("Twee.",)}


def test_long_paragraphs_are_compared_within_bounds(klein: Path) -> None:
    """Words that stand there again and again are the worst to compare."""
    kern = klein / "content/2024-H1" / KERN
    text = kern.read_text("utf-8")
    then, now = (
        "\n\n".join(f"Alinea{at} {words * 1_600}is het." for at in range(10)) for words in ("a b ", "b a a ")
    )
    kern.write_text(f"{text}\n{then}\n", "utf-8")
    assert run(klein, "proofread", "2024-H1", "--done") == 0
    kern.write_text(f"{text}\n{now}\n", "utf-8")
    report = check(Workspace(klein), parse_periode("2024-H1"))
    begun = process_time()
    again = check(Workspace(klein), parse_periode("2024-H1"))
    assert process_time() - begun < PATIENT
    found = [one for one in again.problems if one.rule == "nagelezen-anders"]
    assert found == [one for one in report.problems if one.rule == "nagelezen-anders"]
    assert len(found) >= 10
    assert max(len(one.message) for one in found) < 500
