"""Let LibreOffice accept and reject all changes of Word documents; run by the Python that has `uno`.

Usage: office_changes.py SOFFICE FOLDER NAME...

Of each name, `NAME-old.docx`, `NAME-new.docx` and `NAME-changes.docx` are in the folder; there come
`NAME-old.txt`, `NAME-new.txt`, `NAME-accepted.txt` and `NAME-rejected.txt` with what LibreOffice reads in them,
and `NAME-accepted.docx` and `NAME-rejected.docx` as it saves them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from office import connected

_ASKED = {
    "old": ("old", ""),
    "new": ("new", ""),
    "accepted": ("changes", ".uno:AcceptAllTrackedChanges"),
    "rejected": ("changes", ".uno:RejectAllTrackedChanges"),
}


def main(soffice: str, folder: str, *names: str) -> None:
    # LibreOffice brings these modules to its own Python; no package holds them.
    import uno  # type: ignore[import-not-found]
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

    def setting(name: str, value: Any) -> Any:
        one = PropertyValue()
        one.Name, one.Value = name, value
        return one

    as_text = (setting("FilterName", "Text (encoded)"), setting("FilterOptions", "UTF8,LF"))
    as_word = (setting("FilterName", "MS Word 2007 XML"),)
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
            desktop, remote = connected(uno, pipe, office)
            dispatcher = remote.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.DispatchHelper", remote
            )
            for name in names:
                for made, (given, command) in _ASKED.items():
                    address = (Path(folder) / f"{name}-{given}.docx").as_uri()
                    document = desktop.loadComponentFromURL(address, "_blank", 0, (setting("Hidden", True),))
                    if command:
                        frame = document.getCurrentController().getFrame()
                        dispatcher.executeDispatch(frame, command, "", 0, ())
                        document.getTextFields().refresh()
                        document.storeToURL((Path(folder) / f"{name}-{made}.docx").as_uri(), as_word)
                    document.storeToURL((Path(folder) / f"{name}-{made}.txt").as_uri(), as_text)
                    document.close(True)
            desktop.terminate()
        finally:
            try:
                office.wait(300)
            except subprocess.TimeoutExpired:
                office.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
