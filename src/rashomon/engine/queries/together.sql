-- Outlets that cover the same stories: pairs of outlets, by how many stories both have.
-- share: of the stories of the one that has fewer.
WITH told AS (SELECT DISTINCT outlet, story FROM articles WHERE outlet IS NOT NULL AND story IS NOT NULL),
sizes AS (SELECT outlet, count(*) AS stories FROM told GROUP BY outlet),
pairs AS (
    SELECT l.outlet AS one, r.outlet AS other, count(*) AS stories
    FROM told l JOIN told r ON l.story = r.story AND l.outlet < r.outlet
    GROUP BY l.outlet, r.outlet
)
SELECT one, other, pairs.stories, round(pairs.stories / least(a.stories, b.stories), 3) AS share
FROM pairs JOIN sizes a ON a.outlet = one JOIN sizes b ON b.outlet = other
ORDER BY pairs.stories DESC, one, other
