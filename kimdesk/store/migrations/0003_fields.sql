CREATE TABLE appointments (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  date TEXT,
  time TEXT,
  title TEXT,
  place TEXT,
  partner BLOB,
  form TEXT,
  interpreter BLOB,
  state TEXT,
  minutes INTEGER,
  CONSTRAINT pk_appointments PRIMARY KEY (n),
  CONSTRAINT uq_appointments_id UNIQUE (id)
);

CREATE TABLE appointments_discuss_only_with (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_appointments_discuss_only_with PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE appointments_persons (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_appointments_persons PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE assessments (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  date TEXT,
  interpreter TEXT,
  summary TEXT,
  completed_on TEXT,
  CONSTRAINT pk_assessments PRIMARY KEY (n),
  CONSTRAINT uq_assessments_id UNIQUE (id)
);

CREATE TABLE assessments_participants (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_assessments_participants PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE attachments (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  title TEXT,
  kind TEXT,
  date TEXT,
  contact BLOB,
  remark TEXT,
  blob TEXT,
  media_type TEXT,
  size INTEGER,
  sha256 TEXT,
  CONSTRAINT pk_attachments PRIMARY KEY (n),
  CONSTRAINT uq_attachments_id UNIQUE (id)
);

CREATE TABLE attachments_discuss_only_with (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_attachments_discuss_only_with PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE attachments_persons (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_attachments_persons PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE case_conferences (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  date TEXT,
  time TEXT,
  place TEXT,
  occasion TEXT,
  agenda TEXT,
  minutes TEXT,
  interpreter TEXT,
  CONSTRAINT pk_case_conferences PRIMARY KEY (n),
  CONSTRAINT uq_case_conferences_id UNIQUE (id)
);

CREATE TABLE case_conferences_discuss_only_with (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_case_conferences_discuss_only_with PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE closings (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  date TEXT,
  summary TEXT,
  feedback TEXT,
  satisfaction TEXT,
  handed_to TEXT,
  partner BLOB,
  open_deadlines TEXT,
  running_referrals TEXT,
  documents_returned TEXT,
  findings TEXT,
  aftercare_on TEXT,
  completed_on TEXT,
  CONSTRAINT pk_closings PRIMARY KEY (n),
  CONSTRAINT uq_closings_id UNIQUE (id)
);

CREATE TABLE conference_participants (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  case_conference BLOB,
  name TEXT,
  person BLOB,
  partner BLOB,
  function TEXT,
  consent BLOB,
  attended TEXT,
  CONSTRAINT pk_conference_participants PRIMARY KEY (n),
  CONSTRAINT uq_conference_participants_id UNIQUE (id)
);

CREATE TABLE domain_ratings (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  assessment BLOB,
  domain TEXT,
  client_rating TEXT,
  own_rating TEXT,
  client_view TEXT,
  own_view TEXT,
  situation TEXT,
  resources TEXT,
  need TEXT,
  priority TEXT,
  next_step TEXT,
  CONSTRAINT pk_domain_ratings PRIMARY KEY (n),
  CONSTRAINT uq_domain_ratings_id UNIQUE (id)
);

CREATE TABLE employments (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  person BLOB,
  occupation TEXT,
  employer TEXT,
  since TEXT,
  until TEXT,
  hours INTEGER,
  probation_until TEXT,
  fixed_until TEXT,
  remark TEXT,
  CONSTRAINT pk_employments PRIMARY KEY (n),
  CONSTRAINT uq_employments_id UNIQUE (id)
);

CREATE TABLE free_movements (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  person BLOB,
  reason TEXT,
  since TEXT,
  until TEXT,
  registered_on TEXT,
  proof TEXT,
  card_until TEXT,
  remark TEXT,
  CONSTRAINT pk_free_movements PRIMARY KEY (n),
  CONSTRAINT uq_free_movements_id UNIQUE (id)
);

CREATE TABLE handouts (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  date TEXT,
  document TEXT,
  recipient TEXT,
  purpose TEXT,
  way TEXT,
  pages INTEGER,
  version TEXT,
  sha256 TEXT,
  "plan" BLOB,
  contact BLOB,
  misdirected TEXT,
  CONSTRAINT pk_handouts PRIMARY KEY (n),
  CONSTRAINT uq_handouts_id UNIQUE (id)
);

CREATE TABLE handouts_languages (
  owner BLOB NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_handouts_languages PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE handouts_persons (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_handouts_persons PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE health_insurances (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  person BLOB,
  kind TEXT,
  fund TEXT,
  since TEXT,
  until TEXT,
  CONSTRAINT pk_health_insurances PRIMARY KEY (n),
  CONSTRAINT uq_health_insurances_id UNIQUE (id)
);

CREATE TABLE housings (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  kind TEXT,
  since TEXT,
  until TEXT,
  persons INTEGER,
  rooms INTEGER,
  square_metres INTEGER,
  warm_rent INTEGER,
  contract TEXT,
  landlord_confirmation_on TEXT,
  notice_until TEXT,
  eviction_risk TEXT,
  housing_permit TEXT,
  defects TEXT,
  CONSTRAINT pk_housings PRIMARY KEY (n),
  CONSTRAINT uq_housings_id UNIQUE (id)
);

CREATE TABLE intakes (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  date TEXT,
  complex_need TEXT,
  several_providers TEXT,
  regular_routes_fail TEXT,
  resources_lacking TEXT,
  family_agrees TEXT,
  reasons TEXT,
  outcome TEXT,
  referred_to TEXT,
  CONSTRAINT pk_intakes PRIMARY KEY (n),
  CONSTRAINT uq_intakes_id UNIQUE (id)
);

CREATE TABLE interpreters (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  name TEXT,
  pool TEXT,
  phone TEXT,
  confidentiality_on TEXT,
  of_age TEXT,
  remark TEXT,
  CONSTRAINT pk_interpreters PRIMARY KEY (n),
  CONSTRAINT uq_interpreters_id UNIQUE (id)
);

CREATE TABLE interpreters_languages (
  owner BLOB NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_interpreters_languages PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE language_skills (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  person BLOB,
  language TEXT,
  skill TEXT,
  level TEXT,
  evidence TEXT,
  date TEXT,
  CONSTRAINT pk_language_skills PRIMARY KEY (n),
  CONSTRAINT uq_language_skills_id UNIQUE (id)
);

CREATE TABLE livelihoods (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  person BLOB,
  benefit_regime TEXT,
  income TEXT,
  since TEXT,
  until TEXT,
  approved_until TEXT,
  office TEXT,
  remark TEXT,
  CONSTRAINT pk_livelihoods PRIMARY KEY (n),
  CONSTRAINT uq_livelihoods_id UNIQUE (id)
);

CREATE TABLE network_contacts (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  name TEXT,
  sector TEXT,
  horizon TEXT,
  person BLOB,
  partner BLOB,
  note TEXT,
  place INTEGER,
  CONSTRAINT pk_network_contacts PRIMARY KEY (n),
  CONSTRAINT uq_network_contacts_id UNIQUE (id)
);

CREATE TABLE network_ties (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  one BLOB,
  other BLOB,
  CONSTRAINT pk_network_ties PRIMARY KEY (n),
  CONSTRAINT uq_network_ties_id UNIQUE (id)
);

CREATE TABLE partner_persons (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  partner BLOB,
  name TEXT,
  function TEXT,
  phone TEXT,
  email TEXT,
  CONSTRAINT pk_partner_persons PRIMARY KEY (n),
  CONSTRAINT uq_partner_persons_id UNIQUE (id)
);

CREATE TABLE partners (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  name TEXT,
  partner_type TEXT,
  municipality TEXT,
  address TEXT,
  phone TEXT,
  email TEXT,
  website TEXT,
  opening_hours TEXT,
  offers TEXT,
  good_to_know TEXT,
  inactive_since TEXT,
  CONSTRAINT pk_partners PRIMARY KEY (n),
  CONSTRAINT uq_partners_id UNIQUE (id)
);

CREATE TABLE partners_languages (
  owner BLOB NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_partners_languages PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE partners_topics (
  owner BLOB NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_partners_topics PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE persons_literacy (
  owner BLOB NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_persons_literacy PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE phase_steps (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  date TEXT,
  phase TEXT,
  reason TEXT,
  CONSTRAINT pk_phase_steps PRIMARY KEY (n),
  CONSTRAINT uq_phase_steps_id UNIQUE (id)
);

CREATE TABLE plan_reviews (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  "plan" BLOB,
  date TEXT,
  still_suitable TEXT,
  result TEXT,
  next_review TEXT,
  CONSTRAINT pk_plan_reviews PRIMARY KEY (n),
  CONSTRAINT uq_plan_reviews_id UNIQUE (id)
);

CREATE TABLE plan_reviews_participants (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_plan_reviews_participants PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE protection_entrys (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  date TEXT,
  observed TEXT,
  said TEXT,
  assessment TEXT,
  agreed TEXT,
  consulted_on TEXT,
  consulted_whom TEXT,
  told_family TEXT,
  not_told_reason TEXT,
  notified_on TEXT,
  notified_whom TEXT,
  CONSTRAINT pk_protection_entrys PRIMARY KEY (n),
  CONSTRAINT uq_protection_entrys_id UNIQUE (id)
);

CREATE TABLE protection_entrys_children (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_protection_entrys_children PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE referrals (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  date TEXT,
  partner BLOB,
  partner_name TEXT,
  partner_type TEXT,
  domain TEXT,
  concern TEXT,
  state TEXT,
  state_on TEXT,
  accompanied TEXT,
  hand_on TEXT,
  consent BLOB,
  result TEXT,
  CONSTRAINT pk_referrals PRIMARY KEY (n),
  CONSTRAINT uq_referrals_id UNIQUE (id)
);

CREATE TABLE referrals_discuss_only_with (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_referrals_discuss_only_with PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE referrals_persons (
  owner BLOB NOT NULL,
  value BLOB NOT NULL,
  CONSTRAINT pk_referrals_persons PRIMARY KEY (owner, value)
)
 WITHOUT ROWID;

CREATE TABLE residence_titles (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  person BLOB,
  title TEXT,
  valid_from TEXT,
  valid_until TEXT,
  applied_on TEXT,
  office TEXT,
  work_permitted TEXT,
  conditions TEXT,
  residence_rule_until TEXT,
  passport_until TEXT,
  remark TEXT,
  CONSTRAINT pk_residence_titles PRIMARY KEY (n),
  CONSTRAINT uq_residence_titles_id UNIQUE (id)
);

CREATE TABLE schoolings (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  person BLOB,
  school_form TEXT,
  name TEXT,
  level TEXT,
  waitlisted_on TEXT,
  since TEXT,
  until TEXT,
  initial_support TEXT,
  initial_support_since TEXT,
  measles_proof TEXT,
  education_package TEXT,
  remark TEXT,
  CONSTRAINT pk_schoolings PRIMARY KEY (n),
  CONSTRAINT uq_schoolings_id UNIQUE (id)
);

CREATE TABLE signatures (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  "case" BLOB,
  date TEXT,
  person BLOB,
  name TEXT,
  "plan" BLOB,
  consent BLOB,
  form TEXT,
  not_signed_reason TEXT,
  witness TEXT,
  explained_in TEXT,
  interpreter TEXT,
  strokes TEXT,
  CONSTRAINT pk_signatures PRIMARY KEY (n),
  CONSTRAINT uq_signatures_id UNIQUE (id)
);

CREATE TABLE text_blocks (
  n INTEGER NOT NULL,
  id BLOB NOT NULL,
  root BLOB NOT NULL,
  rev INTEGER NOT NULL,
  deleted INTEGER DEFAULT '0' NOT NULL,
  title TEXT,
  text TEXT,
  scope TEXT,
  topic TEXT,
  CONSTRAINT pk_text_blocks PRIMARY KEY (n),
  CONSTRAINT uq_text_blocks_id UNIQUE (id)
);

ALTER TABLE cases ADD COLUMN "referred_by" TEXT;

ALTER TABLE cases ADD COLUMN "urgency" TEXT;

ALTER TABLE cases ADD COLUMN "existing_helpers" TEXT;

ALTER TABLE cases ADD COLUMN "retention_until" TEXT;

ALTER TABLE cases ADD COLUMN "hold_reason" TEXT;

ALTER TABLE cases ADD COLUMN "merged_into" BLOB;

ALTER TABLE cases ADD COLUMN "split_from" BLOB;

ALTER TABLE consents ADD COLUMN "read_aloud" TEXT;

ALTER TABLE consents ADD COLUMN "repeated" TEXT;

ALTER TABLE consents ADD COLUMN "witness" TEXT;

ALTER TABLE consents ADD COLUMN "guardian" BLOB;

ALTER TABLE consents ADD COLUMN "second_guardian" BLOB;

ALTER TABLE consents ADD COLUMN "text_hash" TEXT;

ALTER TABLE consents ADD COLUMN "pdf" TEXT;

ALTER TABLE consents ADD COLUMN "information_on" TEXT;

ALTER TABLE contacts ADD COLUMN "travel_minutes" INTEGER;

ALTER TABLE contacts ADD COLUMN "effort_minutes" INTEGER;

ALTER TABLE contacts ADD COLUMN "occasion" TEXT;

ALTER TABLE contacts ADD COLUMN "interpreter_record" BLOB;

ALTER TABLE contacts ADD COLUMN "interpreter_accepted" TEXT;

ALTER TABLE contacts ADD COLUMN "interpreter_known" TEXT;

ALTER TABLE contacts ADD COLUMN "others_present" TEXT;

ALTER TABLE contacts ADD COLUMN "voluntary" TEXT;

ALTER TABLE contacts ADD COLUMN "corrects" BLOB;

ALTER TABLE contacts ADD COLUMN "completed_on" TEXT;

ALTER TABLE goals ADD COLUMN "reached_on" TEXT;

ALTER TABLE goals ADD COLUMN "attainment_note" TEXT;

ALTER TABLE measures ADD COLUMN "case_conference" BLOB;

ALTER TABLE measures ADD COLUMN "referral" BLOB;

ALTER TABLE persons ADD COLUMN "further_names" TEXT;

ALTER TABLE persons ADD COLUMN "patronymic" TEXT;

ALTER TABLE persons ADD COLUMN "birth_place" TEXT;

ALTER TABLE persons ADD COLUMN "birth_country" TEXT;

ALTER TABLE persons ADD COLUMN "died_on" TEXT;

ALTER TABLE persons ADD COLUMN "marital_status" TEXT;

ALTER TABLE persons ADD COLUMN "custody" TEXT;

ALTER TABLE persons ADD COLUMN "lives_in" TEXT;

ALTER TABLE persons ADD COLUMN "full_name_reason" TEXT;

ALTER TABLE persons ADD COLUMN "entered_germany" TEXT;

ALTER TABLE persons ADD COLUMN "entered_state" TEXT;

ALTER TABLE persons ADD COLUMN "entered_municipality" TEXT;

ALTER TABLE persons ADD COLUMN "arrival_kind" TEXT;

ALTER TABLE persons ADD COLUMN "mother_tongue" TEXT;

ALTER TABLE persons ADD COLUMN "prefers_hearing" TEXT;

ALTER TABLE persons ADD COLUMN "education_level" TEXT;

ALTER TABLE persons ADD COLUMN "occupation" TEXT;

ALTER TABLE persons ADD COLUMN "messenger" TEXT;

ALTER TABLE persons ADD COLUMN "reached_best" TEXT;

ALTER TABLE persons ADD COLUMN "capacity" TEXT;

ALTER TABLE persons ADD COLUMN "capacity_reason" TEXT;

ALTER TABLE persons ADD COLUMN "capacity_on" TEXT;

ALTER TABLE persons ADD COLUMN "genogram_dx" INTEGER;

ALTER TABLE persons ADD COLUMN "genogram_dy" INTEGER;

ALTER TABLE relations ADD COLUMN "since" TEXT;

ALTER TABLE relations ADD COLUMN "until" TEXT;

ALTER TABLE structural_observations ADD COLUMN "municipality" TEXT;

ALTER TABLE structural_observations ADD COLUMN "answer" TEXT;

ALTER TABLE structural_observations ADD COLUMN "answered_on" TEXT;

CREATE INDEX ix_appointments_root ON appointments (root);

CREATE INDEX ix_assessments_root ON assessments (root);

CREATE INDEX ix_attachments_root ON attachments (root);

CREATE INDEX ix_case_conferences_root ON case_conferences (root);

CREATE INDEX ix_closings_root ON closings (root);

CREATE INDEX ix_conference_participants_case_conference ON conference_participants (case_conference);

CREATE INDEX ix_conference_participants_root ON conference_participants (root);

CREATE INDEX ix_domain_ratings_assessment ON domain_ratings (assessment);

CREATE INDEX ix_domain_ratings_root ON domain_ratings (root);

CREATE INDEX ix_employments_person ON employments (person);

CREATE INDEX ix_employments_root ON employments (root);

CREATE INDEX ix_free_movements_person ON free_movements (person);

CREATE INDEX ix_free_movements_root ON free_movements (root);

CREATE INDEX ix_handouts_root ON handouts (root);

CREATE INDEX ix_health_insurances_person ON health_insurances (person);

CREATE INDEX ix_health_insurances_root ON health_insurances (root);

CREATE INDEX ix_housings_root ON housings (root);

CREATE INDEX ix_intakes_root ON intakes (root);

CREATE INDEX ix_language_skills_person ON language_skills (person);

CREATE INDEX ix_language_skills_root ON language_skills (root);

CREATE INDEX ix_livelihoods_person ON livelihoods (person);

CREATE INDEX ix_livelihoods_root ON livelihoods (root);

CREATE INDEX ix_network_contacts_root ON network_contacts (root);

CREATE INDEX ix_network_ties_root ON network_ties (root);

CREATE INDEX ix_partner_persons_partner ON partner_persons (partner);

CREATE INDEX ix_partner_persons_root ON partner_persons (root);

CREATE INDEX ix_phase_steps_root ON phase_steps (root);

CREATE INDEX ix_plan_reviews_root ON plan_reviews (root);

CREATE INDEX ix_protection_entrys_root ON protection_entrys (root);

CREATE INDEX ix_referrals_root ON referrals (root);

CREATE INDEX ix_residence_titles_person ON residence_titles (person);

CREATE INDEX ix_residence_titles_root ON residence_titles (root);

CREATE INDEX ix_schoolings_person ON schoolings (person);

CREATE INDEX ix_schoolings_root ON schoolings (root);

CREATE INDEX ix_signatures_root ON signatures (root);
