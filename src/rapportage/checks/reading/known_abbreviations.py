"""The abbreviations that every reader of a council paper knows, and that no paper has to explain.

One belongs here if it is the usual word, or the name, for what it stands for, outside any field of work, and
if it stands for one thing only. What officers say among themselves does not: VTH, RUD, MER, RES and GREX are
told, and so is what has two meanings, such as OM, CU, PO or MT.
"""

from __future__ import annotations

_WORDS = """
BV NV VOF EU VN VS VK NL NAVO TV PC ICT IT PDF DNA WC SMS APK AED EHBO BHV GFT LED USB GPS ID QR FAQ CD DVD XL
BBP BTW CAO AOW BSN AVG WOZ OZB ZZP MKB IBAN PIN EUR HR NB
OV HBO MBO VWO HAVO VMBO TU ROC GGZ ADHD IC SOA HIV
"""
"""The usual words for goods, taxes, schools and care."""
_NAMES = """
CBS VNG GGD UWV KVK RIVM KNMI ANWB NS NOS NPO VVV KNVB NASA UNESCO UNICEF ISO NEN NAP
VVD CDA PVV SGP BBB FVD GTST RTL BBC
KPN PWC KPMG ING ABN BNG NWB BMW IKEA
"""
"""Bodies, parties and firms that hardly anybody calls otherwise."""
_MEASURES = "MW GW TW KW KWH MWH GWH TWH KM KG HA CM MM"

KNOWN = frozenset(f"{_WORDS} {_NAMES} {_MEASURES}".split())
