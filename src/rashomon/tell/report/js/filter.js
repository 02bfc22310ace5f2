// The table of all points, filtered by relation, by who states it, by who is silent, and by words.
const filters = document.querySelector(".filters");
if (filters) {
  const rows = [...document.querySelectorAll(".grid tbody tr")].map((row) => ({
    row, relation: row.dataset.relation, by: new Set(row.dataset.by.trim().split(/\s+/)), words: row.querySelector("th").textContent.toLowerCase(),
  }));
  const apply = () => {
    const wanted = new FormData(filters);
    const relations = new Set(wanted.getAll("relation"));
    const outlet = wanted.get("outlet"), silent = wanted.get("silent");
    const words = wanted.get("words").trim().toLowerCase();
    let shown = 0;
    for (const { row, relation, by, words: text } of rows) {
      const fits = relations.has(relation) && (!outlet || by.has(outlet)) && (!silent || !by.has(silent)) && text.includes(words);
      row.hidden = !fits;
      shown += fits;
    }
    filters.querySelector("output").textContent = shown === 1 ? "1 point" : shown + " points";
  };
  filters.addEventListener("input", apply);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.reset();
  apply();
}
