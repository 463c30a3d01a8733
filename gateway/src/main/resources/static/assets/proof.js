// Many people share one network, and so does a flood: the answer to a small sum shows that this report cost somebody a second.
// Without it the report is taken all the same.
const CHALLENGE = "/api/v1/complaints/challenge";
const AT_ONCE = 250;

const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
const same = (hash, wanted) => hash.every((byte, i) => byte === wanted[i]);

export async function answer({ algorithm, challenge, maxnumber, salt, signature }) {
  const text = new TextEncoder();
  const wanted = bytes(challenge);
  for (let from = 0; from <= maxnumber; from += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, i) => from + i);
    const hashes = await Promise.all(numbers.map((number) => crypto.subtle.digest(algorithm, text.encode(salt + number))));
    const found = hashes.findIndex((hash) => same(new Uint8Array(hash), wanted));
    if (found >= 0) return btoa(JSON.stringify({ algorithm, challenge, number: from + found, salt, signature }));
  }
  return "";
}

function proveOnce(input) {
  input.form.addEventListener("input", async () => {
    try {
      const response = await fetch(CHALLENGE);
      if (response.ok) input.value = await answer(await response.json());
    } catch { /* offline, or a browser that can't count: the report goes without */ }
  }, { once: true });
}

globalThis.document?.querySelectorAll("input[data-proof]").forEach(proveOnce);
