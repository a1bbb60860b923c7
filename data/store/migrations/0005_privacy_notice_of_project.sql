-- What sign-in sheets say before anybody signs, in the project's own words.
ALTER TABLE projects ADD COLUMN "privacy_notice" TEXT NOT NULL DEFAULT '';
