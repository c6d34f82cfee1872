"""A paper that asks for a decision, a draft, and a secret paper."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest
from where import WORKSPACES
from word_files import parts, shown, xml

from rapportage.build.check import check
from rapportage.build.run import build
from rapportage.cli.app import main
from rapportage.document import Document, Heading, List, Metadata, Signatures, inlines_of
from rapportage.inlines import plain
from rapportage.periode import parse_periode
from rapportage.workspace import Wanted, Workspace
from rapportage.writers.text import write_text

PERIODE = parse_periode("2024-Q3")


@pytest.fixture
def besluit(tmp_path: Path) -> Path:
    """A copy of the workspace with a draft that asks for a decision, for the quarter 2024-Q3."""
    return shutil.copytree(WORKSPACES / "besluit", tmp_path / "besluit")


def papers(workspace: Path) -> dict[str, Document]:
    checked = check(Workspace(workspace), PERIODE)
    assert checked.errors == ()
    return dict(checked.documents)


def change(workspace: Path, old: str, new: str) -> None:
    path = workspace / "content/2024-Q3/rapportage.yaml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def told(workspace: Path) -> list[str]:
    return [f"{one.at.line}: {one.message}" for one in check(Workspace(workspace), PERIODE).errors]


# --- the decision ----------------------------------------------------------------------------


def test_a_decision_comes_with_a_third_paper(besluit: Path) -> None:
    outcome = build(Workspace(besluit), PERIODE)
    files, warnings = outcome.files, outcome.problems
    assert [path.name for path in files] == [
        f"{paper}.{form}"
        for paper in ("raadsvoorstel", "bijlage", "raadsbesluit")
        for form in ("docx", "pdf")
    ]
    assert warnings == ()


def test_no_line_ends_within_an_amount_of_a_consideration(besluit: Path) -> None:
    path = besluit / "content/2024-Q3/rapportage.yaml"
    ground = "besluit:\n  overwegende:\n    - dat hiervoor € 40.000 nodig is\n"
    path.write_text(path.read_text("utf-8") + ground, "utf-8")
    said = [plain(inlines) for one in papers(besluit)["raadsbesluit"].blocks for inlines in inlines_of(one)]
    assert "overwegende dat hiervoor €\N{NO-BREAK SPACE}40.000 nodig is;" in said


def test_the_memo_has_the_headings_of_a_decision_in_their_order(besluit: Path) -> None:
    titles = [
        plain(one.content) for one in papers(besluit)["raadsvoorstel"].blocks if isinstance(one, Heading)
    ]
    assert titles == [
        *("Besluitpunten", "Inleiding", "Beoogd effect", "Argumenten", "Kanttekeningen", "Alternatieven"),
        *("Financiën", "Communicatie", "Uitvoering", "Bijlagen"),
    ]


def test_the_decision_repeats_the_points_of_the_memo(besluit: Path) -> None:
    memo, decision = papers(besluit)["raadsvoorstel"], papers(besluit)["raadsbesluit"]
    points = next(block for block in memo.blocks if isinstance(block, List))
    assert points in decision.blocks


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("over april-juni", True),
        ("over het tweede kwartaal van 2024", True),
        ("over april tot en met juni 2024", True),
        ("over juli-september", False),
        ("over april-juni 2025", False),
        ("over januari-september 2024", False),
    ],
)
def test_a_decision_about_the_period_before_is_told(besluit: Path, words: str, told: bool) -> None:
    path = besluit / "content/2024-Q3/raadsvoorstel.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("volgens de bijlage", f"volgens de rapportage {words}"), "utf-8")
    found = [
        one.at.line for one in check(Workspace(besluit), PERIODE).problems if one.rule == "andere-periode"
    ]
    assert found == [3] * told


def test_griffier_and_voorzitter_sign_the_decision_on_the_day_of_the_council(besluit: Path) -> None:
    """The griffier's last day is that very day; the burgemeester presides over the council."""
    (signing,) = (one for one in papers(besluit)["raadsbesluit"].blocks if isinstance(one, Signatures))
    assert [(one.name, one.office) for one in signing.signatories] == [
        ("A. Voorganger", "griffier"),
        ("B. Opvolger", "voorzitter"),
    ]
    change(besluit, "raadsvergadering: 2024-11-11", "raadsvergadering: 2024-11-12")
    (signing,) = (one for one in papers(besluit)["raadsbesluit"].blocks if isinstance(one, Signatures))
    assert signing.signatories[0].name == "D. Griffier"


