ALTER TABLE contacts ADD COLUMN "child_interpreted" TEXT;
