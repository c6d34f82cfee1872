"""What every reader of blocks shares: the profile's checks, the words within, a number and a source."""

from __future__ import annotations

from lxml import etree

from rapportage.compose.reading.profile import ProfileChecker
from rapportage.compose.reading.read_inlines import InlineReader, classes, whole, words_of
from rapportage.inlines import Inlines


class PartReader(ProfileChecker):
    """Reads what a block consists of, and gathers what it may not say."""

    def __init__(self, template: str, template_source: str) -> None:
        super().__init__(template, template_source)
        self.inlines = InlineReader(self.refuse, self.place)

    def numbered(self, element: etree._Element) -> tuple[str, Inlines]:
        """The label that resolve gave, and the words after it; ('', words) where none was given."""
        if len(element) and classes(element[0]) == ["nummer"] and not (element.text or "").strip():
            label = words_of(element[0])
            return label, self.inlines.read(element, start=1, drop=": ")
        return "", self.inlines.read(element)

    def source(self, element: etree._Element) -> Inlines:
        """The words of the <p> under a table or figure, if there is one."""
        paragraph = self.child(element, "p")
        if paragraph is None:
            return ()
        if classes(paragraph) != ["bron"]:
            self.refuse(paragraph, "onder een tabel of figuur staat alleen <p class='bron'>")
        return self.inlines.read(paragraph)


def number_of(label: str) -> int:
    """The number at the end of a label ('Tabel 4'); 0 where none was given."""
    return whole(label.rpartition(" ")[2]) or 0
