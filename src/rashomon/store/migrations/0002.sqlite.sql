-- Version 2. The pages of stories, laid out once; the articles that stand, by outlet.

CREATE TABLE layouts (
    story TEXT NOT NULL,
    version INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    tag TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (story)
)

CREATE INDEX articles_standing ON articles (outlet, id) WHERE superseded_by IS NULL
