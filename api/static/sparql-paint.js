// Colours behind a textarea: the same text in a layer that follows its scrolling.

import { tokens } from "/static/sparql-tokens.js";

// A longer query is shown without colours, for painting it would be felt while typing.
const MOST_PAINTED = 40000;

/** Put a painted layer behind a textarea and return its box. */
export function paintBehind(field) {
  const box = document.createElement("div");
  box.className = "editor";
  const layer = document.createElement("pre");
  layer.setAttribute("aria-hidden", "true");
  const code = layer.appendChild(document.createElement("code"));
  field.before(box);
  box.append(layer, field);

  let fault = faultOf(field);
  let waiting = 0;
  const paint = () => {
    waiting = 0;
    const isPainted = field.value.length <= MOST_PAINTED;
    box.classList.toggle("painted", isPainted);
    code.replaceChildren(...(isPainted ? pieces(field.value, fault) : []));
    follow();
  };
  const follow = () => {
    code.style.transform = `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`;
  };
  field.addEventListener("input", () => {
    fault = null; // it is about the query as it was
    field.removeAttribute("aria-invalid");
    waiting ||= requestAnimationFrame(paint);
  });
  field.addEventListener("scroll", follow);
  paint();
  return box;
}

/** The word that the service found wrong. It counts whole characters, JavaScript halves of some. */
function faultOf(field) {
  if (!field.dataset.faultStart) return null;
  const characters = [...field.value];
  const place = (count) => characters.slice(0, Number(count)).join("").length;
  return { start: place(field.dataset.faultStart), end: place(field.dataset.faultEnd) };
}

function* pieces(text, fault) {
  let done = 0;
  for (const token of tokens(text)) {
    if (token.start > done) yield* piece(text, done, token.start, "", fault);
    yield* piece(text, token.start, token.end, token.kind, fault);
    done = token.end;
  }
  // A last line that is empty has no height of its own.
  yield* piece(`${text}\n`, done, text.length + 1, "", fault);
}

/** A run of text in its colour; a part of it that is wrong is marked. */
function* piece(text, start, end, kind, fault) {
  const cuts = fault ? [fault.start, fault.end].filter((at) => at > start && at < end) : [];
  for (const [from, to] of pairs([start, ...cuts, end])) {
    const span = document.createElement("span");
    span.className = kind;
    if (fault && from >= fault.start && to <= fault.end) span.classList.add("wrong");
    span.textContent = text.slice(from, to);
    yield span;
  }
}

function pairs(places) {
  return places.slice(1).map((place, at) => [places[at], place]);
}
