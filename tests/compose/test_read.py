"""The reader refuses what the profile does not know, and drops nothing without saying so."""

from __future__ import annotations

import pytest
from documents import META

from rapportage.compose.reading.read import read_document
from rapportage.document import Document, Paragraph
from rapportage.errors import ContentError, Place
from rapportage.inlines import plain
from rapportage.writers.html import write_html

TEMPLATE = "bijlage.html.j2"
EMPTY = write_html(Document(META, ()))
SIGNED = '<section class="ondertekening"><p>Het college</p><ul>{}</ul></section>'
TABLE = '<div class="tabel"><table id="t">{}</table></div>'
FIGURE = '<figure id="f">{}</figure>'
IMG = '<img src="afbeelding:a" alt="Een kaart."/>'


def read(body: str, source: str = "") -> Document:
    return read_document(EMPTY.replace("<body>", f"<body>{body}"), TEMPLATE, source)


def told(body: str, source: str = "") -> list[str]:
    """What is said of a body: 'line: message'."""
    with pytest.raises(ContentError) as error:
        read(body, source)
    return [f"{problem.at.line}: {problem.message}" for problem in error.value.problems]


BAD = {
    # elements
    "<marquee>x</marquee>": "<marquee> kan hier niet staan",
    "<h6>x</h6>": "<h6> kan hier niet staan",
    "<img src='afbeelding:a' alt=''/>": "<img> kan hier niet staan",
    "<script>x</script>": "<script> kan hier niet staan",
    "<p>a <code>b</code></p>": "<code> kan niet tussen woorden staan",
    "<p>a <p>b</p></p>": "<p> kan niet tussen woorden staan",
    "<p>a <img src='x'/></p>": "<img> kent geen eigenschap 'src'",
    "<li>x</li>": "<li> kan hier niet staan",
    # attributes
    "<p style='color:red'>x</p>": "<p> kent geen eigenschap 'style'",
    "<p onclick='x()'>x</p>": "<p> kent geen eigenschap 'onclick'",
    "<p id='x'>x</p>": "<p> kent geen eigenschap 'id'",
    "<p>a <strong class='rood'>b</strong></p>": "<strong> kent geen eigenschap 'class'",
    "<p>a <a href='https://example.org' target='_blank'>b</a></p>": "<a> kent geen eigenschap 'target'",
    "<p>a <span class='rood'>b</span></p>": "<span> kan niet tussen woorden staan",
    "<ul class='rood'><li>x</li></ul>": "<ul> kent geen eigenschap 'class'",
    "<ul><li value='3'>x</li></ul>": "<li> kent geen eigenschap 'value'",
    "<ol start='x'><li>x</li></ol>": "'start' is geen aantal: x",
    "<ol start='-1'><li>x</li></ol>": "'start' is geen aantal: -1",
    "<ol start='99999999999'><li>x</li></ol>": "'start' is geen aantal: 99999999999",
    f"<ol start='{'9' * 5000}'><li>x</li></ol>": f"'start' is geen aantal: {'9' * 20}",
    "<ol start='²'><li>x</li></ol>": "'start' is geen aantal: ²",
    "<p data-bron='ergens'>a <b>c</b></p>": "<b> kan niet tussen woorden staan",
    "<p>a<span class='voetnoot' data-nummer='²'>b</span> <b>c</b></p>": "<b> kan niet tussen woorden staan",
    FIGURE.format(f"{IMG}<figcaption><span class='nummer'>Figuur ²</span>: <b>x</b></figcaption>"): (
        "<b> kan niet tussen woorden staan"
    ),
    # classes
    "<p class='rood'>x</p>": "een alinea kent geen rol 'rood'",
    "<h2 class='rood'>x</h2>": "een kop kent geen klasse 'rood'",
    "<h2 class='genummerd rood'>x</h2>": "een kop kent geen klasse 'genummerd rood'",
    "<div>x</div>": "<div> heeft de klasse tabel, figuren of liggend",
    "<hr/>": "<hr> heeft de klasse pagina-einde",
    "<section><p>x</p><ul/></section>": "<section> heeft de klasse ondertekening, met of zonder digitaal",
    "<nav><p>x</p></nav>": "<nav> heeft de klasse inhoud",
    "<dl><dt>a</dt><dd>b</dd></dl>": "<dl> heeft de klasse metagegevens",
    "<aside><p>x</p></aside>": "een kader begint met <p class='kadertitel'>",
    "<aside class='kader'/>": "een kader begint met <p class='kadertitel'>",
    # loose text
    "los": "hier staat losse tekst: 'los'",
    "<blockquote>los</blockquote>": "hier staat losse tekst: 'los'",
    "<ul>los<li>x</li></ul>": "hier staat losse tekst: 'los'",
    "<ul><li>x</li>los</ul>": "hier staat losse tekst: 'los'",
    "<div class='liggend'>los</div>": "hier staat losse tekst: 'los'",
    TABLE.format("<tbody>los<tr><td>x</td></tr></tbody>"): "hier staat losse tekst: 'los'",
    TABLE.format("<tbody><tr><td>x</td>los</tr></tbody>"): "hier staat losse tekst: 'los'",
    FIGURE.format(f"{IMG}los"): "hier staat losse tekst: 'los'",
    "<ul><li>a<ul><li>b</li></ul>los</li></ul>": "na een lijst of alinea kan geen losse tekst staan",
    # nesting
    "<ul><p>x</p></ul>": "een lijst bestaat uit onderdelen (<li>)",
    "<ul/>": "deze lijst is leeg",
    "<h2> </h2>": "deze kop is leeg",
    "<ul><li><h2>x</h2></li></ul>": "een kop kan niet in een lijst staan",
    f"<ul><li>x{TABLE.format('')}</li></ul>": "een tabel of figuur kan niet in een lijst staan",
    "<blockquote><h2>x</h2></blockquote>": "een kop kan niet in een citaat staan",
    "<blockquote><blockquote><p>x</p></blockquote></blockquote>": "een citaat kan niet in een citaat staan",
    f"<aside class='kader'><p class='kadertitel'>a</p>{FIGURE.format(IMG)}</aside>": (
        "een figuur kan niet in een kader staan"
    ),
    # fixed make-up
    FIGURE.format(""): "in <figure> kan zo niet staan: niets",
    FIGURE.format(IMG + IMG): "in <figure> kan zo niet staan: <img>, <img>",
    FIGURE.format(f"<figcaption>x</figcaption>{IMG}"): "in <figure> kan zo niet staan: <figcaption>, <img>",
    FIGURE.format('<img src="https://example.org/a.png" alt="x"/>'): (
        "een figuur heeft een <img src='afbeelding:naam'>"
    ),
    FIGURE.format(f"{IMG}<p>Bron: x</p>"): "onder een tabel of figuur staat alleen <p class='bron'>",
    f"<div class='figuren'>{FIGURE.format(IMG)}</div>": "in <div> kan zo niet staan: <figure>",
    "<div class='tabel'><p class='bron'>x</p></div>": "in <div> kan zo niet staan: <p>",
    "<dl class='metagegevens'><dt>a</dt></dl>": "in <dl> kan zo niet staan: <dt>",
    "<nav class='inhoud'/>": "in <nav> kan zo niet staan: niets",
    "<nav class='inhoud'><p>Inhoud</p><ol><li>x</li></ol></nav>": "hier staat losse tekst: 'x'",
    "<hr class='pagina-einde'><p>x</p></hr>": "in <hr> kan zo niet staan: <p>",
    SIGNED.format("<li>Iemand</li>"): "hier staat losse tekst: 'Iemand'",
    SIGNED.format("<li><span class='naam'>a</span></li>"): "in <li> kan zo niet staan: <span>",
    SIGNED.format("<li><span class='naam'>a</span><span class='naam'>b</span></li>"): (
        "een ondertekenaar heeft een naam en een functie"
    ),
    # tables
    TABLE.format(""): "deze tabel is leeg",
    TABLE.format("<tr><td>x</td></tr>"): "in <table> kan zo niet staan: <tr>",
    TABLE.format("<tbody><tr><td>x</td></tr></tbody><tbody/>"): (
        "in <table> kan zo niet staan: <tbody>, <tbody>"
    ),
    TABLE.format("<tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody>"): (
        "de rijen van deze tabel zijn niet even lang"
    ),
    TABLE.format("<tbody><tr><td rowspan='3'>a</td></tr><tr/></tbody>"): (
        "een cel van deze tabel loopt door tot onder de laatste rij"
    ),
    TABLE.format("<thead><tr><th>a</th></tr></thead>"): "deze tabel heeft alleen een kop",
    TABLE.format("<thead><tr><th>a</th></tr></thead><tbody/>"): "deze tabel heeft alleen een kop",
    TABLE.format("<tbody><tr><td rowspan='2'>a</td></tr><tr/></tbody>"): (
        "in een rij van deze tabel begint geen cel"
    ),
    TABLE.format(
        "<thead><tr><th rowspan='2'>a</th><th>b</th></tr></thead><tbody><tr><td>c</td></tr></tbody>"
    ): ("een cel uit de kop van deze tabel loopt door tot onder de kop"),
    TABLE.format("<tbody><tr><td colspan='0'>a</td></tr></tbody>"): "'colspan' is geen aantal: 0",
    TABLE.format("<tbody><tr><td colspan='1001'>a</td></tr></tbody>"): "'colspan' is geen aantal: 1001",
    TABLE.format("<tbody><tr><td rowspan='99999999'>a</td></tr></tbody>"): (
        "'rowspan' is geen aantal: 99999999"
    ),
    TABLE.format("<tbody><tr><td class='rood'>a</td></tr></tbody>"): "een cel kent geen klasse 'rood'",
    TABLE.format("<tbody><tr><td><p>a</p></td></tr></tbody>"): "<p> kan niet tussen woorden staan",
    # words
    "<p><a href='javascript:x()'>a</a></p>": "de koppeling naar 'javascript:x()' werkt niet in een document",
    "<p><a href='bijlage.pdf'>a</a></p>": "de koppeling naar 'bijlage.pdf' werkt niet in een document",
    "<p><a href='https://a.nl'>a <em><a href='https://b.nl'>b</a></em></a></p>": (
        "een koppeling kan er geen bevatten"
    ),
    "<p><a class='verwijzing' href='#'/></p>": "een verwijzing noemt met href='#naam' waarnaar",
    "<p><a class='verwijzing'/></p>": "een verwijzing noemt met href='#naam' waarnaar",
    "<p>a<span class='voetnoot'>b<span class='voetnoot'>c</span></span></p>": (
        "een voetnoot kan er geen bevatten"
    ),
    "<p>a<br>b</br></p>": "<br> kan niets bevatten",
}


