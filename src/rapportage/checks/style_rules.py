"""The rules of a house style, one row each, as `registry` has those of content and papers."""

from __future__ import annotations

from rapportage.checks.rule import Rule
from rapportage.checks.style import fonts, house_style, mapped_tokens, sizes
from rapportage.checks.subjects import StyleFile

# fmt: off
STYLE_RULES: tuple[Rule[StyleFile], ...] = (
    Rule("huisstijl", "fout", StyleFile, house_style.unusable,
         "Met de huisstijl is een document op te maken."),
    Rule("lettertype-bestand", "fout", StyleFile, fonts.broken_files,
         "Met elk bestand in templates/lettertypen is een document op te maken."),
    Rule("lettertype-vormen", "waarschuwing", StyleFile, fonts.few_faces,
         "Van elk lettertype zijn er een gewone, een vette, een cursieve en een vet-cursieve letter."),
    Rule("lettertype-word", "waarschuwing", StyleFile, fonts.kept_from_word,
         "Elk lettertype kan in een DOCX mee die nog te bewerken is."),
    Rule("lettertype-ongebruikt", "tip", StyleFile, fonts.unused,
         "Elk lettertype in templates/lettertypen wordt gebruikt."),
    Rule("tokens-van-elders", "fout", StyleFile, mapped_tokens.not_mapped,
         "Elk token dat van elders komt, staat daar met een waarde die past."),
    Rule("token-onbekend", "fout", StyleFile, house_style.unknown_tokens,
         "Elk token van de huisstijl wordt gebruikt."),
    Rule("logo-tokens", "waarschuwing", StyleFile, house_style.idle_logo_tokens,
         "Wat de huisstijl van een logo zegt, gaat over een logo dat er is."),
    Rule("maat-ongewoon", "waarschuwing", StyleFile, sizes.unusual,
         "Maten zijn zo dat een stuk te lezen en helemaal te drukken is."),
    Rule("kleur-grafiek", "tip", StyleFile, house_style.left_in_our_colour,
         "Met een eigen accent hebben ook grafieken een kleur van het huis."),
    Rule("contrast", "fout", StyleFile, house_style.faint_colours,
         "Kleuren zijn goed te zien op wat erachter staat."),
)
# fmt: on
