// The desk: articles side by side at the very words of a statement.
const desk = {
  panel: byId("desk"), columns: document.querySelector("#desk .columns"), chips: [...document.querySelectorAll("#desk .chip")],
  made: new Map(), places: new Map(), core: new Map(), from: null, leader: null, together: true, now: -1,

  // "0:12-40,60-80 2:5-9" to article number -> [[start, end], ...]
  parse: (text) => new Map(text.split(" ").map((part) => {
    const [number, ranges] = part.split(":");
    return [Number(number), ranges.split(",").map((range) => range.split("-").map(Number))];
  })),

  // A column is a copy of the article's text; it is made when it is first wanted.
  column(number) {
    if (desk.made.has(number)) return desk.made.get(number);
    const text = byId("t" + number).cloneNode(true);
    text.removeAttribute("id");
    for (const run of text.querySelectorAll("span[id]")) {
      run.dataset.at = run.id.split("-")[1];
      run.removeAttribute("id");
    }
    const column = document.createElement("div");
    column.className = "column " + [...text.classList].find((name) => /^o\d+$/.test(name));
    column.tabIndex = 0;
    column.setAttribute("role", "region");
    column.setAttribute("aria-label", text.getAttribute("aria-label"));
    text.removeAttribute("aria-label");
    column.append(text);
    for (const event of ["pointerenter", "wheel", "touchstart", "focusin", "keydown"])
      column.addEventListener(event, () => { desk.leader = column; }, { passive: true });
    column.addEventListener("scroll", () => desk.follow(column), { passive: true });
    desk.made.set(number, column);
    return column;
  },

  mark(number, column) {
    const ranges = desk.places.get(number) || [], core = desk.core.get(number) || [];
    for (const run of column.querySelectorAll("[data-at]")) {
      const at = Number(run.dataset.at);
      const range = ranges.findIndex(([start, end]) => at >= start && at < end);
      run.classList.toggle("hit", range >= 0);
      run.classList.toggle("core", core.some(([start, end]) => at >= start && at < end));
      run.classList.remove("now");
      if (range >= 0) { run.dataset.range = range; run.setAttribute("role", "mark"); } else { delete run.dataset.range; run.removeAttribute("role"); }
    }
    column.querySelector(".silent")?.remove();
    if (!ranges.length) {
      const note = document.createElement("p");
      note.className = "silent";
      note.textContent = "Silent on this statement.";
      column.querySelector(".slug").after(note);
    }
  },

  open(link) {
    desk.from = link;
    desk.places = desk.parse(link.dataset.s);
    desk.core = link.dataset.v ? desk.parse(link.dataset.v) : new Map();
    for (const other of document.querySelectorAll(".here")) other.classList.remove("here");
    link.classList.add("here");
    byId("desk-words").textContent = desk.caption(link);
    for (const chip of desk.chips) {
      const cited = desk.places.has(Number(chip.dataset.n));
      chip.setAttribute("aria-pressed", String(cited));
      chip.classList.toggle("cited", cited);
    }
    desk.panel.hidden = false;
    document.body.classList.add("open");
    desk.fill();
    byId("desk-h").focus({ preventScroll: true });
    const { top, bottom } = link.getBoundingClientRect();
    if (top < 60 || bottom > desk.panel.getBoundingClientRect().top - 20) scrollBy(0, top - innerHeight * 0.16);
  },

  // What was opened, in words: a citation stands for its sentence, "side by side" for its heading.
  caption(link) {
    if (link.matches(".cite")) return link.parentElement.textContent.trim().replace(/\s*\d+$/, "");
    if (link.matches(".all")) return link.closest(".card").querySelector("h3").textContent.trim();
    return (link.getAttribute("aria-label") || link.textContent).trim();
  },

  fill() {
    const shown = desk.chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => Number(chip.dataset.n));
    desk.columns.replaceChildren(...shown.map(desk.column));
    for (const number of shown) desk.mark(number, desk.made.get(number));
    desk.now = -1;
    desk.leader = null;
    for (const number of shown) {
      const column = desk.made.get(number);
      column.scrollTop = desk.anchor(column) - column.clientHeight / 3;
    }
  },

  // The height at which a column's first marked words stand.
  anchor(column) {
    const hit = column.querySelector(".hit");
    return hit ? hit.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop : 0;
  },

  // Columns move in step: marked words stay level, what is above and below them is stretched to fit.
  follow(column) {
    if (!desk.together || desk.leader !== column) return;
    const at = column.scrollTop + column.clientHeight / 3;
    const own = desk.anchor(column);
    for (const other of desk.columns.children) {
      if (other === column) continue;
      const theirs = desk.anchor(other);
      const below = (column.scrollHeight - own) || 1;
      const to = at <= own ? (own ? (at / own) * theirs : 0) : theirs + ((at - own) / below) * (other.scrollHeight - theirs);
      other.scrollTop = to - other.clientHeight / 3;
    }
  },

  // The marked places in the order of the columns; each place is all runs of one range.
  step(by) {
    const places = [];
    for (const column of desk.columns.children) {
      const ranges = new Map();
      for (const run of column.querySelectorAll(".hit")) ranges.set(run.dataset.range, [...(ranges.get(run.dataset.range) || []), run]);
      for (const runs of ranges.values()) places.push({ column, runs });
    }
    if (!places.length) return;
    for (const run of desk.columns.querySelectorAll(".now")) run.classList.remove("now");
    desk.now = (desk.now + by + places.length) % places.length;
    const { column, runs } = places[desk.now];
    for (const run of runs) run.classList.add("now");
    desk.leader = null;
    column.scrollIntoView({ block: "nearest", inline: "nearest" });
    column.scrollTop += runs[0].getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3;
  },

  close() {
    if (desk.panel.hidden) return;
    desk.panel.hidden = true;
    document.body.classList.remove("open");
    desk.from?.classList.remove("here");
    desk.from?.focus({ preventScroll: true });
  },

  press(button, on) { button.setAttribute("aria-pressed", String(on)); },
  toggleTogether() { desk.together = !desk.together; desk.press(byId("desk-together"), desk.together); },
  toggleFull() { desk.press(byId("desk-full"), desk.panel.classList.toggle("full")); },
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-s]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  desk.open(link);
});
for (const chip of desk.chips) chip.addEventListener("click", () => {
  desk.press(chip, chip.getAttribute("aria-pressed") !== "true");
  desk.fill();
});
byId("desk-close").addEventListener("click", desk.close);
byId("desk-together").addEventListener("click", desk.toggleTogether);
byId("desk-full").addEventListener("click", desk.toggleFull);
byId("desk-next").addEventListener("click", () => desk.step(1));
byId("desk-previous").addEventListener("click", () => desk.step(-1));
