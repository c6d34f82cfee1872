"""The PDF: laid out by the engine, then mended to PDF/UA-1 and PDF/A-2a."""