@pytest.mark.parametrize("body", BAD)
def test_what_the_profile_does_not_know_is_refused(body: str) -> None:
    assert f"1: {BAD[body]}" in told(body)


def test_every_problem_of_a_page_is_told_at_once() -> None:
    assert set(told("<div/><p style='x'>a</p>los")) == {
        "1: <div> heeft de klasse tabel, figuren of liggend",
        "1: <p> kent geen eigenschap 'style'",
        "1: hier staat losse tekst: 'los'",
    }


# --- places ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ('<p class="x" data-bron="memo.md:7">a</p>', Place("memo.md", 7)),
        ('<p class="x" data-bron="rapportage.yaml:7:3">a</p>', Place("rapportage.yaml", 7)),
        ('<p data-bron="memo.md:7">a <code>b</code></p>', Place("memo.md", 7)),
        ('<ul data-bron="memo.md:7"><li>a<h2>b</h2></li></ul>', Place("memo.md", 7)),
        ("<p class='x'>a</p>", Place(TEMPLATE, 3)),
        ("<p>a <code>b</code></p>", Place(TEMPLATE, 4)),
        ("<marquee>a</marquee>", Place(TEMPLATE, 1)),
    ],
)
def test_a_problem_has_the_place_of_the_content_or_else_of_the_template(body: str, place: Place) -> None:
    with pytest.raises(ContentError) as error:
        read(body, "regel een\n<h2>\n  <p>\n<code>\n<code>\n")
    assert error.value.problems[0].at == place


