// Looks at the pictures of a report one after the other, as large as they are, turned where the phone was held askew.
const viewer = document.getElementById("viewer");
const pictures = [...document.querySelectorAll("a[data-look]")];
const part = (name) => document.getElementById(`viewer-${name}`);
const frame = viewer.querySelector(".viewer-picture");
let at = 0;
let turned = 0;

function draw() {
  frame.firstElementChild.dataset.turned = String(turned);
}
function show(index) {
  at = (index + pictures.length) % pictures.length;
  turned = 0;
  const small = pictures[at].querySelector("img");
  const picture = new Image();
  picture.src = small.src;
  picture.alt = small.alt;
  frame.replaceChildren(picture);
  part("title").textContent = pictures.length > 1 ? `${small.alt} / ${pictures.length}` : small.alt;
  part("file").href = pictures[at].href;
  draw();
}

pictures.forEach((link, index) => link.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab of its own, as asked
  event.preventDefault();
  show(index);
  viewer.showModal();
}));
part("before").hidden = part("after").hidden = pictures.length < 2;
part("before").addEventListener("click", () => show(at - 1));
part("after").addEventListener("click", () => show(at + 1));
part("turn").addEventListener("click", () => { turned = (turned + 90) % 360; draw(); });
part("size").addEventListener("click", () => part("size").setAttribute("aria-pressed", String(frame.classList.toggle("whole"))));
part("close").addEventListener("click", () => viewer.close());
viewer.addEventListener("keydown", (event) => {
  if (frame.classList.contains("whole")) return; // the arrows move over the picture
  if (event.key === "ArrowLeft") show(at - 1);
  if (event.key === "ArrowRight") show(at + 1);
});
