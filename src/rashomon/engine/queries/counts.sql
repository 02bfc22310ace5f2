-- Which counts changed most: points of several articles that differ in a quantity, the widest first.
-- factor: the largest number given of one unit, by the smallest, up to ten (beyond, read by eye, the numbers counted
-- different things); least and most: the words that give them.
WITH versions AS (
    SELECT p.story, p.id, p.relation, unnest(p.values) AS version
    FROM points p
    WHERE p.slot = 'quantity' AND p.relation IN ('differ', 'contradict', 'update')
),
numbers AS (
    SELECT v.story, v.id, v.relation, q.kind, q.unit, coalesce(q.low, q.high) AS number,
        v.version.value AS value, v.version.spans[1].exact AS words
    FROM versions v
    JOIN quantities q ON q.story = v.story AND q.article = v.version.spans[1].article
        AND q.start < v.version.spans[1]."end" AND q."end" > v.version.spans[1].start
    WHERE coalesce(q.low, q.high) > 0 AND q.kind IN ('count', 'money') AND q.unit IS NOT NULL
        AND q.hedge <> 'magnitude' -- "dozens" is no number
)
SELECT s.date, s.title, n.relation, n.unit,
    round(max(n.number) / min(n.number), 2) AS factor,
    arg_min(n.words, (n.number, n.words)) AS least, arg_max(n.words, (n.number, n.words)) AS most,
    n.story, n.id AS point
FROM numbers n JOIN stories s ON s.id = n.story
GROUP BY s.date, s.title, n.relation, n.story, n.id, n.kind, n.unit
HAVING max(n.number) > min(n.number) AND max(n.number) <= 10 * min(n.number) AND count(DISTINCT n.value) > 1
ORDER BY factor DESC, n.story, n.id
