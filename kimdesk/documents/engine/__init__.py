"""The engine: blocks -> strips on pages -> tagged PDF/A-2a and PDF/UA-1 with the same bytes for the same input."""
