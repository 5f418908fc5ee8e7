CREATE TABLE vault_events (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  date TEXT,
  what TEXT,
  about TEXT,
  reason TEXT,
  CONSTRAINT pk_vault_events PRIMARY KEY (n),
  CONSTRAINT uq_vault_events_id UNIQUE (id)
);
