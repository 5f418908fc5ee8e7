ALTER TABLE assessments ADD COLUMN "interpreter_of_age" TEXT;

ALTER TABLE case_conferences ADD COLUMN "interpreter_of_age" TEXT;

ALTER TABLE consents ADD COLUMN "interpreter_of_age" TEXT;

ALTER TABLE support_plans ADD COLUMN "interpreter_of_age" TEXT;
