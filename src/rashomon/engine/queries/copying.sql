-- Who copies whom: outlets that print one agency's text, or another outlet's, and how often.
-- source: the agency credited, else the one outlet that was known to print the text first; null where who was
-- first is not known. articles: the outlet's articles that go back to it; stories: in how many stories.
WITH members AS (
    SELECT o.story, o.id AS origin, o.agency, a.id AS article, coalesce(a.outlet, '(unknown)') AS outlet,
        try_cast(a.published AS TIMESTAMP) AS printed,
        a.precision IN ('second', 'minute') AS timed
    FROM origins o
    JOIN articles a ON a.origin = o.id AND a.story = o.story
    WHERE len(o.articles) > 1 OR o.agency IS NOT NULL
),
-- moments count only where all of the origin's articles give them: days otherwise
spread AS (
    SELECT story, origin, count(DISTINCT outlet) AS outlets, count(printed) = count(*) AS dated,
        min(CASE WHEN timed THEN printed ELSE date_trunc('day', printed) END) AS moment,
        min(date_trunc('day', printed)) AS day,
        bool_and(timed) AS timed
    FROM members
    GROUP BY story, origin
),
firsts AS (
    SELECT m.story, m.origin, min(m.outlet) AS outlet
    FROM members m JOIN spread s ON s.story = m.story AND s.origin = m.origin
    WHERE s.dated AND CASE WHEN s.timed THEN m.printed = s.moment ELSE date_trunc('day', m.printed) = s.day END
    GROUP BY m.story, m.origin
    HAVING count(DISTINCT m.outlet) = 1
)
SELECT coalesce(m.agency, f.outlet) AS source, m.agency IS NOT NULL AS by_agency, m.outlet,
    count(*) AS articles, count(DISTINCT m.story) AS stories
FROM members m
JOIN spread s ON s.story = m.story AND s.origin = m.origin
LEFT JOIN firsts f ON f.story = m.story AND f.origin = m.origin
WHERE coalesce(m.agency, f.outlet, '') <> m.outlet AND (m.agency IS NOT NULL OR s.outlets > 1)
GROUP BY ALL
ORDER BY articles DESC, source NULLS LAST, m.outlet
