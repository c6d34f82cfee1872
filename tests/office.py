"""Let LibreOffice open a Word document once, and keep what it makes of it; run by the Python that has `uno`.

Usage: office.py SOFFICE IN.docx FOLDER

In the folder come `saved.docx` as a clerk would save it, `exported.pdf` as an accessible PDF, and `counted.docx`
with every field brought up to date.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# LibreOffice brings these modules to its own Python; no package holds them.
import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

AS_WORD = "MS Word 2007 XML"


@dataclass(frozen=True, slots=True)
class Office:
    """A LibreOffice that was started for this, and the context in which it makes things."""

    desktop: Any
    context: Any

    def make(self, service: str) -> Any:
        """What LibreOffice has by this name."""
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    @contextmanager
    def opened(self, path: Path) -> Iterator[Any]:
        """The document in this file, out of sight, until it is done with."""
        hidden = (setting("Hidden", True),)
        document = self.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, hidden)
        yield document
        document.close(True)


def setting(name: str, value: Any) -> Any:
    """One of the settings that LibreOffice is told something by."""
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def keep(document: Any, path: Path, filter_name: str, *options: Any) -> None:
    """Write the document to this file as this filter does."""
    document.storeToURL(path.as_uri(), (setting("FilterName", filter_name), *options))


@contextmanager
def running(soffice: str) -> Iterator[Office]:
    """A LibreOffice with a profile of its own; none is left."""
    pipe = f"rapportage{time.monotonic_ns()}"
    with tempfile.TemporaryDirectory() as profile:
        process = subprocess.Popen(
            [
                soffice,
                f"-env:UserInstallation=file://{profile}",
                *("--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"),
            ]
        )
        try:
            office = _connected(pipe, process)
            yield office
            office.desktop.terminate()
            process.wait(300)
        finally:
            process.kill()


def _connected(pipe: str, process: subprocess.Popen[bytes]) -> Office:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(2000):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            make = context.ServiceManager.createInstanceWithContext
            return Office(make("com.sun.star.frame.Desktop", context), context)
        except Exception:  # not there yet
            if process.poll() is not None:
                raise SystemExit(f"LibreOffice ended by itself ({process.returncode})") from None
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def main(soffice: str, given: str, folder: str) -> None:
    to = Path(folder)
    with running(soffice) as office, office.opened(Path(given)) as document:
        keep(document, to / "saved.docx", AS_WORD)
        accessible = uno.Any("[]com.sun.star.beans.PropertyValue", (setting("PDFUACompliance", True),))
        keep(document, to / "exported.pdf", "writer_pdf_Export", setting("FilterData", accessible))
        document.getTextFields().refresh()
        indexes = document.getDocumentIndexes()
        for number in range(indexes.getCount()):
            indexes.getByIndex(number).update()
        document.getTextFields().refresh()
        keep(document, to / "counted.docx", AS_WORD)


if __name__ == "__main__":
    main(*sys.argv[1:])
