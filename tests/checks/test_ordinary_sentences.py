"""What council papers say every day is refused by no rule, however much it looks like a mistake."""

from __future__ import annotations

import shutil
from pathlib import Path

from where import WORKSPACES

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

SENTENCES = r"""
De kosten stegen met 12% van 2023 naar 2024. De ozb stijgt met 3% van 2024 naar 2025.
De uitgaven gingen omhoog van 2022 naar 2023, een stijging van 4%.
In vijf jaar ging het van 200 naar 300, een groei van 20 per jaar.
Het ging van 20.000 naar 24.000, een groei van 1,8% per jaar; van 200 naar 300, een jaarlijkse groei van 0,6%.
Het ging van 200 naar 300, een gemiddelde stijging van 10%; van € 1,20 naar € 1,35, een stijging van 15 cent.
Van € 700 naar € 735, een stijging van € 420 op jaarbasis of een stijging van € 43.600 voor de gemeente.
Van 28,1% naar 31,5%, een stijging van 3,4%-punt. De gemeente steeg op de ranglijst van 12 naar 9.
Het tekort loopt terug van € -1,2 miljoen naar € -0,8 miljoen.
Het saldo daalde van € 0,5 miljoen positief naar € 0,6 miljoen negatief, een verschil van € 1,1 miljoen.
Dat is per week 60 minuten begeleiding en per week 54 euro leefgeld; vorige week 55 gezinnen.
Voor het zesde kwartaal op rij. In het derde halfjaar van de proef. In totaal 25.30 uur per week.
Het aantal studenten in hbo en wo 1 oktober 2023. Was dat vorig jaar zo, 1 juli 2024 anders.
Zie Raadsvoorstel 2024-18-03, zaaknummer 2024-25-01, Raadsinformatiebrief 2024-00-12 en de code 31-02-24.
Zie bijl.2 Overzicht, par.3 Regels, pag.12 Kaart, hfdst.3 Regels en afd.4 Regels. Een dam³ is 1.000 m³.
“Ik werd geholpen door [naam] en woon nu in [plaats].”
Kies een datum. Dan belt de gemeente terug. Klik hier als u vragen hebt.
In 2023 was het € −600 en over 2022, 2023 en 2024 € -600. De tekorten zijn € -500, € -600 en -€ 700.
In x 1.000 €, het budget 2024 €-bedragen. Dat is 1.234,567 ha of 1.25.30 ha, en € 250 duizend.
In de regio wonen nu ruim\n12.500 mensen in een koopwoning en nog eens\n9.300 mensen in een huurwoning.
Dat is 1,348 miljoen euro meer en € 1,348 miljoen of € 12,125 mld.
De benzine kost € 1,899 per liter en stroom € 0,358 per kWh en gas € 1,348 per m³.
Gemiddeld wonen er 2,135 personen in een huis; 2,135 personen per huishouden.
De index is 1,125 en de koers 1,348; de factor van 1,125 gebruiken wij.
In fase 1 450 woningen en in Noord 2 300 woningen. Bel 020 123 4567 of 06 12 345 678.
Zie artikel 3 500 woningen. In 2024 450 woningen. In 2024 zijn 450 woningen gebouwd.
Het H2O en CO2 en 5G en O2 en 20l water en 1l melk en 10I en I10.
Zie [de site](https://example.org/m2) en m2@example.org en www.example.org en route m2-b.
Zaak 12-25-2023 en kenmerk 06-13-2024 en op 13-01-2023 en per 31-12-2023.
De hoogte is 1,348 meter en 12,500 kg en 3,125 hectare.
De A28 en N35, B2 en B12 en M3 en ook covid19 en wifi6.
Zie figuur3, hoofdstuk12, bijlage2, tabel4 en kwartaal2. Windows11 en windows11 en Horizon2020, natura2000.
Mail jan.pietersen3@example.org of kijk op www.example.org/pagina3 of [hier](https://example.org/woningen3).
De zon- en windenergie, de in- en uitstroom, de voor- of nadelen, koop- dan wel huurwoningen.
De jeugd- wmo- en participatietaken, de in- noch uitstroom, de koop- (en huur)woningen, de in-, door- en uitstroom.
De woon- en/of werkruimte en de woon- c.q. werkruimte, de sociaal-economische raad - zo bleek - kwam.
Hoofdstuk XX en bijlage XX en de XX-eeuw en artikel XX van de wet. Paus Johannes XX.
Hij zei «oui oui» en «niet nu» tegen de raad.
De pagina's 1,4 en 5 en punten 2,3 en 4; de kern telt 2,4 mensen per huis.
Afbeelding met drie torens aan het water, gezien vanaf de dijk.
De wethouder van de post- pakket- en koeriersdiensten.
Hij zei dat dat kan, en die die dat wil, had had moeten komen. Als u u meldt, zien zij zij die komen.
Of het het college is dat dat deze deze week doet, is is de vraag. Van van der Berg is niets bekend.
Wat er gebeurt gebeurt vaak, wie hier wonen wonen goed, keer op keer. De raad stelt vast vaste regels vast te leggen.
In de XX eeuw en in hoofdstuk XX staat het; het aantal is niet bekend … nog.
In In de Streek staat dat het het beste is. De “De Brug” en de De Meent en zo verder.
Er zijn twee stappen: 1) bouwen en b) slopen, en (zie a) ook c) wachten :-).
De gemeente zei ‘s avonds dat foto’s in de jaren ‘90 mooi waren, en ’s ochtends ‘zo is het’.
Het scherm van 24" en het boek "Samen" kosten geld, en de „nieuwe“ en „oude” regels gelden.
“De gemeente groeit hard en dat is goed.\n\n“Maar het moet ook passen,” zei de wethouder.
De raad van de gemeente Dalen vergadert hier en nu\n\ngelezen het voorstel van het college van 3 juni 2024,\n\ngelet op de wet, besluit
Zie het raadsvoorstel van vorige keer.\n\nZie het raadsvoorstel van vorige keer.
De voorzitter van de commissie dankt allen voor komst en inbreng\n\nDe vergadering sluit om tien uur.
Wij vragen dit:\n\nwonen, werken en zorg voor allen.
De regio (raad van 12 maart 2021) en de kern (5) en de weg (A28) groeien.
Zie het bestand op schijf C:\\raad\\item\\stuk.
De gemeente werkt in het eerste halfjaar met de buurgemeenten samen aan een aanpak van de woningnood in de hele streek.\nDaarna volgt een evaluatie.\nDe raad krijgt daarvan bericht.
Dat gaat in twee stappen: 1) bouwen en 2) slopen.
1) bouwen\n2) slopen
De bouw steeg van {{ vorige("woningen") }} naar {{ waarde("woningen") }}, {{ afstand("woningen") }} meer dan in de vorige periode.
Ten opzichte van het {{ vorige("lang") }} kwamen er {{ afstand("woningen") }} woningen bij.
Een half jaar eerder waren het er {{ vorige("woningen") }}; in december 2023 stonden er {{ vorige("woningen") }}.
Per 31 december 2023 stonden er {{ vorige("woningen") }} woningen; op 30 juni 2024 waren er {{ waarde("woningen") }}.
Tussen 31 december 2023 en 30 juni 2024 kwamen er {{ afstand("woningen") }} woningen bij.
Van de opgeleverde woningen waren er {{ waarde("sociale-huur") }} voor sociale huur.
Het aandeel steeg naar {{ waarde("aandeel-sociaal") }}, hoger dan de {{ vorige("aandeel-sociaal") }} in 2023.
In de tweede helft van 2023 en de eerste van 2024 zijn er {{ som(vorige("woningen"), "woningen") }} gebouwd.
In december 2023 stelde het Rijk {{ waarde("subsidie") }} beschikbaar. Op 14 mei 2024 kwam {{ waarde("subsidie") }} binnen.
| Post | 2023 € | 2024 € |\n|---|---|---|\n| Saldo | 10 | 12 |
| Project | Klaar |\n|---|---|\n| Brug | 2e helft 2022 |\n| Weg | 2e helft 2023 |
| Wie | Tel | Zaak | Trend |\n|---|---|---|---|\n| A | 06.12345678 | 2024.00123456 | > |\n| B | 06.2 | 2024.1 | < |
| Programma | Begroting 2024 | Begroting na wijziging | Realisatie | Afwijking | V/N |\n|---|---:|---:|---:|---:|---|\n| Zorg | 1.250 | 1.300 | 1.280 | 20 | V |\n| Wonen | 400 | 450 | 470 | 20 | N |\n| Totaal | 1.650 | 1.750 | 1.750 | 0 | |
| Reserve | Saldo 1-1-2024 | Rente | Toevoeging | Onttrekking | Bestemming resultaat | Saldo 31-12-2024 |\n|---|---:|---:|---:|---:|---:|---:|\n| Algemene reserve | 5.000 | 50 | 200 | 150 | -100 | 5.000 |\n| Wonen | 1.000 | 10 | - | 300 | 0 | 710 |\n| Totaal | 6.000 | 60 | 200 | 450 | -100 | 5.710 |
| | 2022 | 2023 | 2024 |\n|---|---:|---:|---:|\n| Beginstand | 120 | 130 | 125 |\n| Instroom | 40 | 35 | 50 |\n| Uitstroom | 30 | 40 | 45 |\n| Eindstand | 130 | 125 | 130 |
| Gemeente | Inwoners | Bijstand | Per 1.000 inwoners |\n|---|---:|---:|---:|\n| Dalen | 12.500 | 250 | 20 |\n| Bergen | 28.400 | 710 | 25 |\n| Velden | 9.300 | 140 | 15 |
| Leeftijd | Aantal | Aandeel |\n|---|---:|---:|\n| 0-17 | 2.310 | 19% |\n| 18-64 | 7.120 | 58% |\n| 65+ | 2.840 | 23% |
| | Koop | Particuliere huur | Sociale huur |\n|---|---:|---:|---:|\n| Dalen | 60% | 12% | 28% |\n| Bergen | 55% | 15% | 30% |\n| Velden | 63% | 9% | 29% |
| Indicator | 2022 | 2023 | 2024 | Doel |\n|---|---:|---:|---:|---:|\n| Recycling | 62% | 64% | 66% | 70% |\n| Ziekteverzuim | 5,1% | 5,4% | 5,0% | 4,8% |
| Project | Krediet | Besteed | Verplicht | Restant | Gereed |\n|---|---:|---:|---:|---:|---|\n| Brug | € 1.200.000 | € 800.000 | € 150.000 | € 250.000 | 2025 |\n| Weg | € 300.000 | € 320.000 | € - | € -20.000 | 2024 |
| Onderdeel | Begroot | Werkelijk | Verschil | % |\n|---|---:|---:|---:|---:|\n| Lasten | -1.250 | -1.200 | 50 | 96% |\n| Baten | 400 | 450 | 50 | 113% |\n| Saldo | -850 | -750 | 100 | 88% |
| Wijk | Woningen 1-1-2023 | Nieuwbouw | Sloop | Overig | Woningen 1-1-2024 |\n|---|---:|---:|---:|---:|---:|\n| Noord | 1.200 | 40 | 10 | -2 | 1.228 |\n| Zuid | 900 | 10 | 0 | 1 | 911 |
| Budget | Bedrag |\n|---|---:|\n| Begroting 2024 | 500.000 |\n| Uitgaven tot en met juni | 230.000 |\n| Verwachte uitgaven | 250.000 |\n| Ruimte | 20.000 |
| | 1-1-2024 | 30-6-2024 | 31-12-2024 (prognose) |\n|---|---:|---:|---:|\n| Schuld | 12.000 | 11.500 | 11.000 |
| Jaar | Inwoners | Index |\n|---|---:|---:|\n| 2020 | 12.000 | 100 |\n| 2022 | 12.360 | 103 |\n| 2024 | 12.600 | 105 |
| Jaar | Lasten | Inwoners | Lasten per inwoner |\n|---|---:|---:|---:|\n| 2022 | € 1.250.000 | 23.100 | € 54 |\n| 2023 | € 1.300.000 | 23.300 | € 56 |\n| 2024 | € 1.310.000 | 23.450 | € 56 |
| Aanvragen | Q1 | Q2 |\n|---|---:|---:|\n| Openstaand begin | 20 | 25 |\n| Ontvangen | 50 | 40 |\n| Afgehandeld | 45 | 50 |\n| waarvan toegekend | 30 | 35 |\n| Openstaand eind | 25 | 15 |
| Verdeling naar leeftijd | Mannen | Vrouwen |\n|---|---:|---:|\n| jong | 20% | 30% |\n| oud | 25% | 25% |
De helft van de gemeenten doet mee, een kwart twijfelt en 25% wil niet.
Van de 40 gemeenten deden er 12 (30%) mee; van de overige 28 gaf de helft (14) geen reden.
Twee op de drie inwoners (66%) zijn tevreden, tegen 60% in 2022.
Ruim een derde (34,5%) van de subsidie is besteed; de helft (50%) volgt in 2025.
Het aantal klachten daalde met een derde (33%), van 120 naar 80.
Een kwart van de 1.348 woningen (337) is sociaal. Drie van de vier raden (75%) stemden in.
De kosten zijn met een kwart (25%) gestegen. De kosten stegen met de helft (52%).
Het rijk betaalt driekwart (€ 300.000) en de regio een kwart (€ 100.000).
De opkomst was 54%: ruim de helft. Dat is een op de drie, 33%.
De ene helft (48%) is koop, de andere helft (52%) huur.
Bijna de helft van de reizigers (2.400 van de 5.000, 48%) kiest de trein.
De prijs steeg met een tiende procentpunt (0,1%). Twee van de drie kernen groeiden (5%).
De motie is verworpen met 12 tegen 15 stemmen. De stemmen staakten (12 tegen 12).
De wedstrijd bleef gelijk (2 tegen 2). Het aantal bleef gelijk (12), tegen 15 in de regio.
De uitgaven (€ 1.200) blijven onder het budget (€ 1.500). De uitgaven blijven binnen het budget (€ 1.500).
Het aandeel (30%) ligt boven het landelijke aandeel (28%). De opbrengst (€ 12) ligt onder die van vorig jaar (€ 15).
Wij bouwden 12 en 18 woningen, samen 30. In totaal zijn 12 koop en 18 huur, bij elkaar 30 woningen.
De twee bruggen kosten € 1,2 en € 0,8 miljoen, samen € 2,0 miljoen.
De gebieden van 1,5 en 2,3 hectare, in totaal 3,8 hectare, zijn ingericht.
De 3 wijken kregen 12, 14 en 16 bomen, opgeteld 42. Het zijn 12 kernen en 5 steden, samen 150.000 inwoners.
Het programma kost € 500.000 in 2024 en € 700.000 in 2025, in totaal € 1,2 miljoen.
De huur was € 700 en is nu € 650; dat scheelt € 50. Dat scheelt 12 minuten en 3 kilometer.
De reis duurt 40 minuten in plaats van 55; dat scheelt 15 minuten. Het kost € 12 minder, en dat scheelt.
De begroting is € 1.500 en de rekening € 1.200, een verschil van € 300. Er is een verschil van 3 met vorig jaar.
Tussen 12% en 15% zit een verschil van 3 procentpunt. Met 12 en 15 plekken is er een verschil van inzicht.
Er zijn twee keer zo veel aanvragen (40) als plekken (20). Het dak is even oud (30 jaar) als de muur (1994).
Het verbruik is half zo groot (50) als toen (98). De bus rijdt twee keer zo vaak als vorig jaar (4 tegen 2 keer).
| Mijlpaal | Gepland | Klaar |\n|---|---|---|\n| Brug | 1 maart 2024 | ja |\n| Weg | mei 2024 | nee |\n| Pad | Q3 2024 | 2025 |
| Post | € |\n|---|---:|\n| Een kwart (25%) | 12 |\n| De helft | 24 |
Een op de vijf woningen staat leeg (in 2022 was dat 18%).
Per 100 inwoners zijn er 24 auto's (31% meer dan in 2010). Van de 100 inwoners hebben er 24 een auto (31% meer).
De helft van de subsidie (€ 22.500.000) is besteed, een kwart van de tijd (6 van de 24 maanden) is om.
In 1 op de 3 gevallen (bijlage 2) duurde het langer dan 8 weken (12%).
Het halfjaar telt 26 weken, waarvan de helft (13) vakantie; 12 (46%) van de 26 waren nat.
Dit is het hoogste aantal sinds 2022: {{ waarde("woningen") }} woningen.
Ruim 12 van de 40 (31%) zijn klaar, bijna 24 van de 100 (23%) niet, ongeveer 1 op de 4 (28%) misschien.
Het verzuim bleef vrijwel gelijk (5,1% tegen 5,2%), en het aantal meldingen op peil (118 tegen 120).
Het aantal opgeleverde woningen daalde niet. Het aantal opgeleverde woningen steeg. Het aantal opgeleverde woningen daalde sinds 2020.
Het aantal opgeleverde woningen daalde in Noord. Het aantal klachten over opgeleverde woningen daalde.
Door de daling van het aandeel sociale huur in Noord bouwt de regio. Het aantal opgeleverde woningen daalde minder dan verwacht.
Als het aantal opgeleverde woningen daalde, was dat jammer. Een daling van het aandeel sociale huur is niet gewenst.
Het aantal opgeleverde woningen daalde vorig jaar. De prijs van opgeleverde woningen daalde.
In het tweede halfjaar van 2023 werden 1.180 woningen opgeleverd. Eerder werden 1.180 woningen opgeleverd.
Het aandeel sociale huur steeg van 27,4% naar 30%. Het aandeel sociale huur was 27,4%. Er zijn 1.348 woningen opgeleverd.
Er werden {{ vorige("woningen") }} woningen opgeleverd. De bouw kostte € 1.180 per woning die is opgeleverd.
Er staan 1.180 woningen. In 2023 zijn 1.180 woningen opgeleverd. De straat heeft 323 huizen en 323 bomen.
Er zijn 1.348 woningen opgeleverd, 1.180 in het vorige halfjaar. Er is 323 hectare gras. Het budget is € 2,35.
Van 20 december tot 5 januari was het loket dicht, en van 20 december tot en met 5 januari 2024 ook het zwembad.
Van 1 augustus 2023 tot 31 juli 2024 loopt de proef; van 12 tot 14 mei was er markt, van 9 tot 17 uur op 3 mei.
Het seizoen loopt van 1 april tot 1 maart, de nota van 12 tot 4 bladzijden. Op donderdag 18 april kwamen wij bijeen.
In 2022 kwamen wij op dinsdag 23 augustus bijeen. Vorig jaar was het op woensdag 5 april, elk jaar op donderdag 1 mei.
| Mensen | 2024 |\n|---|---:|\n| Aanmeldingen | 634 |\n| waarvan vrouwen | 402 |\n| waarvan ouderen | 323 |\n| Woningen | 100 |\n| waarvan sociale huur | 40 |\n| waarvan particuliere huur | 60 |
| Hulp | 2024 |\n|---|---:|\n| Cliënten | 50 |\n| waarvan met begeleiding | 40 |\n| waarvan met dagbesteding | 20 |\n| waarvan begeleiding | 40 |\n| waarvan dagbesteding | 30 |
| Geld | 2024 |\n|---|---:|\n| Saldo | € -100 |\n| waarvan lasten | € -500 |\n| waarvan baten | € 400 |\n| Kosten | 12,1 |\n| waarvan personeel | 6,1 |\n| waarvan materieel | 6,1 |
| Prijs | 2024 |\n|---|---:|\n| Gemiddelde prijs | 10 |\n| waarvan koop | 12 |\n| Aanvragen | 20 |\n| waarvan gegrond | 12 |\n| waarvan ongegrond | 8 |\n| waarvan te laat | - |
Ook zijn 12 woningen opgeleverd die er al stonden. Verder zijn er 225 woningen opgeleverd. Gemiddeld werden er 225 woningen opgeleverd.
Meer staat op de pagina van de gemeente. Lees verder op [de website](https://www.example.org/wonen).
Aan deze raming kunnen geen rechten worden ontleend. De gemeente plaatst geen cookies van anderen.
Van: het Rijk. Aan: de gemeente. Zie pagina 12 van het bestemmingsplan, en de huizen aan de Markt 3/12.
Natuurlijk is hier meer nodig. Wie naar boven kijkt, ziet het dak. Home is de naam van het project.
Laatst gewijzigd is de verordening op 3 juni 2024.
Op grond van hoofdstuk 2 en 3 van de Jeugdwet en figuren 3 en 4 uit de Woonmonitor. Zie bijlage 2.
Zie bijlage 5 bij de begroting en bijlage 3 van het akkoord. De wet heeft in bijlage 7 een lijst.
De commissie vergaderde.
Zundert, 3 juni 2024
De commissie vergaderde in het eerste halfjaar drie keer. Zij bracht twee adviezen uit.
A. Jansen, wethouder
De commissie vergaderde in het eerste halfjaar vier keer. Zij bracht twee adviezen uit.
Jan de Vries
De commissie vergaderde in het eerste halfjaar vijf keer. Zij bracht twee adviezen uit.
Burgemeester en wethouders van Zundert
De commissie vergaderde in het eerste halfjaar zes keer. Zij bracht twee adviezen uit.
Geachte leden van de raad
De commissie vergaderde in het eerste halfjaar zeven keer. Zij bracht twee adviezen uit.
Markt 1
4881 CN Zundert
De commissie vergaderde in het eerste halfjaar acht keer. Zij bracht twee adviezen uit.
Deze gevolgen zijn gezien:
De commissie vergaderde in het eerste halfjaar negen keer. Zij bracht twee adviezen uit.
> Water kent geen grenzen.
Een bewoner van het dorp
De commissie vergaderde in het eerste halfjaar tien keer. Zij bracht twee adviezen uit.
## 12 Plekken voor zonne-energie
Zij komen bij de sluis.
## 65 Plus
Zij wonen er al.
"""


def test_what_councils_read_every_day_is_right(klein: Path) -> None:
    chapter = klein / "content/2024-H1/bijlage/water.md"
    texts = (line.replace("\\n", "\n") for line in SENTENCES.strip().splitlines())
    chapter.write_text(chapter.read_text("utf-8") + "\n\n" + "\n\n".join(texts) + "\n", "utf-8")
    assert [one.message for one in check(Workspace(klein), parse_periode("2024-H1")).problems] == []


def test_arguments_of_a_memo_are_numbered_by_its_decisions(tmp_path: Path) -> None:
    root = shutil.copytree(WORKSPACES / "besluit", tmp_path / "besluit")
    memo = root / "content/2024-Q3/raadsvoorstel.md"
    text = memo.read_text("utf-8")
    assert "## Argumenten\n" in text
    numbered = "## Argumenten\n\n### 1.1 De regeling vraagt het\n\nZij loopt af.\n\n### 1.2 Het kan nu\n"
    memo.write_text(text.replace("## Argumenten\n", numbered), "utf-8")
    assert [one.message for one in check(Workspace(root), parse_periode("2024-Q3")).problems] == []
