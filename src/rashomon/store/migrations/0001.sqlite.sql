-- Version 1. A migration is never edited once it is released; the next one is a new file.
-- An empty line parts the statements.

CREATE TABLE annotations (
    article TEXT NOT NULL,
    made_by TEXT NOT NULL,
    record BLOB NOT NULL,
    stale BOOLEAN NOT NULL,
    PRIMARY KEY (article)
)

CREATE TABLE articles (
    id TEXT NOT NULL,
    file TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    url TEXT,
    published TEXT,
    language TEXT,
    address TEXT,
    revision_of TEXT,
    superseded_by TEXT,
    record BLOB NOT NULL,
    added TEXT NOT NULL,
    PRIMARY KEY (id)
)

CREATE TABLE dossiers (
    story TEXT NOT NULL,
    version INTEGER NOT NULL,
    digest TEXT NOT NULL,
    body BLOB NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (story, version)
)

CREATE TABLE entities (
    story TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    names TEXT NOT NULL,
    PRIMARY KEY (story, id)
)

CREATE TABLE failures (
    id TEXT NOT NULL,
    input TEXT NOT NULL,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    open BOOLEAN NOT NULL,
    times INTEGER NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    PRIMARY KEY (id)
)

CREATE TABLE feeds (
    url TEXT NOT NULL,
    title TEXT,
    state TEXT NOT NULL,
    PRIMARY KEY (url)
)

CREATE TABLE inputs (
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    article TEXT,
    at TEXT NOT NULL,
    PRIMARY KEY (name)
)

CREATE TABLE judgements (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    story TEXT,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    undone_by TEXT,
    undone_at TEXT,
    PRIMARY KEY (id)
)

CREATE TABLE marks (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
)

CREATE TABLE memberships (
    article TEXT NOT NULL,
    story TEXT NOT NULL,
    PRIMARY KEY (article)
)

CREATE TABLE origins (
    story TEXT NOT NULL,
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    agency TEXT,
    PRIMARY KEY (story, id, article)
)

CREATE TABLE pages (
    address TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (address)
)

CREATE TABLE progress (
    run INTEGER NOT NULL,
    stage TEXT NOT NULL,
    done INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    same INTEGER NOT NULL,
    total INTEGER,
    started TEXT NOT NULL,
    beat TEXT NOT NULL,
    PRIMARY KEY (run, stage)
)

CREATE TABLE quotes (
    story TEXT NOT NULL,
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    kind TEXT NOT NULL,
    speaker TEXT,
    text TEXT NOT NULL,
    utterance TEXT,
    fidelity TEXT,
    confidence FLOAT NOT NULL,
    start INTEGER NOT NULL,
    PRIMARY KEY (story, id)
)

CREATE TABLE raws (
    article TEXT NOT NULL,
    media TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (article)
)

CREATE TABLE runs (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    arguments TEXT NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    beat TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    process TEXT NOT NULL,
    PRIMARY KEY (id)
)

CREATE TABLE search (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    "key" TEXT NOT NULL,
    article TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id)
)

CREATE TABLE sightings (
    story TEXT NOT NULL,
    entity TEXT NOT NULL,
    article TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (story, entity, article, start, stop)
)

CREATE TABLE stories (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT,
    place TEXT,
    reasons TEXT NOT NULL,
    live BOOLEAN NOT NULL,
    successor TEXT,
    version INTEGER NOT NULL,
    made_from TEXT,
    summary TEXT NOT NULL,
    due BOOLEAN NOT NULL,
    updated TEXT NOT NULL,
    PRIMARY KEY (id)
)

CREATE INDEX articles_by_address ON articles (address)

CREATE INDEX articles_by_revision ON articles (revision_of)

CREATE INDEX articles_by_outlet ON articles (outlet)

CREATE INDEX inputs_by_article ON inputs (article)

CREATE INDEX failures_by_input ON failures (input, stage)

CREATE INDEX memberships_by_story ON memberships (story)

CREATE INDEX stories_by_date ON stories (live, date)

CREATE INDEX quotes_by_speaker ON quotes (speaker)

CREATE INDEX quotes_by_article ON quotes (article)

CREATE INDEX entities_by_id ON entities (id)

CREATE INDEX sightings_by_entity ON sightings (entity)

CREATE INDEX origins_by_article ON origins (article)

CREATE INDEX search_by_article ON search (article, kind)

CREATE VIRTUAL TABLE search_text USING fts5 (
    text, content = 'search', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
)

CREATE TRIGGER search_added AFTER INSERT ON search BEGIN
    INSERT INTO search_text (rowid, text) VALUES (new.id, new.text);
END

CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN
    INSERT INTO search_text (search_text, rowid, text) VALUES ('delete', old.id, old.text);
END
