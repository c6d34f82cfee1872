"""Compare what Chromium tells a screen reader of the PDFs with their tags; `make conformance` runs it.

    python scripts/chromium.py            the bijlage of every period here and of the tests' workspaces
    python scripts/chromium.py FILE...    these files

It needs Debian's chromium, and does nothing where that is missing. Exit status 0: all tell as much as they
hold; 1: a file does not.

Chromium makes its tree of a PDF page by page: of the tags where the feature PdfTags is on, which it is not
yet of its own accord, or else of what it sees. In both it tells alternative texts. With PdfTags it takes
all that follows the last letter of some links for the link, so links are taken out of the file first.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import pikepdf
from verapdf import built

TOLD = {
    **{f"/H{level}": "heading" for level in range(1, 7)},
    **{"/Table": "table", "/L": "list", "/LI": "listItem", "/TOCI": "listItem", "/Figure": "figure"},
    **{"/TH": "rowHeader", "/TD": "cell", "/TOC": "docToc", "/BlockQuote": "blockquote"},
}
"""What Chromium calls what has these tags; it has one word for headers of rows and of columns.

Links are not among them: four of typst's 84 in a draft it takes for the words around them.
"""
PATIENCE = 300.0
"""The seconds in which a file must have been read."""
_NODE = re.compile(r"(\+*)id#=\S+ (\w+)(.*)")
_SHOW = """(async () => {
  const until = async done => {
    for (let tries = 0; tries < 50 && !done(); tries++) await new Promise(after => setTimeout(after, 100));
    return done();
  };
  const row = await until(() => [...document.querySelectorAll('#pages .row, #pages > div')]
    .find(one => one.innerText.includes(%s)));
  if (!row) return '';
  [...row.querySelectorAll('button, a, [role=button]')]
    .find(one => /(Show|Refresh) accessibility tree/.test(one.innerText)).click();
  await until(() => row.innerText.includes('rootWebArea'));
  return row.innerText;
})()"""


def main(arguments: list[str]) -> int:
    """Compare the files, or all that can be built; the exit status."""
    command = which("chromium")
    if command is None:
        print("skipped, Chromium is not here: apt-get install --no-install-recommends chromium")
        return 0
    with TemporaryDirectory(prefix="rapportage-") as folder:
        files = [(name, Path(name)) for name in arguments]
        if not files:
            files = [one for one in built(Path(folder)) if one[1].name == "bijlage.pdf"]
        good = [judge(command, name, file, Path(folder)) for name, file in files]
    return 0 if good and all(good) else 1


def judge(command: str, name: str, file: Path, folder: Path) -> bool:
    """Print a verdict for a file, and what Chromium tells otherwise; whether nothing."""
    with pikepdf.open(file) as pdf:
        held, texts, pages = Counter(held_in(pdf)), alternative_texts(pdf), len(pdf.pages)
        for page in pdf.pages:
            if "/Annots" in page:
                del page.Annots
        unlinked = folder / "zonder-koppelingen.pdf"
        pdf.save(unlinked)
    with Chromium(command, "--enable-features=PdfTags") as chromium:
        found = Counter(role for role, _ in chromium.nodes(unlinked, pages))
    with Chromium(command) as chromium:
        said = [name for role, name in chromium.nodes(file, pages) if role == "image"]
    wrong = {role: (held[role], found[role]) for role in set(TOLD.values()) if held[role] != found[role]}
    lacking = Counter(texts) - Counter(said)
    print("FAIL" if wrong or lacking else "PASS", "chromium", name, dict(sorted(held.items())), flush=True)
    for role, (mine, its) in sorted(wrong.items()):
        print(f"       {role}: {mine} in the tags, {its} told")
    for text in lacking:
        print(f"       not told: {text}")
    return not wrong and not lacking


# --- what the file holds -------------------------------------------------------------------------


def held_in(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What Chromium should tell, once for each page on which it has content."""
    for element in _elements(pdf.Root.StructTreeRoot):
        role = TOLD.get(str(element.S))
        if role:
            yield from [role] * len({*_pages_of(element)})


def alternative_texts(pdf: pikepdf.Pdf) -> list[str]:
    """Those of all figures."""
    return [str(one.Alt) for one in _elements(pdf.Root.StructTreeRoot) if one.S == "/Figure"]


