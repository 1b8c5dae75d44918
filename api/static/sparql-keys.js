// Keys of the editor: Ctrl + Enter runs; Tab indents only where that has been switched on, so that
// whoever has no mouse can leave the field.

const STEP = "  ";

/** Replace a part of the text as typing would, so that it can be undone. */
export function insert(field, start, end, text) {
  field.focus();
  field.setSelectionRange(start, end);
  const name = text ? "insertText" : "delete";
  if (!document.execCommand(name, false, text)) {
    field.setRangeText(text, start, end, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Let keys act; the box of a switch says whether Tab indents. */
export function bindKeys(field, form) {
  const label = document.createElement("label");
  const toggle = label.appendChild(document.createElement("input"));
  toggle.type = "checkbox";
  label.append(" Tab indents ");
  const hint = document.createElement("span");
  hint.className = "source";
  hint.textContent = "Ctrl + Enter runs, Ctrl + Space completes, Ctrl + M switches Tab, Escape frees it";
  form.querySelector(".actions").after(line(label, hint));

  field.addEventListener("keydown", (event) => {
    const isControl = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && isControl) form.requestSubmit();
    else if (event.key === "m" && event.ctrlKey) toggle.checked = !toggle.checked;
    else if (event.key === "Escape") toggle.checked = false;
    else if (event.key === "Tab" && toggle.checked) indent(field, event.shiftKey);
    else return;
    event.preventDefault();
  });
}

function line(...parts) {
  const row = document.createElement("p");
  row.className = "keys";
  row.append(...parts);
  return row;
}

/** Move the lines of the selection a step to the right or left. */
function indent(field, isBack) {
  const { value, selectionStart, selectionEnd } = field;
  if (selectionStart === selectionEnd && !isBack) return insert(field, selectionStart, selectionEnd, STEP);
  const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const old = value.slice(start, selectionEnd);
  const moved = isBack ? old.replace(/^ {1,2}/gm, "") : old.replace(/^/gm, STEP);
  if (moved === old) return;
  insert(field, start, selectionEnd, moved);
  if (selectionStart !== selectionEnd) field.setSelectionRange(start, start + moved.length);
}
