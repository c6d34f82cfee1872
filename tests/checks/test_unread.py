"""What of an earlier period is left in a new one, and was not read since."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from time import process_time

import pytest

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

PATIENT = 5
WATER = "content/2024-H2/bijlage/water.md"


@pytest.fixture
def copied(klein: Path) -> Path:
    """The small workspace with a second half-year that was copied by hand: only the dates were moved."""
    folder = shutil.copytree(klein / "content/2024-H1", klein / "content/2024-H2")
    report = folder / "rapportage.yaml"
    text = report.read_text("utf-8")
    for old, new in (
        ("2024-07-02", "2025-01-07"),
        ("2024-07-09", "2025-01-14"),
        ("2024-09-16", "2025-02-10"),
    ):
        text = text.replace(old, new)
    report.write_text(text, "utf-8")
    return klein


def told(workspace: Path, file: str = "") -> list[str]:
    """What is told by this rule, of one file or of all, as '3: message' with its weight before it."""
    checked = check(Workspace(workspace), parse_periode("2024-H2"))
    return [
        f"{one.severity} {one.at.line}: {one.message}" if file else one.at.file
        for one in checked.problems
        if one.rule == "ongelezen" and one.at.file.startswith(file)
    ]


def change(workspace: Path, file: str, old: str, new: str) -> None:
    path = workspace / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_copy_of_a_period_cannot_be_adopted_before_each_file_was_read(copied: Path) -> None:
    chapters = [f"content/2024-H2/bijlage/{name}.md" for name in ("kern", "vormen", "water", "wonen")]
    assert set(chapters) <= set(told(copied))
    assert "content/2024-H2/raadsvoorstel.md" in told(copied)
    assert "content/2024-H2/tabellen/breed.yaml" in told(copied)
    assert {one.split()[0] for one in told(copied, WATER)} == {"fout"}
    change(copied, "content/2024-H2/rapportage.yaml", "status: vastgesteld", "status: concept")
    assert {one.split()[0] for one in told(copied, WATER)} == {"waarschuwing"}


@pytest.mark.parametrize(
    ("front", "text", "expected"),
    [
        ("", "Het peil staat op veertig centimeter.", ["fout 5: 1 alinea is nog als in 2024-H1, of noemt die periode (regel 5)"]),
        ("nagezien: 2025-01-06\n", "Het peil staat op veertig centimeter.", []),
        # read for the report before, which the file was copied from
        ("nagezien: 2024-07-01\n", "Het peil staat op veertig centimeter.", ["fout 6: 1 alinea is nog als in 2024-H1, of noemt die periode (regel 6)"]),
        ("", "Het peil staat op vijftig centimeter.", []),
        ("", "Het peil was in het tweede halfjaar van 2024 goed.", ["fout 5: 1 alinea is nog als in 2024-H1, of noemt die periode (regel 5)"]),
        ("", "Het peil was in het eerste halfjaar van 2024 heel goed.", ["fout 5: 1 alinea is nog als in 2024-H1, of noemt die periode (regel 5)"]),
        ("", "Anders dan in het eerste halfjaar van 2024 bleven de kelders droog.", []),
        ("overgenomen: 2024-H1\n", "Anders dan in het eerste halfjaar van 2024 bleven de kelders droog.", []),
        ("overgenomen: 2024-H1\n", "In het eerste halfjaar van 2024 waren dat er nog 61.", []),
        ("overgenomen: 2024-H1\n", "In het eerste halfjaar van 2024 bleven de kelders droog.", ["fout 6: 1 alinea is nog als in 2024-H1, of noemt die periode (regel 6)"]),
        ("overgenomen: 2024-H1\n", "Het peil stond in het eerste halfjaar van 2024 nog op veertig centimeter.", ["fout 6: 1 alinea is nog als in 2024-H1, of noemt die periode (regel 6)"]),
        # a day of years to come is a slip of the hand
        ("nagezien: 2062-01-06\n", "Het peil staat op veertig centimeter.", ["fout 6: 1 alinea is nog als in 2024-H1, of noemt die periode (regel 6)"]),
        ("", "- wonen\n- water", []),
        ("overgenomen: 2024-H1\n", "- wonen\n- water", ["fout 6: 2 alinea's zijn nog als in 2024-H1, of noemen die periode (regel 6 en 7)"]),
        ("", "<!-- Het peil staat op veertig centimeter. -->\n\nNieuw in dit halfjaar.", []),
    ],
)  # fmt: skip
def test_a_paragraph_of_before_is_unread_until_its_chapter_says_otherwise(
    copied: Path, front: str, text: str, expected: list[str]
) -> None:
    before = (
        "Het peil staat op veertig centimeter.\n\nHet peil was in het eerste halfjaar van 2024 goed.\n\n"
        "- wonen\n- water\n"
    )
    (copied / WATER.replace("H2", "H1")).write_text(f"---\ntitel: Water\n---\n\n{before}", "utf-8")
    (copied / WATER).write_text(f"---\ntitel: Water\n{front}---\n\n{text}\n", "utf-8")
    assert told(copied, WATER) == expected


OLD = "Het peil staat op veertig centimeter. {} De pompen draaien."
NEW = "Het peil staat op vijftig meter. {} De pompen draaien."


@pytest.mark.parametrize(
    "sentence",
    [
        "Er zijn 12 pompen geplaatst langs de kade.",
        "De werken kosten € 1.250.000 in totaal.",
        "De raad beslist daarover in november 2024.",
        "De aanbesteding begint in november.",
        "In de polder daalde het peil flink.",
        "Het aantal pompen is licht gedaald.",
        "Er staat nog een besluit open.",
        "Het gemaal wordt nu opnieuw geschilderd.",
        "Twee gemeenten hebben hun plan af.",
        "Dit halfjaar kwamen er geen klachten.",
        'Met {{ waarde("woningbouw") }} woningen liggen we 54 achter.',
    ],
)
def test_a_sentence_with_a_fact_that_an_edit_left_is_told(copied: Path, sentence: str) -> None:
    front = "---\ntitel: Water\n---\n\n"
    (copied / WATER.replace("H2", "H1")).write_text(front + OLD.format(sentence) + "\n", "utf-8")
    (copied / WATER).write_text(front + NEW.format(sentence) + "\n", "utf-8")
    shown = sentence if len(sentence) <= 60 else sentence[:57] + "…"
    assert told(copied, WATER) == [f"fout 5: in 1 alinea staat nog een zin van 2024-H1: '{shown}' (regel 5)"]
    read = front.replace("titel:", "nagezien: 2025-01-06\ntitel:")
    (copied / WATER).write_text(read + NEW.format(sentence) + "\n", "utf-8")
    assert told(copied, WATER) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "De vijf gemeenten werken samen aan droge kelders.",
        "Twee keer per jaar ontvangt de raad een rapportage.",
        "De dijk ligt langs de N35 en de rivier.",
        "De verordening rust op artikel 212 van de wet.",
        "In 2019 sloten de gemeenten een convenant.",
        "Op 3 maart 2020 stelde de raad het plan vast.",
        'Er zijn nu {{ waarde("woningbouw") }} woningen gebouwd.',
        "Minder CO~2~-uitstoot is goed voor de polder.",
        "Zie [@breed] voor de gemeenten[^1] en hun plannen.",
        "Het waterschap beheert de dijken en de gemalen.",
        "De regio heeft een eigen website.",
        "Eén gemeente trekt de samenwerking.",
    ],
)
def test_a_sentence_that_stays_true_may_stand_in_an_edited_paragraph(copied: Path, sentence: str) -> None:
    front = "---\ntitel: Water\n---\n\n"
    (copied / WATER.replace("H2", "H1")).write_text(front + OLD.format(sentence) + "\n", "utf-8")
    (copied / WATER).write_text(front + NEW.format(sentence) + "\n", "utf-8")
    assert told(copied, WATER) == []


def test_old_sentences_of_a_file_are_told_at_once_with_their_lines(copied: Path) -> None:
    front = "---\ntitel: Water\n---\n\n"
    before = "Er zijn 12 pompen. In mei zijn 3 dijken\nverhoogd. Het gaat goed.\n\nDe kade is nu 8 meter breed. Mooi.\n"
    now = before.replace("Het gaat goed", "Het gaat redelijk").replace("Mooi", "Fraai")
    (copied / WATER.replace("H2", "H1")).write_text(front + before, "utf-8")
    (copied / WATER).write_text(front + now, "utf-8")
    assert told(copied, WATER) == [
        "fout 5: in 2 alinea's staan nog 3 zinnen van 2024-H1: 'Er zijn 12 pompen.' (regel 5),"
        " 'In mei zijn 3 dijken verhoogd.' (regel 5) en 'De kade is nu 8 meter breed.' (regel 8)"
    ]


@pytest.mark.parametrize(
    ("stand", "is_told"),
    [
        ("Het plan is af.", True),
        ("Het plan is klaar.", False),
        ("Het plan is klaar. Er staan 12 pompen langs de kade.", True),
        ('Er zijn {{ waarde("woningbouw") }} woningen.', False),
    ],
)
def test_a_line_of_a_stand_that_is_as_it_was_is_told(copied: Path, stand: str, is_told: bool) -> None:
    expression = 'Er zijn {{ waarde("woningbouw") }} woningen.'
    before = stand if stand == expression else "Het plan is af."
    kept = "  sinds-vorige-keer: Er staan 12 pompen langs de kade.\n" if stand != expression else ""
    front = "---\ntitel: Water\nstand:\n  bereikt: '{}'\n{}---\n\n"
    (copied / WATER.replace("H2", "H1")).write_text(front.format(before, kept) + "Het peil daalt.\n", "utf-8")
    (copied / WATER).write_text(front.format(stand, "") + "Het water zakt.\n", "utf-8")
    assert bool(told(copied, WATER)) == is_told


def test_a_chapter_of_a_reference_part_is_not_read_by_the_sentence(copied: Path) -> None:
    front = "---\ntitel: Water\n---\n\n"
    sentence = "Er zijn 12 pompen geplaatst langs de kade."
    (copied / WATER.replace("H2", "H1")).write_text(front + OLD.format(sentence) + "\n", "utf-8")
    (copied / WATER).write_text(front + NEW.format(sentence) + "\n", "utf-8")
    report = copied / "content/2024-H2/rapportage.yaml"
    text = report.read_text("utf-8")
    assert told(copied, WATER) != []
    report.write_text(text.replace("  - titel:", "  - naslag: true\n    titel:"), "utf-8")
    assert told(copied, WATER) == []


def test_the_subject_and_the_steps_of_a_report_are_read_too(copied: Path) -> None:
    for period in ("2024-H1", "2024-H2"):
        path = copied / f"content/{period}/rapportage.yaml"
        text = re.sub(
            r"^onderwerp:.*$",
            "onderwerp: Krediet van € 640.000 voor de dijk",
            path.read_text("utf-8"),
            flags=re.M,
        )
        path.write_text(text, "utf-8")
    name = "content/2024-H2/rapportage.yaml"
    (one,) = told(copied, name)
    assert "in 1 tekst staat nog een zin van 2024-H1: 'Krediet van € 640.000 voor de dijk'" in one
    change(copied, name, "€ 640.000", "€ 275.000")
    assert told(copied, name) == []


def test_that_it_was_read_counts_once(copied: Path) -> None:
    for period in ("2024-H1", "2024-H2"):  # read after the report, and copied with that day
        change(copied, WATER.replace("2024-H2", period), "---\ntitel:", "---\nnagezien: 2024-07-05\ntitel:")
    assert told(copied, WATER) != []
    change(copied, WATER, "nagezien: 2024-07-05", "nagezien: 2025-01-06")
    assert told(copied, WATER) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("figuren/dijk.yaml", "soort:", "nagezien: 2025-01-06\nsoort:"),
        ("tabellen/breed.yaml", "titel:", "nagezien: 2025-01-06\ntitel:"),
        ("tabellen/breed.yaml", "titel:", "titel: Nu"),
        ("raadsvoorstel.md", "", ""),
    ],
)
def test_a_figure_a_table_and_the_memo_say_themselves_that_they_were_read(
    copied: Path, file: str, old: str, new: str
) -> None:
    name = f"content/2024-H2/{file}"
    assert told(copied, name) != []
    if old:
        change(copied, name, old, new)
    else:
        change(
            copied,
            "content/2024-H2/rapportage.yaml",
            "titel: Voortgang Regio Voorbeeld\n",
            "titel: Voortgang Regio Voorbeeld\nnagezien: 2025-01-06\n",
        )
    assert told(copied, name) == []


def test_the_description_of_a_chart_that_moved_on_may_not_tell_numbers_of_before(copied: Path) -> None:
    chart = "content/2024-H2/figuren/woningbouw.yaml"
    change(copied, chart, "2024-H1]", "2024-H1, 2024-H2]")
    for period in ("2024-H1", "2024-H2"):
        path = copied / f"content/{period}/figuren/woningbouw.yaml"
        text = path.read_text("utf-8").splitlines()
        text[2] = "alt: De bouw stijgt van 1.180 naar 1.348 woningen."
        path.write_text("\n".join(text) + "\n", "utf-8")
    assert told(copied, chart) == ["fout 3: de alternatieve tekst noemt nog de getallen van 2024-H1"]
    change(copied, chart, "1.180 naar 1.348", "1.348 naar 1.500")
    assert told(copied, chart) == []


@pytest.mark.parametrize(
    ("alt", "is_told"),
    [
        ("De bouw stijgt sinds 2023.", False),
        ("De bouw stijgt sinds 2023, met 12 woningen.", True),
        ("De bouw in 2024-H1 stijgt.", True),
    ],
)
def test_a_year_by_itself_is_no_number_of_before(copied: Path, alt: str, is_told: bool) -> None:
    chart = "content/2024-H2/figuren/woningbouw.yaml"
    change(copied, chart, "2024-H1]", "2024-H1, 2024-H2]")
    for period in ("2024-H1", "2024-H2"):
        path = copied / f"content/{period}/figuren/woningbouw.yaml"
        text = path.read_text("utf-8").splitlines()
        text[2] = f"alt: {alt}"
        path.write_text("\n".join(text) + "\n", "utf-8")
    assert bool(told(copied, chart)) == is_told


def test_a_chart_that_moved_on_is_none_of_before(copied: Path) -> None:
    chart = "content/2024-H2/figuren/woningbouw.yaml"
    assert told(copied, chart) != []
    change(copied, chart, "2024-H1]", "2024-H1, 2024-H2]")
    assert told(copied, chart) == []


def test_what_takes_too_much_to_compare_counts_as_unread(copied: Path) -> None:
    """Paragraphs of the same words in another order are compared in full, and are not alike."""
    before = "\n\n".join(f"In het jaar {number} " + "a " * 2000 + "b " * 2000 for number in range(6))
    now = "\n\n".join(f"In 2024-H1 {number} " + "b " * 2000 + "a " * 2000 for number in range(6))
    (copied / WATER.replace("H2", "H1")).write_text(f"---\ntitel: Water\n---\n\n{before}", "utf-8")
    (copied / WATER).write_text(f"---\ntitel: Water\n---\n\n{now}", "utf-8")
    begun = process_time()
    (one,) = told(copied, WATER)
    assert process_time() - begun < PATIENT
    assert "alinea's zijn nog als in 2024-H1" in one


def test_a_day_that_does_not_count_is_named(copied: Path) -> None:
    water = copied / WATER
    text = water.read_text("utf-8").replace("---\n", "---\nnagezien: 2024-06-10\n", 1)
    water.write_text(text, "utf-8")
    hints = [
        one.hint
        for one in check(Workspace(copied), parse_periode("2024-H2")).problems
        if one.at.file == WATER and one.rule == "ongelezen"
    ]
    assert len(hints) == 1
    assert "10 juni 2024 hoort niet bij deze rapportage" in (hints[0] or "")


def test_the_way_out_of_a_sentence_in_a_figure_says_where_the_day_goes(copied: Path) -> None:
    for period, last in (("2024-H1", "Er kwamen er 12 bij."), ("2024-H2", "Er kwamen er 14 bij.")):
        path = copied / f"content/{period}/figuren/opgaven.yaml"
        lines = path.read_text("utf-8").splitlines()
        at = next(at for at, line in enumerate(lines) if line.startswith("alt:"))
        lines[at] = f"alt: In Noord staan 1.180 woningen. {last}"
        path.write_text("\n".join(lines) + "\n", "utf-8")
    problems = check(Workspace(copied), parse_periode("2024-H2")).problems
    hints = [one.hint for one in problems if "staat nog een zin" in one.message and "opgaven" in one.at.file]
    assert hints == ["werk haar bij; klopt zij nog, zet dan 'nagezien: ' met de dag erin"]