def _kids(element: pikepdf.Object) -> list[Any]:
    found = element.get("/K", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _elements(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in _kids(parent):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _pages_of(element: pikepdf.Object) -> Iterator[tuple[int, int]]:
    for kid in _kids(element):
        if not isinstance(kid, pikepdf.Dictionary):
            yield element.Pg.objgen
        elif kid.get("/Type") == "/MCR":
            yield (kid if "/Pg" in kid else element).Pg.objgen
        elif "/S" in kid:
            yield from _pages_of(kid)


# --- what Chromium tells -------------------------------------------------------------------------


_OPTIONS = [
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"),
    "--force-renderer-accessibility=complete",
]


_A_WHILE = 1.5
_ENVIRONMENT = dict(os.environ)
"""As it was before anything was built, which hides the machine's fonts: without any, Chromium ends."""


class Chromium:
    """A browser without a window, spoken to over its debugging pipe (descriptors 3 and 4)."""

    def __init__(self, command: str, *options: str) -> None:
        self._folder = TemporaryDirectory(prefix="rapportage-chromium-", ignore_cleanup_errors=True)
        self._profile = f"--user-data-dir={self._folder.name}"
        from_us, self._write = os.pipe()
        self._read, to_us = os.pipe()
        shell = 'exec "$@" 3<&"$IN" 4>&"$OUT"'
        self._process = subprocess.Popen(
            ["bash", "-c", shell, "bash", command, *_OPTIONS, *options, self._profile, "about:blank"],
            pass_fds=(from_us, to_us),
            env=_ENVIRONMENT | {"IN": str(from_us), "OUT": str(to_us)},
            stderr=subprocess.DEVNULL,
        )
        os.close(from_us)
        os.close(to_us)
        self._asked, self._heard = 0, b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()
        os.close(self._write)
        os.close(self._read)
        self._folder.cleanup()

    def nodes(self, file: Path, pages: int) -> list[tuple[str, str]]:
        """The role and the name of each node of the file's tree, once all its pages are in it."""
        paper = self._ask("Target.createTarget", url=file.resolve().as_uri())["targetId"]
        last: list[tuple[str, str]] = []
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self._ask("Target.activateTarget", targetId=paper)  # behind another page it is not read on
            time.sleep(_A_WHILE)
            target = self._ask("Target.createTarget", url="chrome://accessibility")["targetId"]
            session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            told = self._evaluate(session, _SHOW % json.dumps(file.name))
            self._ask("Target.closeTarget", targetId=target)
            found = _in_document(told)
            if sum(role == "region" for role, _ in found) == pages and found == last:
                return found
            last = found
        return last

    def _evaluate(self, session: str, code: str) -> str:
        given = {"expression": code, "awaitPromise": True, "returnByValue": True}
        result = self._ask("Runtime.evaluate", session, **given)
        return str(result.get("result", {}).get("value", ""))

    def _ask(self, method: str, session: str = "", **given: object) -> dict[str, Any]:
        self._asked += 1
        asked = {"id": self._asked, "method": method, "params": given}
        os.write(
            self._write, json.dumps(asked | ({"sessionId": session} if session else {})).encode() + b"\0"
        )
        while True:
            while b"\0" not in self._heard:
                more = os.read(self._read, 1 << 20)
                if not more:
                    raise RuntimeError("Chromium ended before its answer")
                self._heard += more
            one, _, self._heard = self._heard.partition(b"\0")
            answer = json.loads(one)
            if answer.get("id") == self._asked:
                return dict(answer.get("result", {}))


def _in_document(told: str) -> list[tuple[str, str]]:
    """The nodes below the root of the PDF, of a tree that is told with an indent a level."""
    found: list[tuple[str, str]] = []
    depth: int | None = None
    for line in told.splitlines():
        node = _NODE.match(line)
        if node is None:
            continue
        if depth is None:
            depth = len(node[1]) if node[2] == "pdfRoot" else None
        elif len(node[1]) <= depth:
            break
        else:
            name = re.search(r" name='(.*?)' (?:\w+=|$)", node[3])
            found.append((node[2], name[1] if name else ""))
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
