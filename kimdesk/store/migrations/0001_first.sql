CREATE TABLE blob (
  id BLOB NOT NULL,
  "key" BLOB NOT NULL,
  size INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  mime TEXT NOT NULL,
  record BLOB,
  CONSTRAINT pk_blob PRIMARY KEY (id)
);

CREATE TABLE case_summary (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  case_number TEXT NOT NULL,
  label TEXT NOT NULL,
  native TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  place TEXT,
  phase TEXT,
  active INTEGER NOT NULL,
  persons INTEGER NOT NULL,
  since TEXT,
  last_contact TEXT,
  next_due TEXT,
  promises INTEGER NOT NULL,
  consents_valid INTEGER NOT NULL,
  consents_withdrawn INTEGER NOT NULL,
  CONSTRAINT pk_case_summary PRIMARY KEY (n),
  CONSTRAINT uq_case_summary_id UNIQUE (id)
);

CREATE INDEX ix_case_summary_number ON case_summary (case_number);

CREATE INDEX ix_case_summary_order ON case_summary (active, sort_key, n);

CREATE TABLE cases (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  case_number TEXT,
  municipality TEXT,
  first_contact TEXT,
  access_route TEXT,
  phase TEXT,
  closed_on TEXT,
  closing_reason TEXT,
  concern TEXT,
  wish TEXT,
  strengths TEXT,
  safety_note TEXT,
  restricted TEXT,
  owner TEXT,
  epoch INTEGER,
  CONSTRAINT pk_cases PRIMARY KEY (n),
  CONSTRAINT uq_cases_id UNIQUE (id)
);

CREATE TABLE consents (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  person BLOB,
  scope TEXT,
  recipient TEXT,
  purpose TEXT,
  direction TEXT,
  basis TEXT,
  form TEXT,
  explained_by TEXT,
  explained_in TEXT,
  interpreter TEXT,
  text_version TEXT,
  given_on TEXT,
  valid_until TEXT,
  withdrawn_on TEXT,
  withdrawn_how TEXT,
  CONSTRAINT pk_consents PRIMARY KEY (n),
  CONSTRAINT uq_consents_id UNIQUE (id)
);

CREATE INDEX ix_consents_root ON consents (root);

