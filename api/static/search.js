// Results while typing, and "/" to reach the search field. The form works without any of this.

const form = document.getElementById("search");
const field = document.getElementById("q");
const results = document.getElementById("results");
let waiting = 0;
let running = new AbortController();

function address() {
  const data = new URLSearchParams(new FormData(form));
  return `/?${data}`;
}

async function refresh() {
  running.abort();
  running = new AbortController();
  try {
    const response = await fetch(address(), { signal: running.signal, headers: { Accept: "text/html" } });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    results.replaceChildren(...page.getElementById("results").children);
    history.replaceState(null, "", address());
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 200);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement === document.body) {
    event.preventDefault();
    field.focus();
  }
});
