-- What the checklist of a new event begins with, kept with the project (docs/decisions/0007).
ALTER TABLE projects ADD COLUMN "checklist" TEXT NOT NULL DEFAULT '';
