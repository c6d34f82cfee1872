"""The rules on what one text says of the same thing as another, a row each as those of the registry."""

from __future__ import annotations

from rapportage.checks.between import (
    differences_apart,
    judged,
    months_apart,
    nothing_below,
    parts_apart,
    proofread,
    summaries,
    told_apart,
    turned_numbers,
)
from rapportage.checks.decisions import decided_counts, decided_pieces
from rapportage.checks.drawings import drawn_beside
from rapportage.checks.numbers import counted_tables
from rapportage.checks.rule import Rule
from rapportage.checks.series import charts_told
from rapportage.checks.subjects import Paper, Report

# fmt: off
BETWEEN_TEXTS: tuple[Rule[Report] | Rule[Paper], ...] = (
    Rule("besluit-aantal", "waarschuwing", Report, decided_counts.other_than_counted,
         "Een tekst telt van wat er besloten wordt hetzelfde aantal als de besluitpunten."),
    Rule("stuk-van-geheel", "waarschuwing", Report, decided_pieces.miscounted,
         "Wat één ding volgens een tekst kost, is zijn deel van wat er elders zo veel kosten."),
    Rule("stukken-verschillen", "waarschuwing", Report, told_apart.otherwise_in_another,
         "Wat twee stukken met dezelfde woorden zeggen, heeft in beide hetzelfde getal."),
    Rule("maand-anders", "waarschuwing", Report, months_apart.in_other_months,
         "Wat een tekst, titel of stap met dezelfde woorden vertelt, gebeurt overal in dezelfde maand."),
    Rule("hoofdstuk-anders", "waarschuwing", Report, summaries.otherwise_in_the_chapter,
         "Wat een tekst zegt van een hoofdstuk waarnaar zij verwijst, staat daar ook zo."),
    Rule(proofread.CHANGED, "waarschuwing", Report, proofread.changed_since,
         "Wat is nagelezen, staat er nog zoals het toen stond."),
    Rule("verschil-elders", "waarschuwing", Report, differences_apart.otherwise_apart,
         "Hoeveel meer of minder een tekst zegt, is het verschil van twee getallen in een andere tekst."),
    Rule("deel-elders", "waarschuwing", Report, parts_apart.otherwise_of_the_whole,
         "Het deel in één plaats dat een tekst noemt, is dat van de tabel met hetzelfde totaal."),
    Rule("cijfers-omgekeerd", "waarschuwing", Report, turned_numbers.turned,
         "Een maat of aantal is niet dat van een andere tekst met twee cijfers andersom.", gives_way=True),
    Rule("oordeel-anders", "waarschuwing", Report, judged.otherwise_judged,
         "Welke opgaven op koers liggen of aandacht vragen, is in de tekst als bij de stand."),
    Rule("grafiek-in-tekst", "waarschuwing", Report, charts_told.against_the_chart,
         "Wat een zin van een grafiek zegt waarnaar zij verwijst, laat die grafiek zien."),
    Rule("tekening-in-tekst", "waarschuwing", Report, drawn_beside.against_the_drawing,
         "Wat een zin bij een tekening van een rij zegt, of ernaar verwijst, staat zo in de gegevens."),
    Rule("aantal-in-tabel", "waarschuwing", Paper, counted_tables.of_another_number,
         "Een tabel heeft zo veel rijen als haar titel en de tekst erboven tellen."),
    Rule("niets-eronder", "waarschuwing", Paper, nothing_below.spoken_of,
         "Onder een tekst over de grafiek, figuur of tabel hieronder staat er een."),
)
# fmt: on
