// Makes forms quicker where scripts run; every page works without them.

/** Finds an agency while its name is typed, with or without diacritics: the server folds, the browser only shows. */
function findAgencies(input) {
  const box = document.createElement("div");
  box.className = "combo";
  input.replaceWith(box);
  box.append(input);
  input.removeAttribute("list");
  const list = document.createElement("ul");
  list.id = `${input.id}-found`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.querySelector(`label[for="${input.id}"]`)?.textContent ?? "");
  list.hidden = true;
  box.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  let chosen = -1;
  let asked = 0;
  let timer;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (option) => {
    input.value = option.dataset.name;
    close();
  };
  const mark = (index) => {
    const options = [...list.children];
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    chosen = index;
    if (index >= 0) {
      input.setAttribute("aria-activedescendant", options[index].id);
      options[index].scrollIntoView({ block: "nearest" });
    }
  };
  const show = (agencies) => {
    list.replaceChildren(...agencies.slice(0, 8).map((agency, i) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.name = agency.name;
      option.textContent = agency.name;
      option.addEventListener("mousedown", (event) => { event.preventDefault(); take(option); });
      return option;
    }));
    list.hidden = agencies.length === 0;
    input.setAttribute("aria-expanded", String(agencies.length > 0));
    chosen = -1;
  };
  const ask = async () => {
    const words = input.value.trim();
    const number = ++asked;
    if (words.length < 2) { close(); return; }
    try {
      const answer = await fetch(`/api/v1/agencies?q=${encodeURIComponent(words)}`, { headers: { accept: "application/json" } });
      if (answer.ok && number === asked) {
        const found = await answer.json();
        show(found.items ?? found);
      }
    } catch { close(); } // offline: the words are sent as they stand
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const last = list.children.length - 1;
    if (event.key === "ArrowDown") { mark(chosen < last ? chosen + 1 : 0); event.preventDefault(); }
    else if (event.key === "ArrowUp") { mark(chosen > 0 ? chosen - 1 : last); event.preventDefault(); }
    else if (event.key === "Enter" && chosen >= 0) { take(list.children[chosen]); event.preventDefault(); }
    else if (event.key === "Escape") { close(); }
  });
}

/** One press is one send; the server would notice a second one anyway. */
function sendOnce(form) {
  form.addEventListener("submit", () => {
    setTimeout(() => form.querySelectorAll("button[type=submit]").forEach((button) => { button.disabled = true; }));
  });
  window.addEventListener("pageshow", () => form.querySelectorAll("button[type=submit]").forEach((button) => { button.disabled = false; }));
}

/** A long menu is one row to push on a phone: what it shows first is where one is. */
function showCurrent(entry) {
  const menu = entry.parentElement;
  menu.scrollLeft = entry.offsetLeft - menu.offsetLeft - (menu.clientWidth - entry.offsetWidth) / 2;
}

document.documentElement.classList.remove("no-scripts");
document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));
document.querySelectorAll("[data-agencies]").forEach(findAgencies);
document.querySelectorAll("form[method=post]").forEach(sendOnce);
document.querySelectorAll(".nav.long [aria-current]").forEach(showCurrent);
