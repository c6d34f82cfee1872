"""`rapportage figures`: each figure with its texts and what the data say; the kinds; the contact sheet."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image as Pillow
from where import ROOT

from rapportage.cli import main


def run(klein: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit status and what stands on either stream."""
    with pytest.raises(SystemExit) as left:
        main([*arguments, "--workspace", str(klein)])
    said = capsys.readouterr()
    return int(left.value.code or 0), said.out, said.err


def change(klein: Path, file: str, old: str, new: str) -> None:
    path = klein / "content" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def warnings(klein: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, str]]:
    """The rule, place and message of each warning of `check`, with its hint."""
    _, out, _ = run(klein, capsys, "check", "2024-H1", "--json")
    found = json.loads(out)["problems"]
    assert [one for one in found if one["severity"] == "fout"] == []
    return [(one["rule"], f"{one['file']}:{one['line']}", one["message"]) for one in found]


def test_figures_are_listed_in_reading_order_with_texts_and_drafts(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(klein, capsys, "figures", "2024-H1")
    assert (status, err) == (0, "")
    blocks = out.strip().split("\n\n")
    assert [block.split("\n")[0] for block in blocks] == [
        "Figuur 1: woningbouw (staafdiagram)",
        "Figuur 2: dijk (afbeelding)",
        "Figuur 3: waterschap (afbeelding)",
        "Figuur 4: opgaven (bloemblad)",
        "Figuur 5: sierlijn (afbeelding)",
    ]
    words = " ".join(blocks[0].split())
    assert "voorstel, om over te nemen:\nalt: >-\n  Opgeleverde woningen stijgen" in blocks[0]
    assert "bijschrift Opgeleverde woningen" in words
    assert "bron Woonmonitor Voorbeeld, peildatum 31 december 2023 en juni 2024" in words
    assert "alt De bouw stijgt van 1.180 naar 1.348 woningen." in words
    assert "Opgeleverde woningen stijgen van 1.180 naar 1.348. Sociaal stijgt van 323 naar 404" in words or (
        "Opgeleverde woningen stijgen van 1.180 naar 1.348; Sociaal van 323 naar 404" in words
    )
    assert "alt geen, de figuur versiert" in " ".join(blocks[4].split())
    assert "voorstel" not in blocks[4]


def test_a_figure_without_alternative_text_is_an_error_but_gets_a_draft(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = klein / "content/2024-H1/figuren/woningbouw.yaml"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("alt:")]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    status, out, err = run(klein, capsys, "figures", "2024-H1")
    assert status == 1, err
    assert "alt         ontbreekt" in out
    draft = out.split("\n\n")[0].partition("over te nemen:\n")[2]
    path.write_text(path.read_text("utf-8") + draft + "\n", "utf-8")
    assert warnings(klein, capsys) == []  # what is proposed can be pasted as it stands
    assert "de figuur heeft geen alternatieve tekst" in err


def mark(klein: Path, capsys: pytest.CaptureFixture[str], name: str) -> str:
    """The fingerprint that the command shows for a figure."""
    _, out, _ = run(klein, capsys, "figures", "2024-H1")
    block = next(one for one in out.split("\n\n") if f": {name} (" in one)
    return next(line.split()[1] for line in block.split("\n") if line.startswith("alt-kenmerk: "))


def test_a_text_that_was_approved_is_told_when_the_data_change(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = "2024-H1/figuren/woningbouw.yaml"
    approved = mark(klein, capsys, "woningbouw")
    change(klein, file, "gegevens: tonen", f"gegevens: tonen\nalt-kenmerk: {approved}")
    assert warnings(klein, capsys) == []
    _, out, _ = run(klein, capsys, "figures", "2024-H1")
    assert "te doen" not in out.split("\n\n")[0]
    change(klein, "indicatoren/wonen.yaml", "waarde: 404", "waarde: 444")
    assert warnings(klein, capsys) == [
        (
            "alt-verouderd",
            f"content/{file}:5",
            "periode, gegevens of tekst van figuur 'woningbouw' zijn veranderd nadat zij is nagelezen",
        )
    ]
    again = mark(klein, capsys, "woningbouw")
    assert again != approved
    change(klein, file, approved, again)
    assert warnings(klein, capsys) == []


@pytest.mark.parametrize(
    "broken", ["content/indicatoren/wonen.yaml", "templates/figuren/bloemblad/schema.json"]
)
def test_what_costs_a_figure_is_told_and_not_only_left_out(
    klein: Path, capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    (klein / broken).parent.mkdir(parents=True, exist_ok=True)
    (klein / broken).write_text("{ nee", "utf-8")
    status, _, err = run(klein, capsys, "figures", "2024-H1")
    assert status == 1, err
    assert broken in err


def test_a_figure_in_a_text_that_cannot_be_composed_yet_is_not_said_to_stand_nowhere(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(klein, "2024-H1/bijlage/kern.md", "[@woningbouw]", "[@woningbouwen]")
    _, out, _ = run(klein, capsys, "figures", "2024-H1")
    assert "Nog zonder nummer: woningbouw (staafdiagram)" in out
    assert "Staat nergens" not in out


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
        '{% include "' + "x" * 300 + '" %}',
        '<svg xmlns="http://www.w3.org/2000/svg">{{ "\\ud800" }}</svg>',
        "{{ " + "(" * 400 + "1" + ")" * 400 + " }}",
        '{{ "a" * 10 ** 17 }}',
    ],
    ids=["nested", "a long name", "a surrogate", "brackets", "all memory"],
)
def test_a_template_that_no_engine_can_follow_is_told(
    klein: Path, capsys: pytest.CaptureFixture[str], template: str
) -> None:
    folder = klein / "templates/figuren/bloemblad"
    folder.mkdir(parents=True)
    (folder / "tekening.svg.j2").write_text(template)
    status, _, err = run(klein, capsys, "build", "2024-H1")
    assert status == 1, err
    assert "gaat hier zelf de fout in" not in err


LIKE_OURS = "vergelijk het met een sjabloon"


@pytest.mark.usefixtures("templates_here")
@pytest.mark.parametrize(
    ("template", "said", "hint"),
    [
        ("<svg>", "tekening 'bloemblad' is geen geldige SVG", LIKE_OURS),
        (
            '<svg xmlns="http://www.w3.org/2000/svg"/>',
            "tekening 'bloemblad' heeft geen viewBox vanaf 0 0",
            "begin met <svg",
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" width="9pt" height="9pt" viewBox="0 0 9 9"><script/></svg>',
            "tekening 'bloemblad' bevat een onderdeel <script>",
            LIKE_OURS,
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="9pt" font-size="9pt">a</text></svg>',
            "tekening 'bloemblad' zet 'a' niet recht in een eigen <text>, of kleiner dan 8 pt",
            "gebruik de macro's",
        ),
    ],
)
def test_a_template_that_writes_no_usable_svg_is_told_with_its_own_place_and_way_out(
    klein: Path, capsys: pytest.CaptureFixture[str], template: str, said: str, hint: str
) -> None:
    folder = klein / "templates/figuren/bloemblad"
    folder.mkdir(parents=True)
    (folder / "tekening.svg.j2").write_text(template)
    status, _, err = run(klein, capsys, "build", "2024-H1")
    assert status == 1, err
    assert err.splitlines()[1] == f"templates/figuren/bloemblad/tekening.svg.j2:1: fout: {said}"
    assert err.splitlines()[2].strip().startswith(hint)


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "differs"),
    [
        ("opgaven", "organisatie.yaml", "naam: Water", "naam: Waterpeil", True),
        ("opgaven", "2024-H1/figuren/opgaven.yaml", "uitgelicht: water", "uitgelicht: wonen", True),
        ("opgaven", "2024-H1/figuren/opgaven.yaml", "bijschrift: De opgaven", "bijschrift: Opgaven", True),
        ("dijk", "2024-H1/figuren/dijk.svg", "dijk", "kade", True),
        ("opgaven", "2024-H1/figuren/opgaven.yaml", "alt: ", "alt: Kort gezegd. ", True),
        ("woningbouw", "indicatoren/wonen.yaml", "waarde: 22500000", "waarde: 22600000", False),
    ],
)
def test_the_fingerprint_follows_the_data_and_the_words_and_nothing_else(
    klein: Path, capsys: pytest.CaptureFixture[str], name: str, file: str, old: str, new: str, differs: bool
) -> None:
    before = mark(klein, capsys, name)
    change(klein, file, old, new)
    assert (mark(klein, capsys, name) != before) == differs


