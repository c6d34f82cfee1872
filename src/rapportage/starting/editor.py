"""What VS Code wants of a workspace: settings, tasks, and pieces of text to type with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from rapportage.errors import Severity

FOLDER, TASKS = ".vscode", "tasks.json"
_TEXTS = Path(__file__).with_name("vscode")
_LEVELS: Mapping[Severity, str] = {"fout": "error", "waarschuwing": "warning", "tip": "info"}
"""How the editor calls what we call so: it knows no Dutch words."""


def editor_files(periode: str) -> dict[str, bytes]:
    """The files of `.vscode` by their name; its tasks begin with this period, as written."""
    marks = {"@PERIODE@": periode, "@MATCHERS@": _matchers()}
    made = {}
    for path in sorted(_TEXTS.iterdir()):
        text = path.read_text("utf-8")
        for mark, value in marks.items():
            text = text.replace(mark, value)
        made[path.name] = text.encode()
    return made


def schemas_by_file() -> dict[str, str]:
    """The form of the paths of the files that go by each schema, as the settings tell the editor."""
    _, _, settings = (_TEXTS / "settings.json").read_text("utf-8").partition("\n")  # below a remark
    return dict(json.loads(settings)["yaml.schemas"])


def _matchers() -> str:
    """What finds each kind of problem among the lines of `--lines`; a matcher knows one level alone."""
    matchers = [
        {
            "owner": f"rapportage-{severity}",
            "source": "rapportage",
            "severity": _LEVELS[severity],
            "fileLocation": ["relative", "${workspaceFolder}"],
            "pattern": {
                "regexp": rf"^(\S.*?):(\d+):(\d+)-(\d+):(\d+): {severity}: (.*)$",
                **{name: at for at, name in enumerate(_PARTS, 1)},
            },
        }
        for severity in get_args(Severity)
    ]
    return json.dumps(matchers, indent=2).replace("\n", "\n      ")


_PARTS = ("file", "line", "column", "endLine", "endColumn", "message")
