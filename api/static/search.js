// Results and completions while typing, and "/" to reach the search field. The form works without
// any of this.

const form = document.getElementById("search");
const field = document.getElementById("q");
const results = document.getElementById("results");
const completions = document.getElementById("completions");
const PAUSE = 200;
let waiting = 0;
let running = new AbortController();

function address() {
  const data = new URLSearchParams(new FormData(form));
  return `/?${data}`;
}

async function ask(url, type) {
  const response = await fetch(url, { signal: running.signal, headers: { Accept: type } });
  return response.ok ? response : null;
}

// The last word and the words before it, which may belong to one name: "core", "core sh".
function beginnings(text) {
  const words = text.trimStart().split(/\s+/);
  return words.map((_, at) => [words.slice(0, at).join(" "), words.slice(at).join(" ")]).slice(-3);
}

async function complete() {
  for (const [before, begun] of beginnings(field.value)) {
    if (begun.length < 2) continue;
    const response = await ask(`/api/v1/complete?q=${encodeURIComponent(begun)}`, "application/json");
    const found = response ? (await response.json()).items : [];
    if (!found.length) continue;
    completions.replaceChildren(
      ...found.map((item) => {
        const option = document.createElement("option");
        option.value = [before, item.text].filter(Boolean).join(" ");
        option.label = `${item.field.replace("_", " ")}, ${item.studies} studies`;
        return option;
      }),
    );
    return;
  }
  completions.replaceChildren();
}

async function show() {
  const response = await ask(address(), "text/html");
  if (!response) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  results.replaceChildren(...page.getElementById("results").children);
  document.title = page.title;
  history.replaceState(null, "", address());
}

async function refresh() {
  running.abort();
  running = new AbortController();
  try {
    await Promise.all([complete(), show()]);
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, PAUSE);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement === document.body) {
    event.preventDefault();
    field.focus();
  }
});
