-- Who copies whom: outlets that print one agency's text, or another outlet's, and how often.
-- source: the agency credited, else the outlet whose article of the origin came first (of equal ones, the first by name).
-- articles: the outlet's articles that go back to it; stories: in how many stories.
WITH members AS (
    SELECT o.story, o.id AS origin, o.agency, a.id AS article, coalesce(a.outlet, '(unknown)') AS outlet, a.published
    FROM origins o
    JOIN articles a ON a.origin = o.id AND a.story = o.story
    WHERE len(o.articles) > 1 OR o.agency IS NOT NULL
),
sourced AS (
    SELECT *,
        agency IS NOT NULL AS by_agency,
        coalesce(agency, first_value(outlet) OVER (
            PARTITION BY story, origin ORDER BY published NULLS LAST, outlet, article
        )) AS source
    FROM members
)
SELECT source, by_agency, outlet, count(*) AS articles, count(DISTINCT story) AS stories
FROM sourced
WHERE source <> outlet
GROUP BY source, by_agency, outlet
ORDER BY articles DESC, source, outlet
