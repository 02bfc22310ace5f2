-- Version 3. What else arrived with a page, so that it can be read again; which reading took an article's place.

ALTER TABLE raws ADD COLUMN said TEXT COLLATE "C"

ALTER TABLE articles ADD COLUMN reread_as TEXT COLLATE "C"
