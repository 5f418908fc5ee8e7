"""Records at rest: tables from declarations, changes through one door, journal, queries, drafts. SQLAlchemy Core."""
