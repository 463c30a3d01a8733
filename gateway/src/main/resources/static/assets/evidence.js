// What was chosen for a report, said back; a voice note spoken into the page. All of it stays on the device until the report is sent.
const LARGEST = 10 * 1024 * 1024;
const WIDEST = 3000; // pixels of a picture that has to be made smaller
const RATE = 16000; // samples a second: speech, in one channel
const LONGEST = 300; // seconds, 9.6 MB
const REDRAWN = ["image/heic", "image/heif", "image/avif"];

const size = (bytes) => (bytes < 1024 * 1024
  ? `${Math.max(1, Math.round(bytes / 1024))} kB`
  : `${(bytes / 1024 / 1024).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} MB`);
const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** A picture that would be refused, drawn again as a JPEG; where this browser can't read it, the picture as it is. */
async function takeable(file) {
  if (!file.type.startsWith("image/") || (file.size <= LARGEST && !REDRAWN.includes(file.type))) return file;
  try {
    const picture = await createImageBitmap(file);
    const shrink = Math.min(1, WIDEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * shrink);
    canvas.height = Math.round(picture.height * shrink);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    return drawn ? new File([drawn], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
  } catch { return file; } // the server says what it can't take
}

/** RIFF: one channel of 16 bits, and nothing that names a device. */
function wave(samples) {
  const out = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const word = (at, letters) => [...letters].forEach((letter, i) => out.setUint8(at + i, letter.charCodeAt(0)));
  word(0, "RIFF"); out.setUint32(4, 36 + samples.length * 2, true); word(8, "WAVEfmt ");
  out.setUint32(16, 16, true); out.setUint16(20, 1, true); out.setUint16(22, 1, true);
  out.setUint32(24, RATE, true); out.setUint32(28, RATE * 2, true); out.setUint16(32, 2, true); out.setUint16(34, 16, true);
  word(36, "data"); out.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, i) => out.setInt16(44 + i * 2, Math.max(-1, Math.min(1, sample)) * 0x7fff, true));
  return out.buffer;
}

/** What a browser records differs with its maker; what it can play it can turn into samples. */
async function asWave(recorded) {
  const context = new AudioContext();
  try {
    const heard = await context.decodeAudioData(await recorded.arrayBuffer());
    const speech = new OfflineAudioContext(1, Math.max(1, Math.ceil(Math.min(heard.duration, LONGEST) * RATE)), RATE);
    const source = speech.createBufferSource();
    source.buffer = heard;
    source.connect(speech.destination);
    source.start();
    return wave((await speech.startRendering()).getChannelData(0));
  } finally { await context.close(); }
}

function gather(field) {
  const input = field.querySelector("input[type=file]");
  const list = field.querySelector("[data-chosen]");
  const say = field.querySelector("[data-said]");
  const words = field.dataset;
  let chosen = [];

  const keep = (files) => {
    chosen = files;
    const all = new DataTransfer();
    chosen.forEach((file) => all.items.add(file));
    input.files = all.files;
    list.querySelectorAll("audio").forEach((sound) => URL.revokeObjectURL(sound.src));
    list.replaceChildren(...chosen.map(line));
    list.hidden = chosen.length === 0;
  };
  const line = (file) => {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = `${file.name} · ${size(file.size)}`;
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "link";
    remove.textContent = words.remove;
    remove.setAttribute("aria-label", `${words.remove}: ${file.name}`);
    remove.addEventListener("click", () => {
      keep(chosen.filter((other) => other !== file));
      say.textContent = `${words.removed}: ${file.name}`;
      input.focus();
    });
    item.append(name, remove);
    if (file.size > LARGEST) {
      const much = document.createElement("strong");
      much.textContent = words.tooLarge;
      item.append(much);
    } else if (file.type === "audio/wav") {
      const sound = document.createElement("audio");
      sound.controls = true;
      sound.src = URL.createObjectURL(file);
      item.append(sound);
    }
    return item;
  };
  input.addEventListener("change", async () => {
    const added = await Promise.all([...input.files].map(takeable));
    keep([...chosen, ...added.filter((file) => !chosen.some((other) => other.name === file.name && other.size === file.size))]);
  });
  input.form.addEventListener("reset", () => setTimeout(() => keep([])));

  const record = field.querySelector("[data-record]");
  if (!navigator.mediaDevices?.getUserMedia || !globalThis.MediaRecorder || !globalThis.OfflineAudioContext) return;
  record.closest("[data-voice]").hidden = false;
  const ask = record.textContent;
  let running = null;

  const start = async () => {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      say.textContent = words.noVoice;
      return;
    }
    const recorder = new MediaRecorder(stream);
    const parts = [];
    const began = performance.now();
    const clock = setInterval(() => {
      const seconds = (performance.now() - began) / 1000;
      record.textContent = `${words.stop} · ${minutes(seconds)}`;
      if (seconds >= LONGEST) recorder.stop();
    }, 500);
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", async () => {
      running = null;
      clearInterval(clock);
      stream.getTracks().forEach((track) => track.stop());
      record.textContent = ask;
      record.removeAttribute("aria-pressed");
      try {
        const count = chosen.filter((file) => file.type === "audio/wav").length + 1;
        const file = new File([await asWave(new Blob(parts, { type: recorder.mimeType }))], `${words.voiceName}-${count}.wav`, { type: "audio/wav" });
        keep([...chosen, file]);
        say.textContent = `${words.recorded}: ${file.name}`;
      } catch { say.textContent = words.noVoice; }
    });
    recorder.start();
    running = recorder;
    record.textContent = `${words.stop} · 0:00`;
    record.setAttribute("aria-pressed", "true");
    say.textContent = "";
  };
  record.addEventListener("click", () => (running ? running.stop() : start()));
}

document.querySelectorAll("[data-evidence]").forEach(gather);
