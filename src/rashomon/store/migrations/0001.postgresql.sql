-- Version 1. A migration is never edited once it is released; the next one is a new file.
-- An empty line parts the statements.

CREATE TABLE annotations (
    article TEXT COLLATE "C" NOT NULL,
    made_by TEXT COLLATE "C" NOT NULL,
    record BYTEA NOT NULL,
    stale BOOLEAN NOT NULL,
    PRIMARY KEY (article)
)

CREATE TABLE articles (
    id TEXT COLLATE "C" NOT NULL,
    file TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C",
    outlet TEXT COLLATE "C",
    url TEXT COLLATE "C",
    published TEXT COLLATE "C",
    language TEXT COLLATE "C",
    address TEXT COLLATE "C",
    revision_of TEXT COLLATE "C",
    superseded_by TEXT COLLATE "C",
    record BYTEA NOT NULL,
    added TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (id)
)

CREATE TABLE dossiers (
    story TEXT COLLATE "C" NOT NULL,
    version INTEGER NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    body BYTEA NOT NULL,
    made TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (story, version)
)

CREATE TABLE entities (
    story TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    names TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (story, id)
)

CREATE TABLE failures (
    id TEXT COLLATE "C" NOT NULL,
    input TEXT COLLATE "C" NOT NULL,
    stage TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    payload TEXT COLLATE "C" NOT NULL,
    open BOOLEAN NOT NULL,
    times INTEGER NOT NULL,
    first TEXT COLLATE "C" NOT NULL,
    last TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (id)
)

CREATE TABLE feeds (
    url TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C",
    state TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (url)
)

CREATE TABLE inputs (
    name TEXT COLLATE "C" NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    article TEXT COLLATE "C",
    at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (name)
)

CREATE TABLE judgements (
    id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    story TEXT COLLATE "C",
    who TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    undone_by TEXT COLLATE "C",
    undone_at TEXT COLLATE "C",
    PRIMARY KEY (id)
)

CREATE TABLE marks (
    name TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (name)
)

CREATE TABLE memberships (
    article TEXT COLLATE "C" NOT NULL,
    story TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (article)
)

CREATE TABLE origins (
    story TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    article TEXT COLLATE "C" NOT NULL,
    agency TEXT COLLATE "C",
    PRIMARY KEY (story, id, article)
)

CREATE TABLE pages (
    address TEXT COLLATE "C" NOT NULL,
    article TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (address)
)

CREATE TABLE progress (
    run INTEGER NOT NULL,
    stage TEXT COLLATE "C" NOT NULL,
    done INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    same INTEGER NOT NULL,
    total INTEGER,
    started TEXT COLLATE "C" NOT NULL,
    beat TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (run, stage)
)

CREATE TABLE quotes (
    story TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    article TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    speaker TEXT COLLATE "C",
    text TEXT COLLATE "C" NOT NULL,
    utterance TEXT COLLATE "C",
    fidelity TEXT COLLATE "C",
    confidence FLOAT NOT NULL,
    start INTEGER NOT NULL,
    PRIMARY KEY (story, id)
)

CREATE TABLE raws (
    article TEXT COLLATE "C" NOT NULL,
    media TEXT COLLATE "C" NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (article)
)

CREATE TABLE runs (
    id SERIAL NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    arguments TEXT COLLATE "C" NOT NULL,
    started TEXT COLLATE "C" NOT NULL,
    ended TEXT COLLATE "C",
    beat TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    process TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (id)
)

CREATE TABLE search (
    id SERIAL NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    article TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (id)
)

CREATE TABLE sightings (
    story TEXT COLLATE "C" NOT NULL,
    entity TEXT COLLATE "C" NOT NULL,
    article TEXT COLLATE "C" NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (story, entity, article, start, stop)
)

CREATE TABLE stories (
    id TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    date TEXT COLLATE "C",
    place TEXT COLLATE "C",
    reasons TEXT COLLATE "C" NOT NULL,
    live BOOLEAN NOT NULL,
    successor TEXT COLLATE "C",
    version INTEGER NOT NULL,
    made_from TEXT COLLATE "C",
    summary TEXT COLLATE "C" NOT NULL,
    due BOOLEAN NOT NULL,
    updated TEXT COLLATE "C" NOT NULL,
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

CREATE TEXT SEARCH DICTIONARY rashomon_stem (TEMPLATE = snowball, LANGUAGE = english)

CREATE TEXT SEARCH CONFIGURATION rashomon (COPY = simple)

ALTER TEXT SEARCH CONFIGURATION rashomon
    ALTER MAPPING FOR asciiword, word, hword, hword_part, asciihword, hword_asciipart WITH rashomon_stem

ALTER TABLE search ADD COLUMN words tsvector

CREATE INDEX search_by_words ON search USING gin (words)