CREATE TABLE consents_categories (
  owner BLOB NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_consents_categories PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE contacts (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  date TEXT,
  form TEXT,
  minutes INTEGER,
  place TEXT,
  interpreting TEXT,
  interpreter TEXT,
  family_says TEXT,
  observation TEXT,
  assessment TEXT,
  seen TEXT,
  next_appointment TEXT,
  CONSTRAINT pk_contacts PRIMARY KEY (n),
  CONSTRAINT uq_contacts_id UNIQUE (id)
);

CREATE INDEX ix_contacts_root ON contacts (root);

CREATE TABLE contacts_discuss_only_with (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_contacts_discuss_only_with PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE contacts_present (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_contacts_present PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE contacts_topics (
  owner BLOB NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_contacts_topics PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE draft (
  record BLOB NOT NULL,
  field TEXT NOT NULL,
  kind TEXT NOT NULL,
  parent BLOB,
  text TEXT NOT NULL,
  base INTEGER,
  at INTEGER NOT NULL,
  CONSTRAINT pk_draft PRIMARY KEY (record, field)
)
 WITHOUT ROWID;

CREATE TABLE field_rev (
  record BLOB NOT NULL,
  field TEXT NOT NULL,
  hlc INTEGER NOT NULL,
  CONSTRAINT pk_field_rev PRIMARY KEY (record, field)
)
 WITHOUT ROWID;

CREATE TABLE goals (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "plan" BLOB,
  position INTEGER,
  domain TEXT,
  wording TEXT,
  wording_translation TEXT,
  indicator TEXT,
  indicator_translation TEXT,
  due TEXT,
  priority TEXT,
  state TEXT,
  carried_from BLOB,
  CONSTRAINT pk_goals PRIMARY KEY (n),
  CONSTRAINT uq_goals_id UNIQUE (id)
);

CREATE INDEX ix_goals_plan ON goals ("plan");

CREATE INDEX ix_goals_root ON goals (root);

CREATE TABLE imported (
  n INTEGER NOT NULL,
  partner BLOB NOT NULL,
  contents TEXT NOT NULL,
  item BLOB NOT NULL,
  incarnation BLOB NOT NULL,
  seq INTEGER NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  value TEXT NOT NULL,
  at INTEGER NOT NULL,
  CONSTRAINT pk_imported PRIMARY KEY (n),
  CONSTRAINT uq_imported_partner_contents_item UNIQUE (partner, contents, item)
);

CREATE INDEX ix_imported_days ON imported (contents, first_day, last_day);

CREATE TABLE "indexed" (
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record BLOB NOT NULL,
  root BLOB NOT NULL,
  CONSTRAINT pk_indexed PRIMARY KEY (n),
  CONSTRAINT uq_indexed_record UNIQUE (record)
);

CREATE TABLE journal (
  n INTEGER NOT NULL,
  tx INTEGER NOT NULL,
  change_id BLOB NOT NULL,
  op TEXT NOT NULL,
  kind TEXT NOT NULL,
  record BLOB NOT NULL,
  field TEXT NOT NULL,
  value TEXT,
  salt BLOB,
  commitment BLOB NOT NULL,
  hlc INTEGER NOT NULL,
  base_hlc INTEGER,
  device BLOB NOT NULL,
  actor TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  previous BLOB NOT NULL,
  mac BLOB NOT NULL,
  CONSTRAINT pk_journal PRIMARY KEY (n)
);

CREATE INDEX ix_journal_record ON journal (record);

CREATE TABLE measures (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  goal BLOB,
  contact BLOB,
  position INTEGER,
  text TEXT,
  text_translation TEXT,
  who_name TEXT,
  until TEXT,
  state TEXT,
  done_on TEXT,
  carried_from BLOB,
  CONSTRAINT pk_measures PRIMARY KEY (n),
  CONSTRAINT uq_measures_id UNIQUE (id)
);

CREATE INDEX ix_measures_root ON measures (root);

CREATE TABLE measures_who (
  owner BLOB NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_measures_who PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE outbox (
  partner BLOB NOT NULL,
  item BLOB NOT NULL,
  contents TEXT NOT NULL,
  value TEXT NOT NULL,
  seq INTEGER NOT NULL,
  state TEXT NOT NULL,
  code TEXT,
  CONSTRAINT pk_outbox PRIMARY KEY (partner, item, contents)
)
 WITHOUT ROWID;

CREATE TABLE partner (
  fingerprint BLOB NOT NULL,
  key_id BLOB NOT NULL,
  role TEXT NOT NULL,
  signing BLOB NOT NULL,
  age BLOB NOT NULL,
  label TEXT NOT NULL,
  short_name TEXT NOT NULL,
  district TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER NOT NULL,
  revoked INTEGER NOT NULL,
  CONSTRAINT pk_partner PRIMARY KEY (fingerprint),
  CONSTRAINT uq_partner_key_id UNIQUE (key_id),
  CONSTRAINT uq_partner_short_name UNIQUE (short_name)
);

CREATE TABLE persons (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  given_name TEXT,
  family_name TEXT,
  given_name_native TEXT,
  family_name_native TEXT,
  birth_name TEXT,
  role TEXT,
  in_household TEXT,
  birth_date TEXT,
  gender TEXT,
  residence_status TEXT,
  german_level TEXT,
  interpreter_needed TEXT,
  situation TEXT,
  phone TEXT,
  email TEXT,
  address TEXT,
  protected_address TEXT,
  health_note TEXT,
  protection_note TEXT,
  merged_into BLOB,
  CONSTRAINT pk_persons PRIMARY KEY (n),
  CONSTRAINT uq_persons_id UNIQUE (id)
);

CREATE INDEX ix_persons_root ON persons (root);

CREATE TABLE persons_languages (
  owner BLOB NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_persons_languages PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE persons_nationalities (
  owner BLOB NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_persons_nationalities PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE persons_reads (
  owner BLOB NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_persons_reads PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE relations (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  person BLOB,
  other BLOB,
  relation TEXT,
  CONSTRAINT pk_relations PRIMARY KEY (n),
  CONSTRAINT uq_relations_id UNIQUE (id)
);

CREATE INDEX ix_relations_root ON relations (root);

CREATE TABLE secret (
  name TEXT NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_secret PRIMARY KEY (name)
);

CREATE TABLE staged (
  n INTEGER NOT NULL,
  contents TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_staged PRIMARY KEY (n)
);

CREATE TABLE state (
  "key" TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_state PRIMARY KEY ("key")
);

CREATE TABLE stream_in (
  partner BLOB NOT NULL,
  incarnation BLOB NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  previous BLOB,
  at INTEGER NOT NULL,
  answer TEXT,
  answered INTEGER DEFAULT '0' NOT NULL,
  CONSTRAINT pk_stream_in PRIMARY KEY (partner, incarnation, seq)
)
 WITHOUT ROWID;

CREATE TABLE stream_out (
  partner BLOB NOT NULL,
  incarnation BLOB NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  at INTEGER NOT NULL,
  acked_at INTEGER,
  CONSTRAINT pk_stream_out PRIMARY KEY (partner, incarnation, seq)
)
 WITHOUT ROWID;

CREATE TABLE structural_observations (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  date TEXT,
  topic TEXT,
  actor_type TEXT,
  frequency TEXT,
  description TEXT,
  proposal TEXT,
  CONSTRAINT pk_structural_observations PRIMARY KEY (n),
  CONSTRAINT uq_structural_observations_id UNIQUE (id)
);

CREATE TABLE support_plans (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  version INTEGER,
  date TEXT,
  wish TEXT,
  wish_translation TEXT,
  language TEXT,
  interpreter TEXT,
  review_date TEXT,
  signed_on TEXT,
  signature_form TEXT,
  not_signed_reason TEXT,
  pdf TEXT,
  CONSTRAINT pk_support_plans PRIMARY KEY (n),
  CONSTRAINT uq_support_plans_id UNIQUE (id)
);

CREATE INDEX ix_support_plans_root ON support_plans (root);

CREATE TABLE support_plans_participants (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_support_plans_participants PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE VIRTUAL TABLE case_search USING fts5(terms, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

CREATE VIRTUAL TABLE search USING fts5(names, words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
