"""The rules on what an own Word template says of each paper, as `registry` lists them."""

from __future__ import annotations

from rapportage.checks.rule import Rule
from rapportage.checks.style import template_words
from rapportage.checks.subjects import Report

# fmt: off
TEMPLATE_RULES: tuple[Rule[Report], ...] = (
    Rule("sjabloon-concept", "fout zodra vastgesteld", Report, template_words.unsettled,
         "Geen Word-sjabloon zegt van elk stuk dat het een concept is, of niet voor ieder."),
    Rule("sjabloon-woorden", "waarschuwing", Report, template_words.of_one_paper,
         "Wat een Word-sjabloon boven en onder elke bladzijde zet, geldt voor elk stuk."),
    Rule("sjabloon-tekst", "tip", Report, template_words.other_words,
         "Wat een Word-sjabloon boven en onder elke bladzijde zet, is bekend."),
)
# fmt: on
