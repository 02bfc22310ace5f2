// Keys. Single keys can be turned off, and never act while the reader writes.
const keys = {
  list: byId("keys"), on: byId("keys-on"),
  visible: (selector) => [...document.querySelectorAll(selector)].filter((one) => one.offsetParent !== null),

  statement(by) {
    const all = keys.visible("main a.st");
    const from = document.activeElement.closest("main") ? document.activeElement : desk.from;
    let at = all.indexOf(from);
    if (at < 0) {  // from where the reader is: the first that is not under the contents, or the one before it
      const below = all.findIndex((one) => one.getBoundingClientRect().top > 50);
      at = (below < 0 ? all.length : below) - (by > 0 ? 1 : 0);
    }
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    if (!next) return;
    if (!desk.panel.hidden) { desk.open(next); } else { next.focus(); next.scrollIntoView({ block: "nearest" }); }
  },

  section(by) {
    const all = [...document.querySelectorAll("main > section")];
    const tops = all.map((one) => one.getBoundingClientRect().top);
    let at = tops.findLastIndex((top) => top < 80);
    at = Math.min(Math.max(at + by, 0), all.length - 1);
    all[at].tabIndex = -1;
    all[at].focus({ preventScroll: true });
    all[at].scrollIntoView();
  },

  search() { document.querySelector('.filters input[type="search"]')?.focus(); },
};
const actions = {
  j: () => keys.statement(1), k: () => keys.statement(-1), n: () => desk.step(1), p: () => desk.step(-1),
  s: desk.toggleTogether, f: desk.toggleFull, t: theme.toggle, "]": () => keys.section(1), "[": () => keys.section(-1),
  "/": keys.search, "?": () => keys.list.showModal(),
};
const onlyOpen = "npsf";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys.list.open) return;
  if (event.key === "Escape") { desk.close(); return; }
  if (!keys.on.checked || event.target.closest('input:not([type="checkbox"]), select, textarea')) return;
  const act = actions[event.key];
  if (!act || (onlyOpen.includes(event.key) && desk.panel.hidden)) return;
  event.preventDefault();
  act();
});
byId("show-keys").addEventListener("click", () => keys.list.showModal());
keys.on.checked = memory.read("keys") !== "off";
keys.on.addEventListener("change", () => memory.write("keys", keys.on.checked ? "on" : "off"));

// A focused part of the contents is seen whole: browsers leave it half hidden.
document.querySelector(".rail").addEventListener("focusin", (event) => event.target.scrollIntoView({ block: "nearest", inline: "nearest" }));

// The contents show where the reader is.
const contents = new Map([...document.querySelectorAll(".rail a")].map((link) => [link.hash.slice(1), link]));
const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    for (const link of contents.values()) link.removeAttribute("aria-current");
    contents.get(entry.target.id)?.setAttribute("aria-current", "true");
  }
}, { rootMargin: "-20% 0px -75% 0px" });
for (const section of document.querySelectorAll("main > section")) watcher.observe(section);
