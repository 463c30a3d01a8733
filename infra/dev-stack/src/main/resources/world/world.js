// Keeps what is shown fresh; forms and opened mails stay as they are.
const opened = (region) => [...region.querySelectorAll("details[open] summary")].map((summary) => summary.textContent);

const toTheEnd = () => document.querySelectorAll(".talk").forEach((talk) => { talk.scrollTop = talk.scrollHeight; });

async function refresh() {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const region of document.querySelectorAll("[data-live]")) {
      const newer = fresh.querySelector(`[data-live="${region.dataset.live}"]`);
      if (!newer || newer.innerHTML === region.dataset.shown) continue;
      const keep = opened(region);
      region.innerHTML = newer.innerHTML;
      region.dataset.shown = newer.innerHTML;
      region.querySelectorAll("details").forEach((mail) => {
        mail.open = keep.includes(mail.querySelector("summary").textContent);
      });
      if (region.matches(".talk")) toTheEnd();
    }
  } catch {
    // the world is restarting: the next attempt will tell
  }
}

toTheEnd();
if (location.pathname === "/") setInterval(refresh, 2500);
