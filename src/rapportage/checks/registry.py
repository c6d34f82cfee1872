"""Every rule, one row each: to add one, write its function in a module beside this one and a row below.

A function gets what its rule needs and yields a Finding for each thing that an editor must mend.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from rapportage.checks import (
    abbreviations,
    alt_numbers,
    attachments,
    changed_since,
    chapters,
    characters,
    chart_periods,
    comparisons,
    dates,
    days_named,
    differences,
    directions,
    equals,
    figure_size,
    figures,
    fractions,
    headings,
    house_style,
    jumps,
    leftovers,
    lone_lines,
    meetings_named,
    moments,
    names,
    open_points,
    parts,
    periods,
    points,
    portable_names,
    register,
    running_words,
    secrecy,
    series,
    series_in_tables,
    signing,
    spreadsheet,
    stands,
    strays,
    table_bounds,
    table_cells,
    table_differences,
    table_ratios,
    table_stands,
    tables,
    totals,
    typed_numbers,
    typed_references,
    unread,
    written_amounts,
)
from rapportage.checks.subjects import Content, Paper, Report, StyleFile, Subject
from rapportage.errors import (
    AMOUNT,
    EMPTY_BELOW,
    MISSING,
    NO_ROOM,
    OUTSIDE,
    TWICE,
    UNKNOWN,
    UNPRINTABLE,
    UNUSED,
    Finding,
    Problem,
    Severity,
)

Weight = Severity | Literal["fout zodra vastgesteld"]
"""How grave it is to break a rule; the last is a warning while the report is a draft."""
Needed = TypeVar("Needed", bound=Subject)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Needed]):
    """A rule: its name in `check --json`, its weight, what it needs, what finds it broken, what it says."""

    name: str
    weight: Weight
    needs: type[Needed]
    find: Callable[[Needed], Iterator[Finding]]
    sentence: str

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """Where the subject breaks this rule; nothing where the rule needs another kind of subject."""
        if isinstance(subject, self.needs):
            for finding in self.find(subject):
                yield finding.told(self._severity(subject), self.name)

    def _severity(self, subject: Subject) -> Severity:
        if self.weight == "fout zodra vastgesteld":
            return "waarschuwing" if subject.draft else "fout"
        return self.weight


# fmt: off
OPEN_POINT = Rule("open-punt", "fout zodra vastgesteld", Report, open_points.left_open,
                  "Een vastgesteld stuk laat niets open.")
"""Not a mistake in a draft, and so counted apart."""

PERIOD_KIND = Rule("periodesoort", "fout", Content, dates.other_kind_of_period,
                   "De periode is van de soort waarover de organisatie rapporteert.")
"""Where this rule is broken, every other only tells what follows from that."""

UNREAD = Rule("ongelezen", "fout zodra vastgesteld", Content, unread.carried_over,
              "Wat van de vorige periode bleef staan, is nagelezen.")
"""Not a mistake in a draft either: what a new period begins with."""

RULES: tuple[Rule[Content] | Rule[Paper] | Rule[Report] | Rule[StyleFile], ...] = (
    PERIOD_KIND,
    Rule("andere-periode", "fout zodra vastgesteld", Content, periods.other_period,
         "Titels, besluiten, figuren en tabellen noemen geen andere periode dan die van de rapportage."),
    Rule("tabel-periode", "waarschuwing", Content, periods.table_without_this_period,
         "Een tabel met een kolom per periode loopt tot en met die van de rapportage."),
    Rule("ander-moment", "waarschuwing", Content, moments.of_before,
         "Koppen, tabellen en bronnen noemen niet het moment waarop de vorige periode eindigde."),
    Rule("grafiek-periode", "waarschuwing", Content, chart_periods.without_this_period,
         "Een grafiek over perioden loopt tot en met die van de rapportage."),
    Rule("periodelengte", "waarschuwing", Content, chart_periods.of_different_length,
         "De perioden van een grafiek die telt, zijn even lang."),
    Rule("periodestap", "waarschuwing", Content, chart_periods.with_unequal_steps,
         "De perioden van een grafiek volgen elkaar in gelijke stappen op, of zij zegt van niet."),
    Rule("periodevolgorde", "waarschuwing", Content, chart_periods.out_of_order,
         "De perioden van een grafiek gaan van vroeg naar laat."),
    Rule("datumvolgorde", "fout", Content, dates.out_of_order,
         "Na de periode komen de rapportage, het college en de raad, in die volgorde."),
    Rule("vergaderdag", "waarschuwing", Content, dates.unlikely,
         "College en raad vergaderen op een werkdag na de periode, binnen een jaar."),
    Rule("geheimhouding", "fout", Content, secrecy.not_grounded,
         "Een geheim stuk noemt de grond die op zijn datum geldt, en wie oplegt en opheft."),
    Rule("ondertekening", "fout", Content, signing.not_one_signatory,
         "Elk ambt dat ondertekent, heeft op die dag precies één bekleder."),
    Rule("stand-dubbel", "fout", Content, stands.stands_twice,
         "Hoe een opgave ervoor staat, zegt één hoofdstuk."),
    Rule("stand-ontbreekt", "waarschuwing", Content, stands.stands_partly,
         "In één oogopslag staan alle opgaven, of geen."),
    Rule("stand-voorbij", "waarschuwing", Content, stands.past_steps,
         "Een volgende stap ligt niet voor de rapportagedatum."),
    Rule("status", "fout", Content, chapters.behind_the_report,
         "Een vastgestelde rapportage heeft geen hoofdstukken in concept."),
    Rule("netwerk", "fout", Content, attachments.on_the_internet,
         "Bijlagen en afbeeldingen komen niet van internet."),
    Rule(OUTSIDE, "fout", Content, attachments.outside_the_workspace,
         "Bijlagen en afbeeldingen liggen in de werkmap."),
    Rule(MISSING, "fout", Content, attachments.not_there,
         "Bijlagen en afbeeldingen bestaan."),
    Rule("bijlage-inhoud", "fout", Content, attachments.not_what_it_says,
         "Een bijlage is niet leeg, en een PDF is een PDF."),
    Rule("bijlage-dubbel", "fout", Content, attachments.listed_twice,
         "Het raadsvoorstel noemt elke bijlage één keer."),
    Rule("bijlage-ongenoemd", "waarschuwing", Content, attachments.not_listed,
         "Het raadsvoorstel noemt de bijlage die erbij gebouwd wordt."),
    Rule("naam-op-schijf", "waarschuwing", Content, attachments.named_otherwise,
         "Bijlagen en afbeeldingen heten zoals op schijf."),
    Rule("naam-windows", "waarschuwing", Content, portable_names.not_on_windows,
         "Bestanden heten zoals elk systeem ze kan bewaren."),
    Rule(UNKNOWN, "fout", Content, names.unknown,
         "Wat bij naam genoemd wordt, bestaat."),
    Rule(TWICE, "fout", Content, names.twice,
         "Elke naam is van één ding, en elk ding komt één keer."),
    Rule(UNUSED, "waarschuwing", Report, names.unused,
         "Elk hoofdstuk, elke figuur en elke tabel staat in een document."),
    Rule("los-bestand", "waarschuwing", Content, strays.not_read,
         "Elk bestand in de content wordt gelezen of genoemd."),
    Rule("los-sjabloon", "waarschuwing", Content, strays.idle_templates,
         "Elk eigen sjabloon wordt gebruikt."),
    Rule("sjabloonnaam", "fout", Content, strays.misnamed_templates,
         "Een eigen sjabloon heet precies als dat wat het vervangt."),
    Rule("alt-ontbreekt", "fout", Content, figures.without_description,
         "Een figuur die iets zegt, heeft een alternatieve tekst."),
    Rule("alt-verouderd", "waarschuwing", Report, figures.description_out_of_date,
         "Een alternatieve tekst is nagelezen bij de periode, de gegevens en de woorden van nu."),
    Rule("alt-strijdig", "waarschuwing", Report, alt_numbers.against_the_chart,
         "De alternatieve tekst van een grafiek zegt wat de grafiek laat zien."),
    Rule("bron", "waarschuwing", Report, figures.without_source,
         "Een figuur die iets zegt, noemt haar bron."),
    Rule("geen-waarde", "fout", Content, series.without_a_value,
         "Elke reeks van een grafiek heeft een waarde, en een deel van een geheel in elke periode."),
    Rule("waarde-ontbreekt", "waarschuwing", Content, series.not_said_to_be_unknown,
         "Een reeks van een grafiek heeft in elke periode een waarde, of zegt dat die niet bekend is."),
    Rule("eenheden", "fout", Content, series.different_units,
         "De reeksen van een grafiek hebben dezelfde schaal."),
    Rule("ongelijke-reeksen", "waarschuwing", Content, series.of_very_different_size,
         "De reeksen van een grafiek zijn naast elkaar te zien."),
    Rule("reeksnaam", "waarschuwing", Content, series.named_as_another,
         "Een reeks heet in een grafiek niet zoals een andere reeks heet."),
    Rule("peildatum-periode", "waarschuwing", Content, series.measured_elsewhere,
         "Een peildatum, en de periode in 'over', horen bij de periode van hun getal."),
    Rule("getal-sprong", "waarschuwing", Content, jumps.by_a_digit,
         "Een getal van een reeks heeft geen cijfer meer of minder dan dat ervoor, tenzij iemand keek."),
    Rule("peildatum-ontbreekt", "waarschuwing", Content, jumps.without_a_moment,
         "Heeft een reeks peildata, dan heeft de nieuwste waarde er ook een."),
    Rule("negatief-deel", "fout", Content, series.part_below_nothing,
         "Een deel van een geheel is niet negatief."),
    Rule("boven-geheel", "fout", Content, series.more_than_the_whole,
         "De delen van een geheel zijn samen hoogstens 100%."),
    Rule("afkorting", "fout zodra vastgesteld", Content, abbreviations.unknown_abbreviations,
         "Elke afkorting staat in de lijst van begrippen."),
    OPEN_POINT,
    UNREAD,
    Rule("register-onbeantwoord", "waarschuwing", Content, register.not_answered,
         "Wat is toegezegd of aangekondigd en over tijd is, komt aan bod."),
    Rule("register-toen", "waarschuwing", Content, register.done_at_no_known_moment,
         "Een eerdere rapportage toont het register zoals het toen was."),
    Rule("veranderd-vorige", "waarschuwing", Content, changed_since.since_another_report,
         "Een lijst van wat er veranderde, telt vanaf de vorige rapportage, of zegt sinds wanneer."),
    Rule(UNPRINTABLE, "fout", Report, characters.unprintable_characters,
         "Elk teken dat gedrukt wordt, staat in het lettertype."),
    Rule(NO_ROOM, "fout", Paper, figure_size.too_high,
         "Een getekende figuur past op haar bladzijde zoals zij getekend is."),
    Rule("marge", "fout", Report, running_words.off_the_paper,
         "De titel boven de bladzijden en de voetregel eronder passen in de marge."),
    Rule("overblijfsel", "fout", Paper, leftovers.from_elsewhere,
         "Een stuk bevat geen resten van andere programma's, en niets wat nog ingevuld moet worden."),
    Rule("losse-regel", "fout", Paper, leftovers.alone,
         "Een alinea is geen los getal, en geen bijschrift dat met de hand genummerd is."),
    Rule("dubbel-nummer", "fout", Paper, typed_numbers.numbered_twice,
         "Koppen, bijschriften en bronnen krijgen hun nummer of woord vanzelf, en dus niet twee keer."),
    Rule("dubbel-woord", "fout", Content, typed_numbers.labelled_twice,
         "Bijlagen en onderwerp krijgen hun nummer of woord vanzelf, en dus niet twee keer."),
    Rule("verwijzing-getypt", "waarschuwing", Paper, typed_references.typed,
         "Verwijzingen naar figuren, tabellen en hoofdstukken krijgen hun nummer vanzelf."),
    Rule("bijlage-nummer", "waarschuwing", Paper, typed_references.beyond_the_last,
         "Een bijlage die een tekst bij haar nummer noemt, staat in de lijst."),
    Rule(EMPTY_BELOW, "waarschuwing", Paper, headings.empty,
         "Onder elke kop en in elk kader staat iets."),
    Rule("kop-dubbel", "fout", Paper, headings.repeated,
         "Geen kop herhaalt de kop er direct boven."),
    Rule("vette-regel", "waarschuwing", Paper, typed_references.looks_like_heading,
         "Een kop is een kop, en geen vette regel."),
    Rule("losse-kop", "waarschuwing", Paper, lone_lines.lost_heading,
         "Een kop is een kop, en geen korte regel boven een alinea."),
    Rule("losse-bron", "waarschuwing", Paper, lone_lines.source_below,
         "De bron van een figuur of tabel hoort bij haar, en is geen alinea eronder."),
    Rule("tabel-past-niet", "fout", Paper, tables.too_narrow,
         "Elk woord en elk getal van een tabel past in zijn kolom."),
    Rule("tabelkop-hoog", "fout", Paper, tables.head_too_high,
         "De kop van een tabel past op een bladzijde."),
    Rule("tabelkop", "fout", Paper, table_cells.without_head,
         "Boven elke kolom van een tabel, behalve de eerste, staat wat eronder staat."),
    Rule("tabelkop-dubbel", "waarschuwing", Paper, table_cells.same_period_twice,
         "Geen twee kolommen van een tabel zijn van dezelfde periode."),
    Rule("tabelrij", "fout", Paper, table_cells.no_data,
         "Een tabel herhaalt haar kop niet, en heeft geen rijen van streepjes."),
    Rule("tabelcellen", "fout", Paper, table_cells.joined_cells,
         "Een cel bevat geen tekens die elders cellen samenvoegen."),
    Rule("tabelnoot", "fout", Paper, table_cells.marks,
         "Een noot bij een tabel is een voetnoot."),
    Rule("rekenblad", "fout", Paper, spreadsheet.left_in_cells,
         "Een cel bevat wat een lezer moet zien, en niet wat een rekenblad voor zichzelf schrijft."),
    Rule("rijtotaal", "fout", Paper, totals.wrong_totals,
         "Een rij die een totaal heet, is de som van de rijen erboven."),
    Rule("totaal-onjuist", "waarschuwing", Paper, totals.unmarked_totals,
         "Een rij die Totaal heet, is de som van de rijen erboven."),
    Rule("dag", "fout", Paper, days_named.impossible,
         "Elke dag in een tekst staat op de kalender, en op die dag van de week."),
    Rule("vergaderdag-anders", "fout", Paper, meetings_named.on_another_day,
         "Een tekst laat raad en college het stuk behandelen op de dag uit rapportage.yaml."),
    Rule(AMOUNT, "fout", Paper, written_amounts.misspelt,
         "Een bedrag of percentage in een tekst is geschreven zoals in het Nederlands, met één eenheid."),
    Rule("kolomtotaal", "waarschuwing", Paper, totals.wrong_column_totals,
         "Een kolom die Totaal heet, is de som van de kolommen ernaast."),
    Rule("tabelverschil", "waarschuwing", Paper, table_differences.wrong_differences,
         "Een kolom of rij die Verschil, Saldo of Restant heet, is het verschil van die ernaast of erboven."),
    Rule("standverloop", "waarschuwing", Paper, table_stands.wrong_stands,
         "Een stand is die ervoor met wat erbij en eraf ging, in een rij of een kolom."),
    Rule("tabelverhouding", "waarschuwing", Paper, table_ratios.wrong_ratios,
         "Aandelen, gemiddelden en indexcijfers volgen uit de getallen ernaast, zoals in de andere rijen."),
    Rule("verdeling", "waarschuwing", Paper, table_ratios.wrong_distributions,
         "De percentages van een verdeling zijn samen 100."),
    Rule("tabelgrens", "waarschuwing", Paper, table_bounds.beyond_bounds,
         "Een gemiddelde ligt tussen de getallen erboven, en aandelen zijn samen niet meer dan alles."),
    Rule("reeks-in-tabel", "waarschuwing", Report, series_in_tables.other_than_the_series,
         "Een cel achter de naam van een reeks en onder een periode zegt wat de reeks zegt."),
    Rule("getalnotatie", "waarschuwing", Paper, tables.contradicting_numbers,
         "In een kolom betekenen de punt en de komma in elk getal hetzelfde."),
    Rule("getalpunten", "waarschuwing", Paper, points.without_points,
         "Grote bedragen hebben punten tussen de duizendtallen."),
    Rule("richting", "fout", Paper, directions.contradicted,
         "Wat stijgt of daalt, doet dat ook volgens de getallen erbij."),
    Rule("vergelijking", "fout", Paper, comparisons.contradicted,
         "Wat hoger of lager is dan iets anders, is dat ook volgens de getallen erbij."),
    Rule("evenveel", "fout", Paper, equals.contradicted,
         "Wat even veel is als iets anders, of zo veel keer dat, is dat ook volgens de getallen erbij."),
    Rule("breuk-in-zin", "waarschuwing", Paper, fractions.contradicted,
         "Een deel dat een zin in woorden of als percentage noemt, is dat ook volgens de getallen ernaast."),
    Rule("verschil-in-zin", "fout", Paper, differences.miscounted,
         "Een stijging of daling in een zin is het verschil van de twee getallen ernaast."),
    Rule("delen-in-zin", "waarschuwing", Paper, parts.miscounted,
         "Delen in een zin die zegt dat er niet meer zijn, zijn samen het geheel."),
    Rule("huisstijl", "fout", StyleFile, house_style.unusable,
         "Met de huisstijl is een document op te maken."),
    Rule("token-onbekend", "fout", StyleFile, house_style.unknown_tokens,
         "Elk token van de huisstijl wordt gebruikt."),
    Rule("contrast", "fout", StyleFile, house_style.faint_colours,
         "Kleuren zijn goed te zien op wat erachter staat."),
)
# fmt: on


def judge(subject: Subject, without: Rule[Content] | None = None) -> list[Problem]:
    """Every problem of this subject, by all rules that look at its kind but the one that it is `without`."""
    return [problem for rule in RULES if rule is not without for problem in rule.problems(subject)]
