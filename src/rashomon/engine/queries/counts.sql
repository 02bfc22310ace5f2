-- Which counts changed most: points of which two articles give another number of the same thing, widest first.
-- factor: the larger number by the smaller, up to ten (beyond, read by eye, they counted different things). Both name
-- what they count in the same words, no article of the story gives both, and neither the point nor one of the two
-- articles gives more than three numbers of the unit: else, read by eye, these are several things. Sums of money,
-- which name nothing, count where the point was judged to be one.
WITH told AS (
    SELECT p.story, p.id, p.relation, version.value AS value, unnest(version.spans) AS span
    FROM points p, unnest(p.values) AS v(version)
    WHERE p.slot = 'quantity' AND p.relation IN ('differ', 'contradict', 'update')
),
numbers AS (
    SELECT t.story, t.id, t.relation, t.value, t.span.article AS article, t.span.exact AS words,
        q.kind, q.unit, coalesce(q.low, q.high) AS number,
        -- what is left without number and hedge: "about 40 dock workers" counts dock workers
        regexp_extract_all(regexp_replace(lower(t.span.exact), '\b(an?|the|about|around|some|just|only|nearly|almost|roughly'
            || '|approximately|over|under|up to|at least|at most|(more|less|fewer) than|or (more|so)|one|two|three|four|five'
            || '|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|trillion)\b', '', 'g'),
            '[a-z]{2,}') AS thing
    FROM told t
    JOIN quantities q ON q.story = t.story AND q.article = t.span.article
        AND q.start < t.span."end" AND q."end" > t.span.start
    WHERE coalesce(q.low, q.high) > 0 AND q.unit <> 'point' -- a share, as percent
        AND q.hedge <> 'magnitude' -- "dozens" is no number
        AND (q.kind = 'count' OR q.kind = 'money' AND t.relation <> 'differ')
        AND NOT regexp_matches(t.span.exact, '^\w+-[a-z]+$') -- "three-way" tells what kind, not how many
),
many AS (
    SELECT q.story, q.article, q.unit
    FROM quantities q SEMI JOIN numbers n ON n.story = q.story AND n.article = q.article AND n.unit = q.unit
    GROUP BY q.story, q.article, q.unit
    HAVING count(DISTINCT coalesce(q.low, q.high)) > 3
),
few AS (
    SELECT story, id, unit FROM numbers GROUP BY story, id, unit HAVING count(DISTINCT number) <= 3
),
clear AS (
    SELECT n.*
    FROM numbers n
    SEMI JOIN few f ON f.story = n.story AND f.id = n.id AND f.unit = n.unit
    ANTI JOIN many m ON m.story = n.story AND m.article = n.article AND m.unit = n.unit
),
pairs AS (
    SELECT DISTINCT l.story, l.id, l.relation, l.kind, l.unit, l.number AS low, m.number AS high,
        l.words AS least, m.words AS most
    FROM clear l
    JOIN clear m ON m.story = l.story AND m.id = l.id AND m.kind = l.kind AND m.unit = l.unit
        AND m.thing = l.thing AND m.article <> l.article AND m.value <> l.value
    WHERE l.number < m.number AND m.number <= 10 * l.number
),
both_told AS (
    SELECT DISTINCT p.story, p.id, p.unit, p.low, p.high
    FROM pairs p
    JOIN quantities a ON a.story = p.story AND a.unit = p.unit AND coalesce(a.low, a.high) = p.low
    JOIN quantities b ON b.story = p.story AND b.unit = p.unit AND coalesce(b.low, b.high) = p.high
        AND b.article = a.article
),
widest AS (
    SELECT p.*
    FROM pairs p
    ANTI JOIN both_told b ON b.story = p.story AND b.id = p.id AND b.unit = p.unit AND b.low = p.low AND b.high = p.high
    QUALIFY row_number() OVER (PARTITION BY p.story, p.id, p.unit ORDER BY high / low DESC, least, most) = 1
)
SELECT s.date, s.title, w.relation, w.unit, round(w.high / w.low, 2) AS factor, w.least, w.most,
    w.story, w.id AS point
FROM widest w JOIN stories s ON s.id = w.story
ORDER BY factor DESC, w.story, w.id, w.unit
