-- Who copies whom: outlets that print one agency's text, or another outlet's, and how often.
-- source: the agency credited, else the one outlet that was known to print the text first; null where who was first is not known. articles: the outlet's articles that go back to it; stories: in how many stories.
WITH members AS (
    SELECT o.story, o.id AS origin, o.agency, a.id AS article, coalesce(a.outlet, '(unknown)') AS outlet,
        try_cast(a.published AS TIMESTAMP) AS printed,
        a.precision IN ('second', 'minute') AS timed
    FROM origins o
    JOIN articles a ON a.origin = o.id AND a.story = o.story
    WHERE len(o.articles) > 1 OR o.agency IS NOT NULL
),
-- moments count only where all of the origin's articles give them: days otherwise
moments AS (
    SELECT *, CASE WHEN bool_and(timed) OVER same THEN printed ELSE date_trunc('day', printed) END AS moment,
        bool_and(printed IS NOT NULL) OVER same AS dated
    FROM members
    WINDOW same AS (PARTITION BY story, origin)
),
firsts AS (
    SELECT story, origin, min(outlet) AS outlet
    FROM (
        SELECT *, min(moment) OVER (PARTITION BY story, origin) AS earliest
        FROM moments WHERE dated
    )
    WHERE moment = earliest
    GROUP BY story, origin
    HAVING count(DISTINCT outlet) = 1
)
SELECT coalesce(m.agency, f.outlet) AS source, m.agency IS NOT NULL AS by_agency, m.outlet,
    count(*) AS articles, count(DISTINCT m.story) AS stories
FROM moments m LEFT JOIN firsts f ON f.story = m.story AND f.origin = m.origin
WHERE coalesce(m.agency, f.outlet, '') <> m.outlet
GROUP BY ALL
ORDER BY articles DESC, source NULLS LAST, m.outlet