def test_the_college_signs_the_memo(besluit: Path) -> None:
    (signing,) = (one for one in papers(besluit)["raadsvoorstel"].blocks if isinstance(one, Signatures))
    assert [one.office for one in signing.signatories] == ["burgemeester", "gemeentesecretaris"]


# --- a draft ---------------------------------------------------------------------------------


def test_concept_stands_on_every_page_of_both_formats(besluit: Path) -> None:
    files = build(Workspace(besluit), PERIODE).files
    for path in files:
        if path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as pdf:
                pages = [page.get_textpage().get_text_range() for page in pdf]
            assert pages
            assert all("CONCEPT" in re.sub(r"\s", "", words) for words in pages), path.name
        else:
            package = path.read_bytes()
            headers = [name for name in parts(package) if re.fullmatch(r"word/header\d+\.xml", name)]
            named = {"bijlage.docx": 3}  # by title and chapters
            assert len(headers) == named.get(path.name, 2), "the first page and the others"
            assert all(b"CONCEPT" in parts(package)[name] for name in headers), path.name


def test_an_adopted_paper_says_concept_nowhere(besluit: Path) -> None:
    change(besluit, "status: concept", "status: vastgesteld")
    change(besluit, "rapportagedatum: 2024-09-20", "rapportagedatum: 2024-10-02")
    chapter = besluit / "content/2024-Q3/bijlage/plek.md"
    chapter.write_text(chapter.read_text("utf-8").replace("status: concept", "status: gereed"), "utf-8")
    files = build(Workspace(besluit), PERIODE, Wanted(("docx",))).files
    for path in files:
        assert not any(b"CONCEPT" in part for part in parts(path.read_bytes()).values()), path.name


def test_a_draft_may_be_dated_before_the_end_of_its_period_and_an_adopted_paper_not(besluit: Path) -> None:
    assert told(besluit) == []
    change(besluit, "status: concept", "status: vastgesteld")
    assert told(besluit) == [
        "3: hoofdstuk 'plek' is nog concept, en de rapportage is vastgesteld",
        "6: de rapportage is van 20 september 2024, maar de periode loopt tot en met 30 september 2024",
    ]


def test_an_unknown_abbreviation_is_a_warning_in_a_draft(besluit: Path) -> None:
    chapter = besluit / "content/2024-Q3/bijlage/plek.md"
    chapter.write_text(chapter.read_text("utf-8") + "\nDe XYZ helpt.\n", "utf-8")
    problems = check(Workspace(besluit), PERIODE).problems
    assert [(one.severity, one.message) for one in problems] == [
        ("waarschuwing", "de afkorting 'XYZ' is onbekend")
    ]


# --- a secret paper --------------------------------------------------------------------------

SECRET = """
openbaarheid:
  niveau: geheim
  artikel: {artikel}
  grondslag: {grondslag}
  opgelegd-door: het college
  op-te-heffen-door: de raad
  datum: 2024-10-08
"""

DAYS = {
    "before the Woo": ("2022-04-30", "2022-05-01", "2022-05-02"),
    "the Woo with the old Gemeentewet": ("2022-05-01", "2022-05-02", "2022-05-03"),
    "the last day of the old Gemeentewet": ("2023-03-31", "2023-04-03", "2023-04-04"),
    "the new Gemeentewet": ("2023-04-01", "2023-04-03", "2023-04-04"),
}
OLD, NEW = (25, 55, 86), (87, 88, 89)
WOB, WOO, WOO_LID = "Wob, artikel 10", "Woo, artikel 5.1", "Woo artikel 5.1 lid 2 onder b"


def secret(workspace: Path, when: str, artikel: int, grondslag: str) -> list[str]:
    """What check says of the paper made secret, with the days of `when`."""
    dates = zip(("rapportagedatum", "collegevergadering", "raadsvergadering"), DAYS[when], strict=True)
    text = (workspace / "content/2024-Q3/rapportage.yaml").read_text("utf-8")
    for key, day in dates:
        text = re.sub(rf"{key}: .*", f"{key}: {day}", text)
    text += SECRET.format(artikel=artikel, grondslag=grondslag)
    (workspace / "content/2024-Q3/rapportage.yaml").write_text(text, "utf-8")
    return [one.message for one in check(Workspace(workspace), PERIODE).errors]


@pytest.mark.parametrize(
    ("when", "artikel", "grondslag"),
    [
        *(("before the Woo", artikel, WOB) for artikel in OLD),
        *(("the Woo with the old Gemeentewet", artikel, WOO) for artikel in OLD),
        ("the last day of the old Gemeentewet", 25, WOO),
        *(("the new Gemeentewet", artikel, WOO_LID) for artikel in NEW),
        ("the new Gemeentewet", 87, "Woo artikel 5.1, eerste lid, onder c"),
    ],
)
def test_secrecy_may_rest_on_the_law_of_the_papers_date(
    besluit: Path, when: str, artikel: int, grondslag: str
) -> None:
    assert secret(besluit, when, artikel, grondslag) == []


