"""What the texts of a report may come to together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rapportage.bounds import MAX_BLOCKS, MAX_CHARACTERS, MAX_FAULTS, MAX_REFERENCES
from rapportage.dutch import count_text, number_text
from rapportage.errors import TOO_LARGE, Place, refusal


@dataclass
class Budget:
    """What was spent so far; a definition, a name or a note counts each time that it is printed."""

    characters: int = 0
    blocks: int = 0
    references: int = 0
    faults: int = 0

    def spend(
        self, place: Place, *, characters: int = 0, blocks: int = 0, references: int = 0, faults: int = 0
    ) -> None:
        """Count this; raises ContentError at the place where it becomes too much."""
        self.characters += characters
        self.blocks += blocks
        self.references += references
        self.faults += faults
        if self.faults > MAX_FAULTS:
            said = f"na {count_text(MAX_FAULTS, 'fout', 'fouten')} houdt de controle hier op"
            raise refusal(said, place, "herstel eerst de andere", TOO_LARGE)
        for spent, most, what in (
            (self.characters, MAX_CHARACTERS, "tekens"),
            (self.blocks, MAX_BLOCKS, "alinea's, punten en cellen"),
            (self.references, MAX_REFERENCES, "koppelingen, noten en uitdrukkingen"),
        ):
            if spent > most:
                more = f"meer dan {number_text(Decimal(most))} {what}"
                hint = "herhaal minder, of verdeel de stof over twee rapportages"
                raise refusal(f"tot hier zijn alle teksten samen te groot: {more}", place, hint, TOO_LARGE)
