// Chooses claims by kind and study, and leads from a claim to its sentence and back.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const claims = new Map(all("aside li").map((item) => [item.dataset.claim, item]));
const marks = all("mark");
const numbers = (element) => element.dataset.claims.split(" ").filter(Boolean);
const off = new Set();
let study = "";

const isShown = (item) => !off.has(item.dataset.kind) && (!study || item.dataset.study === study);

function choose() {
  for (const item of claims.values()) item.hidden = !isShown(item);
  for (const group of all("aside section")) group.hidden = !all("li:not([hidden])", group).length;
  for (const mark of marks) {
    const shown = numbers(mark).map((number) => claims.get(number)).filter(isShown);
    mark.classList.toggle("off", !shown.length);
    if (shown.length) mark.dataset.kind = shown[0].dataset.kind;
  }
}

function light(chosen) {
  for (const element of all(".on")) element.classList.remove("on");
  for (const number of chosen) claims.get(number)?.classList.add("on");
  for (const mark of marks) mark.classList.toggle("on", numbers(mark).some((n) => chosen.includes(n)));
}

function scrollInPanel(item) {
  const panel = document.querySelector("aside");
  if (item) panel.scrollTo({ top: item.offsetTop - 60, behavior: "smooth" });
}

for (const button of all(".tools button")) {
  button.addEventListener("click", () => {
    const kind = button.dataset.kind;
    if (!off.delete(kind)) off.add(kind);
    button.setAttribute("aria-pressed", String(!off.has(kind)));
    choose();
  });
}

document.querySelector("#study")?.addEventListener("change", (event) => {
  study = event.target.value;
  choose();
});

document.querySelector("#vain")?.addEventListener("change", (event) => {
  document.body.classList.toggle("show-vain", event.target.checked);
});

for (const link of all("aside a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    light([link.closest("li").dataset.claim]);
    const sentence = document.querySelector(link.getAttribute("href"));
    sentence.classList.add("on");
    sentence.scrollIntoView({ block: "center", behavior: "smooth" });
  });
}

for (const sentence of all(".sentence.claimed")) {
  sentence.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    const shown = numbers(mark ?? sentence).filter((number) => isShown(claims.get(number)));
    light(shown);
    sentence.classList.add("on");
    scrollInPanel(shown.map((number) => claims.get(number)).sort((a, b) => a.offsetTop - b.offsetTop)[0]);
  });
}
