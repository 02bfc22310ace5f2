-- Version 2. The pages of stories, laid out once; the articles that stand, by outlet.

CREATE TABLE layouts (
    story TEXT COLLATE "C" NOT NULL,
    version INTEGER NOT NULL,
    made_by TEXT COLLATE "C" NOT NULL,
    tag TEXT COLLATE "C" NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (story)
)

ALTER TABLE layouts ALTER COLUMN body SET STORAGE EXTERNAL

CREATE INDEX articles_standing ON articles (outlet, id) WHERE superseded_by IS NULL
