-- How a person was quoted over time: each quotation whose speaker bears the name, by date.
-- Give --who "NAME": all of its words must stand in the speaker's fullest name.
WITH speakers AS (
    SELECT story, id, name
    FROM entities
    WHERE list_has_all(string_split(lower(name), ' '), string_split(lower($who), ' '))
)
SELECT left(a.published, 10) AS published, a.outlet, s.name AS speaker, q.kind,
    array_to_string([part.exact for part in q.content], ' … ') AS words,
    q.article
FROM quotes q
JOIN speakers s ON s.story = q.story AND s.id = q.speaker
JOIN articles a ON a.id = q.article
ORDER BY published NULLS LAST, a.outlet, q.article, q.content[1].start
