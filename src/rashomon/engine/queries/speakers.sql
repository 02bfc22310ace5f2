-- Who is quoted most: persons, by the number of quotations, and in how many stories and outlets.
SELECT e.name AS speaker, count(*) AS quotations, count(DISTINCT q.story) AS stories,
    count(DISTINCT a.outlet) AS outlets,
    count(*) FILTER (q.kind = 'direct') AS direct
FROM quotes q
JOIN entities e ON e.story = q.story AND e.id = q.speaker
JOIN articles a ON a.id = q.article
WHERE e.kind = 'person'
GROUP BY e.name
ORDER BY quotations DESC, speaker
