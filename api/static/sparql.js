// Examples go into the editor instead of running at once; Ctrl + Enter runs.

const form = document.getElementById("sparql");
const editor = document.getElementById("query");

document.querySelector(".examples").addEventListener("click", (event) => {
  const link = event.target.closest("a[data-query]");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  editor.value = link.dataset.query;
  editor.focus();
  editor.scrollIntoView({ block: "center" });
});

editor.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