@pytest.mark.parametrize(
    ("when", "artikel", "grondslag", "wrong"),
    [
        (
            "before the Woo",
            87,
            WOB,
            "artikel 87 van de Gemeentewet draagt op 30 april 2022 geen geheimhouding",
        ),
        (
            "before the Woo",
            25,
            WOO,
            "de grondslag 'Woo, artikel 5.1' past niet bij een stuk van 30 april 2022",
        ),
        (
            "the Woo with the old Gemeentewet",
            25,
            WOB,
            "de grondslag 'Wob, artikel 10' past niet bij een stuk van 1 mei 2022",
        ),
        (
            "the last day of the old Gemeentewet",
            88,
            WOO,
            "artikel 88 van de Gemeentewet draagt op 31 maart 2023 geen geheimhouding",
        ),
        (
            "the new Gemeentewet",
            86,
            WOO_LID,
            "artikel 86 van de Gemeentewet draagt op 1 april 2023 geen geheimhouding",
        ),
        (
            "the new Gemeentewet",
            87,
            WOO,
            "de grondslag 'Woo, artikel 5.1' past niet bij een stuk van 1 april 2023",
        ),
        (
            "the new Gemeentewet",
            87,
            "Woo artikel 5.1 lid 5",
            "de grondslag 'Woo artikel 5.1 lid 5' past niet bij een stuk van 1 april 2023",
        ),
    ],
)
def test_secrecy_on_another_ground_is_a_problem(
    besluit: Path, when: str, artikel: int, grondslag: str, wrong: str
) -> None:
    assert secret(besluit, when, artikel, grondslag) == [wrong]


@pytest.mark.parametrize("key", ["artikel", "grondslag", "opgelegd-door", "op-te-heffen-door", "datum"])
def test_a_secret_paper_without_all_it_must_name_is_not_built(besluit: Path, key: str) -> None:
    secret(besluit, "the new Gemeentewet", 87, WOO_LID)
    path = besluit / "content/2024-Q3/rapportage.yaml"
    path.write_text(re.sub(rf"^  {key}: .*\n", "", path.read_text("utf-8"), flags=re.M), "utf-8")
    found = [one.message for one in check(Workspace(besluit), PERIODE).errors]
    assert found == [f"een geheim stuk noemt '{key}', en dat ontbreekt"]


def test_a_secret_paper_says_on_what_ground_by_whom_and_who_may_lift_it(besluit: Path) -> None:
    assert secret(besluit, "the new Gemeentewet", 87, WOO_LID) == []
    for name, document in papers(besluit).items():
        words = write_text(document)
        assert "artikel 87 van de Gemeentewet, Woo artikel 5.1 lid 2 onder b" in words.replace(
            "Artikel", "artikel"
        )
        assert "Geheim" in words
        if name != "bijlage":
            assert "Opgelegd door: het college, op 8 oktober 2024" in words
            assert "Op te heffen door: de raad" in words


def test_a_public_paper_says_so(besluit: Path) -> None:
    (block,) = (one for one in papers(besluit)["raadsvoorstel"].blocks if isinstance(one, Metadata))
    assert ("Openbaarheid", "Openbaar") in [(plain(row.term), plain(row.value)) for row in block.rows]


def test_the_word_file_of_the_decision_carries_the_same_words(besluit: Path) -> None:
    files = build(Workspace(besluit), PERIODE, Wanted(("docx",), ("raadsbesluit",))).files
    assert [path.name for path in files] == ["raadsbesluit.docx"]
    words = shown(xml(files[0].read_bytes()))
    assert "Aldus besloten in de vergadering van 11 november 2024," in words
    assert "A. Voorganger" in words


# --- words of the organisation's own ---------------------------------------------------------


OWN = """voorstellen:
  ter-besluitvorming:
    benaming: raadsnotitie
    koppen: [Inleiding, Besluitpunten, Participatie]
"""
FACTS = """kenmerken:
  zaaknummer: Z/24/012345
  commissie: Commissie Ruimte
  telefoon: 14 0529
  e-mail: regio@voorbeeldstad.nl
besluit:
  gelet-op: [artikel 147 van de Gemeentewet, "artikel 5 van de verordening;"]
  overwegende: [dat het gebouw ernaast vrijkomt.]
"""


