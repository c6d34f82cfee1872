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
from pathlib import Path
from typing import Any


def main(soffice: str, given: str, folder: str) -> None:
    # These come with LibreOffice and its own Python, which no type checker here sees.
    # LibreOffice brings these modules to its own Python; no package holds them.
    import uno  # type: ignore[import-not-found]
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

    def setting(name: str, value: Any) -> Any:
        one = PropertyValue()
        one.Name, one.Value = name, value
        return one

    pipe = f"rapportage{time.monotonic_ns()}"
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            [
                soffice,
                f"-env:UserInstallation=file://{profile}",
                *("--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"),
            ]
        )
        try:
            desktop, _ = connected(uno, pipe, office)
            document = desktop.loadComponentFromURL(
                Path(given).as_uri(), "_blank", 0, (setting("Hidden", True),)
            )

            def keep(name: str, filter_name: str, *options: Any) -> None:
                document.storeToURL(
                    (Path(folder) / name).as_uri(), (setting("FilterName", filter_name), *options)
                )

            keep("saved.docx", "MS Word 2007 XML")
            accessible = uno.Any("[]com.sun.star.beans.PropertyValue", (setting("PDFUACompliance", True),))
            keep("exported.pdf", "writer_pdf_Export", setting("FilterData", accessible))
            document.getTextFields().refresh()
            indexes = document.getDocumentIndexes()
            for number in range(indexes.getCount()):
                indexes.getByIndex(number).update()
            document.getTextFields().refresh()
            keep("counted.docx", "MS Word 2007 XML")
            document.close(True)
            desktop.terminate()
        finally:
            try:
                office.wait(300)
            except subprocess.TimeoutExpired:
                office.kill()


def connected(uno: Any, pipe: str, office: subprocess.Popen[bytes]) -> tuple[Any, Any]:
    """The desktop of the office that was started, and the context in which it makes things."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(2000):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            make = context.ServiceManager.createInstanceWithContext
            return make("com.sun.star.frame.Desktop", context), context
        except Exception:  # not there yet
            if office.poll() is not None:
                raise SystemExit(f"LibreOffice ended by itself ({office.returncode})") from None
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


if __name__ == "__main__":
    main(*sys.argv[1:])
