"""Build a municipality's half-yearly report to its council, as DOCX and PDF."""

__version__ = "0.1.0"
