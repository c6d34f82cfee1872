"""The commands: one file each, with its own words in it; the only room that prints or exits."""

from rapportage.cli.app import app, main

__all__ = ["app", "main"]
