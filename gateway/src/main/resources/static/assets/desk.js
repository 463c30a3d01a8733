// Work without a mouse: everything here is also a link or a form on the page.
const OFF = "cong-vu-keys-off";
const off = () => { try { return localStorage.getItem(OFF) === "yes"; } catch { return false; } };
const help = document.getElementById("keys");
const palette = document.getElementById("palette");

const rows = () => [...document.querySelectorAll(".rows > li h2 a")];
function move(by) {
  const links = rows();
  const here = links.findIndex((link) => link.closest("li").contains(document.activeElement));
  const next = links[Math.min(links.length - 1, Math.max(0, here < 0 ? (by > 0 ? 0 : links.length - 1) : here + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
const row = () => document.activeElement?.closest(".rows > li");

/** Opens a command's form and goes to the first thing to fill in. */
function begin(id) {
  const part = document.getElementById(id);
  if (!part) return;
  if (part.tagName === "DETAILS") part.open = true;
  part.scrollIntoView({ block: "center" });
  part.querySelector("textarea, input:not([type=hidden]), select:not([data-inserts]), button")?.focus();
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  o: () => row()?.querySelector("h2 a")?.click(),
  x: () => row()?.querySelector(".choose")?.click(),
  a: () => begin("accept"),
  r: () => begin("answer"),
  e: () => begin("extend"),
  n: () => document.getElementById("next")?.click(),
  "/": () => document.getElementById("q")?.focus(),
  "?": () => help.showModal(),
};

const fold = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
const found = document.getElementById("palette-found");
const typed = document.getElementById("palette-q");
let chosen = 0;
function deeds() {
  const links = [...document.querySelectorAll(".nav a, #next, .views a")].map((link) => ({ words: link.textContent.trim(), run: () => link.click() }));
  const commands = [...document.querySelectorAll("details.box[id] > summary, form.card[id] > button")].map((part) => ({ words: part.textContent.trim(), run: () => begin(part.parentElement.id) }));
  return [...commands, ...links];
}
function offer() {
  const words = fold(typed.value.trim());
  const fitting = deeds().filter((deed) => fold(deed.words).includes(words)).slice(0, 12);
  chosen = Math.min(chosen, Math.max(0, fitting.length - 1));
  found.replaceChildren(...fitting.map((deed, i) => {
    const option = document.createElement("li");
    option.id = `palette-${i}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", String(i === chosen));
    option.textContent = deed.words;
    option.addEventListener("click", () => { palette.close(); deed.run(); });
    return option;
  }));
  if (fitting.length > 0) typed.setAttribute("aria-activedescendant", `palette-${chosen}`);
  else typed.removeAttribute("aria-activedescendant");
}
typed.addEventListener("input", () => { chosen = 0; offer(); });
typed.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") { chosen = Math.min(found.children.length - 1, chosen + 1); offer(); event.preventDefault(); }
  else if (event.key === "ArrowUp") { chosen = Math.max(0, chosen - 1); offer(); event.preventDefault(); }
  else if (event.key === "Enter") { found.children[chosen]?.click(); event.preventDefault(); }
});

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    typed.value = "";
    chosen = 0;
    offer();
    if (!palette.open) palette.showModal();
    return;
  }
  const writing = event.target.matches?.("input:not([type=checkbox], [type=radio]), textarea, select");
  if (event.ctrlKey || event.metaKey || event.altKey || writing || off() || document.querySelector("dialog[open]")) return;
  const deed = KEYS[event.key];
  if (deed) { event.preventDefault(); deed(); }
});

document.getElementById("keys-open").addEventListener("click", () => help.showModal());
const noKeys = document.getElementById("keys-off");
noKeys.checked = off();
noKeys.addEventListener("change", () => { try { localStorage.setItem(OFF, noKeys.checked ? "yes" : "no"); } catch { /* storage is switched off: they stay on */ } });

document.querySelectorAll("select[data-inserts]").forEach((models) => models.addEventListener("change", () => {
  const into = document.getElementById(models.dataset.inserts);
  if (models.value) into.setRangeText(models.value, into.selectionStart, into.selectionEnd, "end");
  models.value = "";
  into.focus();
}));

const choices = [...document.querySelectorAll(".choose")];
const chosenCount = document.getElementById("chosen-count");
const count = () => { if (chosenCount) chosenCount.textContent = String(choices.filter((choice) => choice.checked).length); };
choices.forEach((choice) => choice.addEventListener("change", count));
document.getElementById("choose-all")?.addEventListener("click", () => {
  const all = !choices.every((choice) => choice.checked);
  choices.forEach((choice) => { choice.checked = all; });
  count();
});
window.addEventListener("pageshow", count); // the browser brings ticks back with the page
