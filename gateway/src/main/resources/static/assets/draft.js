// A report that is not sent yet stays on the device, without the person: a lost connection loses nothing, a shared phone tells nobody who.
const kept = (whose) => (whose ? `cong-vu-draft-${whose}` : "cong-vu-draft");
const FIELDS = ["key", "text", "agency", "occurredOn", "kind", "misconduct", "communeCode", "field", "dossierCode", "accusedPosition", "accusedHead"];
const DAY = 24 * 60 * 60 * 1000;

const forget = (whose) => { try { localStorage.removeItem(kept(whose)); } catch { /* storage is switched off: there is no draft */ } };
const remembered = (whose) => {
  try {
    const draft = JSON.parse(localStorage.getItem(kept(whose)) ?? "null");
    return draft && Date.now() - draft.at < DAY ? draft.values : null;
  } catch { return null; }
};

function keepDraft(form) {
  const whose = form.dataset.draft;
  const note = document.getElementById("draft");
  const write = () => {
    const values = Object.fromEntries([...new FormData(form)].filter(([name, value]) => FIELDS.includes(name) && value));
    if (!values.text && !values.agency) { forget(whose); note.hidden = true; return; }
    try { localStorage.setItem(kept(whose), JSON.stringify({ at: Date.now(), values })); note.hidden = false; } catch { /* as above */ }
  };
  const before = remembered(whose);
  if (before && !form.elements.text.value) {
    for (const [name, value] of Object.entries(before)) {
      const field = form.elements[name];
      if (!field) continue;
      if (field.type === "checkbox") field.checked = true;
      else field.value = value;
    }
    note.hidden = false;
    // after htmx has begun to listen
    document.addEventListener("DOMContentLoaded", () => form.dispatchEvent(new Event("change", { bubbles: true })));
  }
  let timer;
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(write, 400); });
  form.addEventListener("change", write);
  document.getElementById("draft-clear").addEventListener("click", () => { forget(whose); form.reset(); form.elements.text.value = ""; note.hidden = true; form.elements.text.focus(); });
  form.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(); });
  const offline = document.getElementById("offline");
  window.addEventListener("online", () => { offline.hidden = true; });
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    write();
    offline.hidden = false;
    offline.scrollIntoView({ block: "center" });
  }, { capture: true });
}

document.querySelectorAll("[data-sent]").forEach((sent) => forget(sent.dataset.sent));
document.querySelectorAll("form[data-draft]").forEach(keepDraft);
