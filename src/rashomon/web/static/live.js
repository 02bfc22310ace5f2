"use strict";
// What every page of the desk does: keys, the way to undo, copying an address, judging a point in place.
const live = {
  typing: (target) => target.closest('input:not([type="checkbox"]), select, textarea, dialog[open]'),
  keysOn: () => { try { return localStorage.getItem("rashomon-keys") !== "off"; } catch { return true; } },
  say(words) {
    const toast = document.getElementById("toast");
    toast.textContent = words;
    setTimeout(() => { if (toast.textContent === words) toast.textContent = ""; }, 4000);
  },
  going: 0,

  // The first button to undo on the page is that of the last judgement; elsewhere the list of them is opened.
  undo() {
    const button = document.querySelector("[data-undo]");
    if (button) { button.form.requestSubmit(button); } else { location.assign("/judgements"); }
  },

  go(key) {
    const link = document.querySelector(`[data-go="${key}"]`);
    if (link) location.assign(link.href);
    return Boolean(link);
  },

  read() {
    const link = document.querySelector('.sub a[href$="/read"]');
    if (link) location.assign(link.href);
  },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (live.typing(event.target) || !live.keysOn()) return;
  if (Date.now() - live.going < 1500 && live.go(event.key)) { event.preventDefault(); live.going = 0; return; }
  live.going = event.key === "g" ? Date.now() : 0;
  const act = { u: live.undo, r: live.read }[event.key];
  if (act) { event.preventDefault(); act(); }
  if (event.key === "/" && !document.querySelector(".filters input[type=search]")) {
    event.preventDefault();
    document.getElementById("find").focus();
  }
});

document.addEventListener("click", async (event) => {
  const copy = event.target.closest("[data-copy]");
  if (!copy) return;
  try { await navigator.clipboard.writeText(copy.dataset.copy); live.say("Copied"); }
  catch { copy.parentElement.querySelector("input").select(); live.say("Press Ctrl+C to copy"); }
});

// On a story: a way from each statement to the form that marks it as wrong, for those who may write.
document.addEventListener("htmx:afterSwap", (event) => {
  const story = document.querySelector("main[data-story]")?.dataset.story;
  if (!story || !event.target.matches(".me") || !event.target.querySelector("form")) return;
  for (const statement of document.querySelectorAll("main [data-id]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "doubt";
    button.textContent = "Wrong?";
    button.setAttribute("hx-get", `/stories/${story}/judge?point=${statement.dataset.id}`);
    button.setAttribute("hx-select", ".points");
    button.setAttribute("hx-target", "#judge-form");
    (statement.querySelector(".together") || statement.querySelector(":scope > .who") || statement).append(button);
    htmx.process(button);
    button.addEventListener("click", () => document.getElementById("judge").showModal());
  }
});