def add(workspace: Path, name: str, more: str) -> None:
    path = workspace / "content" / name
    path.write_text(path.read_text("utf-8") + more, "utf-8")


def test_an_organisation_names_its_memo_and_its_headings(besluit: Path) -> None:
    add(besluit, "organisatie.yaml", OWN)
    memo = besluit / "content/2024-Q3/raadsvoorstel.md"
    memo.write_text(
        "## Inleiding\n\nHet is vol.\n\n## Besluitpunten\n\n1. Uit te breiden.\n\n## Participatie\n\nJa.\n",
        "utf-8",
    )
    made = papers(besluit)
    said = write_text(made["raadsvoorstel"])
    assert made["raadsvoorstel"].meta.title == "Raadsnotitie Uitbreiding van de werkplaats"
    assert said.startswith("Gemeente Voorbeeldstad\n\nRaadsnotitie\n\n")
    assert re.findall(r"^# (.*)", said, re.M) == ["Inleiding", "Besluitpunten", "Participatie", "Bijlagen"]
    assert "1. Uit te breiden." in write_text(made["raadsbesluit"]), "the points, wherever they stand"


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ("[Inleiding, Participatie]", "bij een voorstel ter besluitvorming horen besluitpunten"),
        ("[Besluitpunten, Inleiding, inleiding]", "de kop 'Inleiding' staat hier twee keer"),
        ("[Besluitpunten, bijlagen]", "de kop 'Bijlagen' komt er vanzelf onder te staan"),
        ("[]", None),
    ],
)
def test_headings_of_ones_own_are_judged(besluit: Path, own: str, message: str | None) -> None:
    add(besluit, "organisatie.yaml", OWN.replace("[Inleiding, Besluitpunten, Participatie]", own))
    found = [
        one for one in check(Workspace(besluit), PERIODE).errors if one.at.file.endswith("organisatie.yaml")
    ]
    assert found
    assert message in (None, found[0].message)


def test_facts_for_the_clerk_stand_above_the_memo_and_two_above_the_decision(besluit: Path) -> None:
    add(besluit, "2024-Q3/rapportage.yaml", FACTS)
    made = papers(besluit)
    memo, decision = (write_text(made[name]) for name in ("raadsvoorstel", "raadsbesluit"))
    facts = "Zaaknummer: Z/24/012345\nCommissie: Commissie Ruimte\nTelefoon: 14 0529\nE-mail: "
    assert facts + "regio@voorbeeldstad.nl\nSoort voorstel" in memo
    assert "Zaaknummer: Z/24/012345\nSoort voorstel" in decision
    assert (
        "gelet op artikel 147 van de Gemeentewet;\n\ngelet op artikel 5 van de verordening;\n\n"
        "overwegende dat het gebouw ernaast vrijkomt;\n\n# Besluit" in decision
    )


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        (
            "[artikel 147",
            "[gelet op artikel 147",
            "de woorden 'gelet op' komen er vanzelf voor te staan",
            "artikel 147",
        ),
        ("[dat het", "[het", "een overweging begint met 'dat'", "schrijf: dat het gebouw ernaast vrijkomt"),
        (
            "regio@voorbeeldstad.nl",
            "regio at voorbeeldstad",
            "'regio at voorbeeldstad' is geen e-mailadres",
            "adres",
        ),
    ],
)
def test_a_fact_that_would_be_printed_wrong_is_told(
    besluit: Path, old: str, new: str, message: str, hint: str
) -> None:
    add(besluit, "2024-Q3/rapportage.yaml", FACTS.replace(old, new))
    (found,) = check(Workspace(besluit), PERIODE).errors
    assert (found.message, hint in (found.hint or "")) == (message, True)


def test_a_memo_for_information_rests_on_nothing(besluit: Path) -> None:
    add(besluit, "2024-Q3/rapportage.yaml", FACTS)
    change(besluit, "soort: ter-besluitvorming", "soort: ter-kennisname")
    assert any("bij een voorstel ter kennisname hoort geen 'besluit'" in one for one in told(besluit))


def test_the_next_report_has_no_number_of_this_one(besluit: Path) -> None:
    add(besluit, "2024-Q3/rapportage.yaml", FACTS)
    with pytest.raises(SystemExit) as left:
        main(["new", "2024-Q4", "--workspace", str(besluit)])
    assert left.value.code == 0
    text = (besluit / "content/2024-Q4/rapportage.yaml").read_text("utf-8")
    assert "zaaknummer" not in text
    assert "overwegende" not in text, "a new decision has reasons of its own"
    assert "gelet-op: [artikel 147" in text
    assert "commissie: Commissie Ruimte" in text
