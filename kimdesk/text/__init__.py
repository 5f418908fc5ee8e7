"""Text: bidi, font faces and fallback, shaping, coverage check, phrases per language.

May import domain and base; the only home of HarfBuzz besides the subsetting in documents. Knows nothing of
pages, PDF, windows or records, and reads no files but the bundled fonts and phrases.
"""
