ALTER TABLE attachments ADD COLUMN "category" TEXT;

ALTER TABLE attachments ADD COLUMN "confidentiality" TEXT;
