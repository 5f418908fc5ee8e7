CREATE TABLE agreements (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  recipient TEXT,
  reference TEXT,
  signed_on TEXT,
  valid_until TEXT,
  ended_on TEXT,
  CONSTRAINT pk_agreements PRIMARY KEY (n),
  CONSTRAINT uq_agreements_id UNIQUE (id)
);
