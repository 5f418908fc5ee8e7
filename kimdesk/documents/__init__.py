"""Every PDF: content as a neutral block tree first (testable as text), laid out last.

Two halves: what a document says (plan, visit, recovery: view -> blocks) and how any tree becomes a tagged PDF
(engine). Beside them `sheets` reads tables from outside. May import drawings, text, domain and base; never store,
exchange, casework, office, ui, cli or app.
"""
