// Light and dark: the system's choice until the reader chooses.
const root = document.documentElement;
const byId = (id) => document.getElementById(id);
root.classList.add("js");

const memory = {
  read(key) { try { return localStorage.getItem("rashomon-" + key); } catch { return null; } },
  write(key, value) { try { localStorage.setItem("rashomon-" + key, value); } catch { /* a page without a place to remember */ } },
};

const theme = {
  button: byId("theme"),
  dark: () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches,
  show() { theme.button.setAttribute("aria-pressed", String(theme.dark())); },
  toggle() {
    root.dataset.theme = theme.dark() ? "light" : "dark";
    memory.write("theme", root.dataset.theme);
    theme.show();
  },
};
if (["light", "dark"].includes(memory.read("theme"))) root.dataset.theme = memory.read("theme");
theme.button.addEventListener("click", theme.toggle);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", theme.show);
theme.show();

// What a closed list hides is printed all the same.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const list of opened) list.open = true;
});
addEventListener("afterprint", () => { for (const list of opened) list.open = false; });