def test_a_field_that_a_later_version_adds_makes_no_text_out_of_date(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = mark(klein, capsys, "opgaven")
    ours = ROOT / "templates/figuren/bloemblad/schema.json"
    schema = json.loads(ours.read_text("utf-8"))
    schema["properties"]["vorm"] = {"enum": ["rond", "spits"], "default": "rond", "description": "De vorm."}
    own = klein / "templates/figuren/bloemblad/schema.json"
    own.parent.mkdir(parents=True)
    own.write_text(json.dumps(schema), "utf-8")
    assert mark(klein, capsys, "opgaven") == before


def test_a_figure_without_a_source_is_a_warning_unless_it_decorates_or_its_series_have_one(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(klein, "2024-H1/figuren/opgaven.yaml", "bron: Regio Voorbeeld\n", "")
    assert warnings(klein, capsys) == [
        ("bron", "content/2024-H1/figuren/opgaven.yaml:1", "figuur 'opgaven' noemt geen bron")
    ]


def test_words_that_had_to_shrink_are_a_warning_from_a_warm_cache_too(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(klein, "2024-H1/figuren/opgaven.yaml", "uitgelicht: water", "hart: Samenwerkingsverbandsoverleg")
    said = [
        (
            "figuur-verkleind",
            "content/2024-H1/figuren/opgaven.yaml:5",
            "'Samenwerkingsverbandsoverleg' is kleiner gezet of afgebroken om in de tekening te passen",
        )
    ]
    assert warnings(klein, capsys) == said
    assert warnings(klein, capsys) == said


def test_the_contact_sheet_holds_every_figure(klein: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = klein / "blad.png"
    status, said, _ = run(klein, capsys, "figures", "2024-H1", "--contact-sheet", str(out))
    assert status == 0
    assert said.splitlines()[-1].endswith("blad.png")
    with Pillow.open(io.BytesIO(out.read_bytes())) as sheet:
        assert sheet.format == "PNG"
        assert sheet.width > 2000
        assert len(sheet.convert("L").getcolors(300) or []) > 20  # something is drawn on it


def test_the_contact_sheet_must_be_a_png(klein: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(klein, capsys, "figures", "2024-H1", "--contact-sheet", "blad.pdf")
    assert status == 2
    assert "een naam die op .png eindigt" in err


def test_a_period_must_be_named_unless_the_kinds_are_asked_for(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(klein, capsys, "figures")[0] == 2
    status, out, _ = run(klein, capsys, "figures", "--kinds")
    assert status == 0
    for kind in ("staafdiagram", "lijndiagram", "afbeelding", "bloemblad", "kaart"):
        assert f"\n{kind}: " in f"\n{out}"
    assert "  voorbeeld, om over te nemen:\nsoort: bloemblad\n" in out
    assert run(klein, capsys, "figures", "--kinds", "--contact-sheet", "blad.png")[0] == 2
    assert "Kies uit gegroepeerd, gestapeld en aandelen." in " ".join(out.split())


def test_a_kind_of_ones_own_is_drawn_and_listed_with_no_more_than_a_folder(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = klein / "templates/figuren/toren"
    folder.mkdir(parents=True)
    (folder / "schema.json").write_text(
        json.dumps(
            {
                "type": "object",
                "description": "Een toren.",
                "properties": {"naam": {"type": "string", "description": "Hoe de toren heet."}},
                "required": ["naam"],
                "additionalProperties": False,
            }
        )
    )
    (folder / "tekening.svg.j2").write_text(
        '{% import "figuren/_tekst.svg.j2" as t with context %}\n'
        '<svg xmlns="http://www.w3.org/2000/svg" width="{{ breedte }}pt" height="60pt"'
        ' viewBox="0 0 {{ breedte }} 60"><rect width="20" height="60" fill="{{ kleur("accent") }}"/>'
        "{{ t.schrijf(naam | passend(100), 30, 10) }}</svg>"
    )
    (folder / "alt.j2").write_text("Een toren met de naam {{ naam }}.")
    (klein / "content/2024-H1/figuren/opgaven.yaml").write_text(
        "soort: toren\nbijschrift: De toren\nbron: Regio Voorbeeld\nalt: Een ranke toren met een spits.\nnaam: Peperbus & zoon\n"
    )
    status, out, err = run(klein, capsys, "figures", "2024-H1")
    assert (status, err) == (0, "")
    assert "alt: >-\n  Een toren met de naam Peperbus & zoon.\nalt-kenmerk: " in out
    assert "toren: Een toren." in run(klein, capsys, "figures", "--kinds")[1]


def test_a_draft_that_fails_leaves_the_other_figures_in_the_list(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = klein / "templates/figuren/bloemblad"
    folder.mkdir(parents=True)
    (folder / "alt.j2").write_text("{{ 1 / 0 }}")
    status, out, err = run(klein, capsys, "figures", "2024-H1")
    assert (status, "woningbouw (staafdiagram)" in out, "dijk (afbeelding)" in out) == (1, True, True)
    assert "templates/figuren/bloemblad/alt.j2:1: fout:" in err


def test_a_draft_has_one_point_behind_words_that_end_in_one(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(
        klein, "2024-H1/figuren/opgaven.yaml", "uitgelicht: water", "uitgelicht: water\nhart: Voorbeeld b.v."
    )
    folder = klein / "templates/figuren/bloemblad"
    folder.mkdir(parents=True)
    (folder / "alt.j2").write_text("Het hart is {{ hart }}. En verder...")
    assert "Het hart is Voorbeeld b.v. En verder..." in run(klein, capsys, "figures", "2024-H1")[1]


def test_a_picture_that_is_very_high_is_put_on_the_sheet_smaller(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Pillow.new("L", (60, 6000)).save(klein / "content/2024-H1/figuren/waterschap.png")
    run(klein, capsys, "figures", "2024-H1", "--contact-sheet", str(klein / "blad.png"))
    assert Pillow.open(klein / "blad.png").height < 4000


def test_a_drawing_that_the_template_cannot_make_is_told_with_its_line(
    klein: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = klein / "templates/figuren/bloemblad"
    folder.mkdir(parents=True)
    (folder / "tekening.svg.j2").write_text('<svg>\n{{ kleur("zuurstok") }}\n</svg>')
    status, _, err = run(klein, capsys, "build", "2024-H1")
    assert status == 1, err
    assert "templates/figuren/bloemblad/tekening.svg.j2:2: fout: het sjabloon kan niet worden ingevuld" in err
    assert "kleur 'zuurstok' staat niet in de huisstijl" in err
