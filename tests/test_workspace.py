"""Where files are found, and what is read of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.bounds import MAX_BYTES
from rapportage.errors import ContentError, UsageError
from rapportage.workspace import Workspace, find_workspace, package_templates


def read(tmp_path: Path, data: bytes) -> str:
    (tmp_path / "x.yaml").write_bytes(data)
    return Workspace(tmp_path).read(tmp_path / "x.yaml")


def test_a_file_may_begin_with_a_byte_order_mark_and_end_lines_as_windows_does(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbftitel: x\r\ngetal: 1\rx\n") == "titel: x\ngetal: 1\nx\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"# " + b"x" * MAX_BYTES, "x.yaml:1: dit bestand is groter dan 2 MB"),
        (b"", "x.yaml:1: dit bestand is leeg"),
        (b" \n\t\r\n", "x.yaml:1: dit bestand is leeg"),
        (b"\xef\xbb\xbf", "x.yaml:1: dit bestand is leeg"),
        (b"a\nb\xe9", "x.yaml:2: dit bestand is niet in UTF-8 opgeslagen"),
        ("a".encode("utf-16"), "x.yaml:1: dit bestand is niet in UTF-8 opgeslagen"),
        (b"a\nbc\x00", "x.yaml:2:3: hier staat een onzichtbaar teken (U+0000) dat niet in een document kan"),
        (b"a\x1b[31m", "x.yaml:1:2: hier staat een onzichtbaar teken (U+001B) dat niet in een document kan"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as told:
        read(tmp_path, data)
    assert str(told.value) == message


def test_a_template_is_the_own_one_before_the_packages(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    assert workspace.template("document.css") == package_templates() / "document.css"
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/document.css").write_text("p {}", "utf-8")
    assert workspace.template("document.css") == tmp_path / "templates/document.css"
    assert workspace.template("bijlage.html.j2") == package_templates() / "bijlage.html.j2"


@pytest.mark.parametrize("name", ["../x.yaml", "a/../../x.yaml", "..\\x.yaml", "geen.html.j2", ""])
def test_a_template_name_leads_nowhere_else(name: str, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "x.yaml").write_text("geheim", "utf-8")
    with pytest.raises(FileNotFoundError):
        Workspace(tmp_path).template(name)


def test_an_absolute_template_name_leads_nowhere_either(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("geheim", "utf-8")
    with pytest.raises(FileNotFoundError):
        Workspace(tmp_path).template(str(tmp_path / "x.yaml"))


def test_the_workspace_is_the_nearest_folder_upward_with_content(tmp_path: Path) -> None:
    deep = tmp_path / "a/content/2024-H1/bijlage"
    deep.mkdir(parents=True)
    assert find_workspace(deep).root == tmp_path / "a"
    assert find_workspace(tmp_path, tmp_path / "a").root == tmp_path / "a"
    with pytest.raises(UsageError, match="staat geen map 'content'"):
        find_workspace(deep, tmp_path)


@pytest.mark.parametrize(
    ("folder", "hint"),
    [
        ("Content/2024-H1", "er staat wel een map 'Content': noem haar 'content'"),
        ("stuk 1/content", "ga naar de map 'stuk 1', of geef die op met --workspace \"stuk 1\""),
        ("elders", "ga naar uw werkmap, of geef die op met --workspace MAP"),
    ],
)
def test_who_stands_beside_the_workspace_is_told_where_it_is(folder: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / folder).mkdir(parents=True)
    with pytest.raises(UsageError) as told:
        find_workspace(tmp_path)
    assert told.value.hint == hint


def test_only_folders_that_are_named_as_periods_count_as_such(tmp_path: Path) -> None:
    for name in ("2024-H2", "2024-H1", "2023", "concept", "2024-H3", ".schema", "2024-h1"):
        (tmp_path / "content" / name).mkdir(parents=True)
    (tmp_path / "content/2025-H1").write_text("x", "utf-8")
    assert [str(one) for one in Workspace(tmp_path).periods()] == ["2023", "2024-H1", "2024-H2"]
