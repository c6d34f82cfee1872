"""Let LibreOffice accept and reject all changes of Word documents; run by the Python that has `uno`.

Usage: office_changes.py SOFFICE FOLDER NAME...

Of each name, `NAME-old.docx`, `NAME-new.docx` and `NAME-changes.docx` are in the folder; there come
`NAME-old.txt`, `NAME-new.txt`, `NAME-accepted.txt` and `NAME-rejected.txt` with what LibreOffice reads in them,
and `NAME-accepted.docx` and `NAME-rejected.docx` as it saves them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from office import AS_WORD, keep, running, setting

_ASKED = {
    "old": ("old", ""),
    "new": ("new", ""),
    "accepted": ("changes", ".uno:AcceptAllTrackedChanges"),
    "rejected": ("changes", ".uno:RejectAllTrackedChanges"),
}


def main(soffice: str, folder: str, *names: str) -> None:
    of = Path(folder)
    with running(soffice) as office:
        dispatcher = office.make("com.sun.star.frame.DispatchHelper")
        for name in names:
            for made, (given, command) in _ASKED.items():
                with office.opened(of / f"{name}-{given}.docx") as document:
                    if command:
                        frame = document.getCurrentController().getFrame()
                        dispatcher.executeDispatch(frame, command, "", 0, ())
                        document.getTextFields().refresh()
                        keep(document, of / f"{name}-{made}.docx", AS_WORD)
                    as_text = setting("FilterOptions", "UTF8,LF")
                    keep(document, of / f"{name}-{made}.txt", "Text (encoded)", as_text)


if __name__ == "__main__":
    main(*sys.argv[1:])