def test_a_block_remembers_where_it_came_from() -> None:
    (block,) = read('<p data-bron="memo.md:7">a</p>').blocks
    assert block.place == Place("memo.md", 7)


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<p>geen einde", "sjabloon 'bijlage.html.j2' levert geen geldige XHTML"),
        ("", "sjabloon 'bijlage.html.j2' levert geen geldige XHTML"),
        ("<p>&nbsp;</p>", "sjabloon 'bijlage.html.j2' levert geen geldige XHTML"),
        ("<div/>", "een sjabloon levert <html> met <head> en <body>"),
        ("<html><head/><body/></html>", '<meta name="date"> noemt geen dag'),
        ("<html><head><script>x</script></head><body/></html>", "<script> hoort niet in <head>"),
    ],
)
def test_a_page_that_is_none_is_refused(page: str, message: str) -> None:
    with pytest.raises(ContentError) as error:
        read_document(page, TEMPLATE)
    assert message in [problem.message for problem in error.value.problems]


ENTITIES = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">{}]>'.format(
    "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
)


@pytest.mark.parametrize("start", [ENTITIES, '<!DOCTYPE html [<!ENTITY i SYSTEM "file:///etc/passwd">]>'])
def test_an_entity_is_refused(start: str) -> None:
    with pytest.raises(ContentError):
        read_document(start + EMPTY.replace("<body>", "<body><p>a &i; b</p>"), TEMPLATE)


# --- white space -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("  a \n\t b  ", "a b"),
        ("a\N{NO-BREAK SPACE} b", "a\N{NO-BREAK SPACE} b"),
        ("a <strong> b</strong> c", "a b c"),
        ("a<strong> </strong>b", "a b"),
        ("a <br/> b", "a b"),
        ("a\N{EM SPACE}b", "a\N{EM SPACE}b"),
    ],
)
def test_runs_of_white_space_become_one_space(words: str, text: str) -> None:
    (block,) = read(f"<p>{words}</p>").blocks
    assert isinstance(block, Paragraph)
    assert plain(block.content) == text
