-- What the checklist of a new event begins with, kept with the project (docs/decisions/0006).
ALTER TABLE projects ADD COLUMN "checklist" TEXT NOT NULL DEFAULT '';
