ALTER TABLE cases ADD COLUMN "handed_to" TEXT;

ALTER TABLE cases ADD COLUMN "handed_on" TEXT;

ALTER TABLE protection_entrys ADD COLUMN "handed_on" TEXT;

ALTER TABLE protection_entrys ADD COLUMN "handed_whom" TEXT;

ALTER TABLE protection_entrys ADD COLUMN "handed_reason" TEXT;
