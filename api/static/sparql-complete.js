// Completion: variables and keywords of the query, terms of the graph. Ctrl + Space, or a prefix.

import { insert } from "/static/sparql-keys.js";
import { tokens, WORDS } from "/static/sparql-tokens.js";

const PAUSE = 120;
const MOST = 12;
const BEGUN = /[?$]?[\w%.-]*(?::[\w%.-]*)?$/;

/** Offer completions below the cursor of a textarea in its box. */
export function offerCompletions(field, box) {
  const list = box.appendChild(element("ul", { id: "names", role: "listbox", hidden: true }));
  list.setAttribute("aria-label", "Completions");
  const told = box.appendChild(element("p", { className: "hidden", role: "status" }));
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-haspopup", "listbox");
  field.setAttribute("aria-controls", list.id);

  let items = [];
  let chosen = 0;
  let waiting = 0;
  let running = new AbortController();

  function close() {
    clearTimeout(waiting);
    running.abort();
    list.hidden = true;
    field.removeAttribute("aria-activedescendant");
  }

  function choose(place) {
    chosen = (place + items.length) % items.length;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", at === chosen));
    list.children[chosen].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", list.children[chosen].id);
  }

  function accept() {
    const start = field.selectionStart - begun(field).length;
    const { insert: text } = items[chosen];
    close();
    insert(field, start, field.selectionStart, text);
  }

  function show(found) {
    items = found;
    told.textContent = items.length ? `${items.length} completions` : "no completion";
    if (!items.length) return close();
    list.replaceChildren(...items.map(option));
    place(list, field);
    list.hidden = false;
    choose(0);
  }

  async function open() {
    running.abort();
    running = new AbortController();
    const word = begun(field);
    const own = ownNames(field, word);
    try {
      const known = /^[?$]/.test(word) ? [] : await graphNames(word, running.signal);
      if (begun(field) === word) show([...own, ...known].slice(0, 2 * MOST));
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  }

  field.addEventListener("keydown", (event) => {
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      open();
    } else if (!list.hidden) {
      const act = {
        ArrowDown: () => choose(chosen + 1),
        ArrowUp: () => choose(chosen - 1),
        Enter: accept,
        Escape: close,
      }[event.key];
      if (!act || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    }
  });
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    if (begun(field).includes(":") || !list.hidden) waiting = setTimeout(open, PAUSE);
  });
  field.addEventListener("blur", close);
  field.addEventListener("scroll", close);
  list.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the cursor stays where it is
    const taken = event.target.closest("li");
    if (!taken) return;
    chosen = [...list.children].indexOf(taken);
    accept();
  });
}

function begun(field) {
  const before = field.value.slice(0, field.selectionStart);
  const last = tokens(before).at(-1);
  const isText = last && ["comment", "string", "iri"].includes(last.kind) && last.end === before.length;
  return isText ? "" : before.match(BEGUN)[0];
}

/** Variables of the query and keywords that begin so; after a prefix there are none. */
function ownNames(field, word) {
  if (!word || word.includes(":")) return [];
  const variables = tokens(field.value)
    .filter(({ kind, end }) => kind === "variable" && end !== field.selectionStart)
    .map(({ start, end }) => ({ insert: field.value.slice(start, end), label: "", kind: "variable" }));
  const keywords = WORDS.map((text) => ({ insert: text, label: "", kind: "keyword" }));
  const seen = new Map([...variables, ...keywords].map((item) => [item.insert, item]));
  const start = word.toLowerCase();
  return [...seen.values()].filter((item) => item.insert.toLowerCase().startsWith(start)).slice(0, MOST);
}

async function graphNames(word, signal) {
  const query = new URLSearchParams({ q: word, limit: MOST });
  const response = await fetch(`/sparql-page/terms?${query}`, { signal });
  return response.ok ? (await response.json()).items : [];
}

function option(item, at) {
  const row = element("li", { id: `name-${at}`, role: "option" });
  row.append(element("span", { textContent: item.insert }));
  row.append(element("small", { textContent: [item.label, item.kind].filter(Boolean).join(" · ") }));
  return row;
}

/** Below the cursor: every character of the editor is equally wide. */
function place(list, field) {
  const lines = field.value.slice(0, field.selectionStart).split("\n");
  const column = lines.at(-1).length - begun(field).length;
  list.style.top = `calc(${lines.length} * 1.5em + 1em - ${field.scrollTop}px)`;
  list.style.left = `clamp(0px, calc(${column}ch - ${field.scrollLeft}px), max(0px, 100% - 22rem))`;
}

function element(name, values) {
  return Object.assign(document.createElement(name), values);
}
