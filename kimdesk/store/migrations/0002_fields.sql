CREATE TABLE deposit (
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  at INTEGER NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_deposit PRIMARY KEY (n),
  CONSTRAINT uq_deposit_kind_about UNIQUE (kind, about)
);

CREATE TABLE refusal (
  n INTEGER NOT NULL,
  at INTEGER NOT NULL,
  code TEXT NOT NULL,
  params TEXT NOT NULL,
  kept TEXT,
  CONSTRAINT pk_refusal PRIMARY KEY (n)
);

ALTER TABLE imported ADD COLUMN "root" BLOB;

ALTER TABLE partner ADD COLUMN "provider" TEXT;

ALTER TABLE partner ADD COLUMN "place" TEXT;

CREATE INDEX ix_imported_root ON imported (root);
