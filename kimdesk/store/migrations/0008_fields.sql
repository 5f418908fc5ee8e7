ALTER TABLE contacts ADD COLUMN "interpreter_of_age" TEXT;
