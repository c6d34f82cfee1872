"""The numbers that a chart shows, with the words that go with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from rapportage.dutch import amount_in_full, amount_in_millions, amount_text, quantity_text

ESTIMATE = "raming"
"""The word for a number that nobody measured."""
_LEAST_SPREAD = Decimal("0.15")
"""How far lines must part, of the highest number that they show, to be drawn from nothing on."""
Shape = Literal[
    "gegroepeerd", "gestapeld", "liggend", "liggend gestapeld", "aandelen", "liggend aandelen", "lijn"
]


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its numbers, None where there is none, and each as it is printed.

    `estimates` are the places of those that nobody measured; of shares `counted` has the numbers themselves.
    """

    name: str
    values: tuple[Decimal | None, ...]
    texts: tuple[str, ...]
    unit: str = ""
    estimates: tuple[int, ...] = ()
    counted: Series | None = None

    @property
    def said(self) -> tuple[str, ...]:
        """The numbers as words tell them: a share with what it was made of, an estimate as one."""
        return tuple(
            " ".join((text, *(f"({one})" for one in self._beside(at)))) for at, text in enumerate(self.texts)
        )

    def _beside(self, at: int) -> Iterator[str]:
        if self.counted is not None:
            yield self.counted.texts[at]
        if at in self.estimates:
            yield ESTIMATE

    @property
    def known(self) -> tuple[Decimal, ...]:
        """The numbers that there are."""
        return tuple(value for value in self.values if value is not None)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart's data: `labels` are the periods in words, as many as each series has values.

    `reach` is what the scale holds at least where another chart beside it has the same; `wholes` is what the
    shares of each period are shares of, as printed. Amounts are told `in_full` where not all can be told in
    millions.
    """

    shape: Shape
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    decimals: int = 0
    reach: tuple[Decimal, Decimal] | None = None
    wholes: tuple[str, ...] = ()
    in_full: bool = False

    def printed(self, value: Decimal) -> str:
        """A number that the chart adds to those of its series, told as they are."""
        if self.in_full and self.unit == "€":
            return amount_in_full(value, self.decimals)
        return quantity_text(value, self.unit, self.decimals)

    def scale_text(self, value: float) -> str:
        """A number of the scale as it is printed: an amount in millions where those of the series are."""
        exact = Decimal(str(round(value, 6)))
        if self.unit != "€" or not exact:
            return self.printed(exact)
        if not self._in_millions:
            return amount_in_full(exact, self.decimals)
        short = amount_text(exact)
        return short if short[-1].isalpha() else amount_in_millions(exact)

    @property
    def _in_millions(self) -> bool:
        return any(text[-1].isalpha() for one in self.series for text in one.texts if text.startswith("€"))

    def told(self) -> dict[str, object]:
        """What a description of the chart tells of: its shape, periods, and the numbers as printed."""
        series = [{"naam": one.name, "waarden": list(one.said)} for one in self.series]
        return {"vorm": self.shape, "perioden": list(self.labels), "reeksen": series}

    def rows(self) -> list[list[str]]:
        """The numbers as rows of cells: periods below each other where there are many, else series."""
        names = [one.name for one in self.series]
        if self.by_period:
            by_period = zip(self.labels, *(one.said for one in self.series), strict=True)
            return [["", *names], *(list(row) for row in by_period)]
        return [["", *self.labels], *([one.name, *one.said] for one in self.series)]

    @property
    def by_period(self) -> bool:
        """Whether a table of the numbers has the periods below each other."""
        return len(self.labels) > len(self.series) + 2

    def data_rows(self) -> list[list[str]]:
        """The numbers themselves, a row for each period, with names and units above them.

        One that is not known says so, as in the paper: an empty cell would be taken for a mistake. Which are
        estimates stands beside them, so that numbers remain numbers.
        """
        counts = [one.counted or one for one in self.series]
        names = [f"{one.name} ({one.unit})" if one.unit else one.name for one in counts]
        columns = (
            [
                text if value is None else f"{value:f}".replace(".", ",")
                for value, text in zip(one.values, one.texts, strict=True)
            ]
            for one in counts
        )
        rows = [["periode", *names], *(list(row) for row in zip(self.labels, *columns, strict=True))]
        for series in (one for one in self.series if one.estimates):
            marks = ["ja" if at in series.estimates else "nee" for at in range(len(self.labels))]
            for row, cell in zip(rows, [f"{series.name}: {ESTIMATE}", *marks], strict=True):
                row.append(cell)
        return rows

    @property
    def axis(self) -> tuple[str, ...]:
        """The periods as they stand at the bars or points, one of which all numbers are estimates as such."""
        between = " " if self.lying else "\n"
        return tuple(
            between.join((label, *(f"({one})" for one in self._beside(at))))
            for at, label in enumerate(self.labels)
        )

    def _beside(self, at: int) -> Iterator[str]:
        if self.wholes:
            yield f"samen {self.wholes[at]}"
        if at in self.estimated:
            yield ESTIMATE

    @property
    def estimated(self) -> frozenset[int]:
        """The periods of which every number that there is is an estimate."""
        places = {at for one in self.series for at in one.estimates}
        return frozenset(
            at for at in places if all(at in one.estimates or one.values[at] is None for one in self.series)
        )

    @property
    def partly_estimated(self) -> bool:
        """Whether some period has an estimate beside another number."""
        return any(at not in self.estimated for one in self.series for at in one.estimates)

    @property
    def extent(self) -> tuple[Decimal, Decimal]:
        """From where to where the bars or lines go; bars begin at nothing."""
        ends = self.sums if self.stacked else [value for one in self.series for value in one.known]
        if self.shape != "lijn":
            ends.append(Decimal())
        return min(ends), max(ends)

    @property
    def from_zero(self) -> bool:
        """Whether the scale begins at nothing: that of lines where it still shows how they rise and fall."""
        low, high = self.reach or self.extent
        if self.shape != "lijn":
            return low >= 0
        return low >= 0 and high - low >= high * _LEAST_SPREAD

    @property
    def sums(self) -> list[Decimal]:
        """What the series come to together, period by period."""
        return [
            sum((value or Decimal() for value in stack), Decimal())
            for stack in zip(*(one.values for one in self.series), strict=True)
        ]

    @property
    def totals(self) -> tuple[tuple[Decimal, str], ...]:
        """What each stack comes to and how that is printed; nothing where it says nothing.

        That is so of one series, and of shares that are all of a whole.
        """
        if not self.stacked or len(self.series) == 1 or self.shape.endswith("aandelen"):
            return ()
        sums = self.sums
        whole = self.unit == "%" and all(round(one, self.decimals) == 100 for one in sums)
        return () if whole else tuple((one, self.printed(one)) for one in sums)

    @property
    def lying(self) -> bool:
        """Whether the bars run from left to right."""
        return self.shape.startswith("liggend")

    @property
    def stacked(self) -> bool:
        """Whether the bars of a period stand on each other."""
        return self.shape.endswith(("gestapeld", "aandelen"))
