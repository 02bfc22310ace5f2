"use strict";
// Side by side: columns scroll in step along the places that go together; n and p step through differences.
const reading = {
  sheet: document.querySelector(".sheet"), columns: [...document.querySelectorAll(".sheet .col")],
  parts: [...document.querySelectorAll(".parts > li")], now: document.getElementById("now"),
  together: true, leader: null, at: -1,

  // Where the run that holds the offset stands in its column, in pixels of its whole height.
  height(column, offset) {
    let found = null;
    for (const run of column.querySelectorAll("[data-at]")) {
      if (Number(run.dataset.at) > offset) break;
      found = run;
    }
    return found ? found.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop : 0;
  },

  // The levels of two columns: pairs of heights that stand for the same, from the top of both to their ends.
  levels(from, to) {
    const [a, b] = [Number(from.dataset.n), Number(to.dataset.n)];
    const chain = reading.chains[`${Math.min(a, b)}-${Math.max(a, b)}`] || [];
    const pairs = chain.map(([left, right]) => a < b ? [left, right] : [right, left])
      .map(([own, other]) => [reading.height(from, own), reading.height(to, other)]);
    return [[0, 0], ...pairs, [from.scrollHeight, to.scrollHeight]];
  },

  follow(column) {
    if (!reading.together || reading.leader !== column) return;
    // The eye is a third down the column, but at its top at the very beginning: both begin together.
    const lift = Math.min(column.clientHeight / 3, column.scrollTop);
    const eye = column.scrollTop + lift;
    for (const other of reading.columns) {
      if (other === column) continue;
      const levels = reading.level(column, other);
      let next = levels.findIndex(([own]) => own > eye);
      if (next < 1) next = levels.length - 1;
      const [[own, theirs], [ownNext, theirsNext]] = [levels[next - 1], levels[next]];
      const share = (eye - own) / ((ownNext - own) || 1);
      other.scrollTop = theirs + share * (theirsNext - theirs) - lift;
    }
  },

  measured: new Map(),
  level(from, to) {
    const key = `${from.dataset.n} ${to.dataset.n} ${from.scrollHeight} ${to.scrollHeight}`;
    if (!reading.measured.has(key)) reading.measured.set(key, reading.levels(from, to));
    return reading.measured.get(key);
  },

  // Bring every column to its own words for the point, and say what each has.
  show(point) {
    for (const run of reading.sheet.querySelectorAll(".now")) run.classList.remove("now");
    reading.leader = null;
    for (const column of reading.columns) {
      const runs = [...column.querySelectorAll("[data-points]")].filter((run) => run.dataset.points.split(" ").includes(point));
      if (!runs.length) continue;
      for (const run of runs) run.classList.add("now");
      const first = runs.find((run) => run.classList.contains("core")) || runs[0];
      column.scrollTop += first.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3;
    }
  },

  step(by) {
    if (!reading.parts.length) return;
    reading.at = reading.at < 0 && by < 0 ? reading.parts.length - 1 : (reading.at + by + reading.parts.length) % reading.parts.length;
    const part = reading.parts[reading.at];
    reading.show(part.dataset.point);
    const words = [...part.querySelectorAll("ul > li")].map((row) => row.textContent.trim().replace(/\s+/g, " "));
    reading.now.textContent = `${reading.at + 1} of ${reading.parts.length}. ${part.querySelector(".what").textContent.trim()}: ${words.join(" | ")}`;
  },

  toggle() {
    reading.together = !reading.together;
    document.getElementById("together").setAttribute("aria-pressed", String(reading.together));
  },
};
reading.chains = JSON.parse(reading.sheet.dataset.chains);
for (const column of reading.columns) {
  for (const event of ["pointerenter", "wheel", "touchstart", "focusin", "keydown"])
    column.addEventListener(event, () => { reading.leader = column; }, { passive: true });
  column.addEventListener("scroll", () => reading.follow(column), { passive: true });
  column.addEventListener("click", (event) => {
    const run = event.target.closest("[data-points]");
    if (!run) return;
    const [point] = run.dataset.points.split(" ");
    reading.at = reading.parts.findIndex((part) => part.dataset.point === point);
    reading.show(point);
  });
}
for (const [id, act] of [["next", () => reading.step(1)], ["previous", () => reading.step(-1)], ["together", reading.toggle]])
  document.getElementById(id).addEventListener("click", act);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type="checkbox"]), select')) return;
  try { if (localStorage.getItem("rashomon-keys") === "off") return; } catch { /* no memory, keys stay on */ }
  const act = { n: () => reading.step(1), p: () => reading.step(-1), s: reading.toggle }[event.key];
  if (act) { event.preventDefault(); act(); }
});
