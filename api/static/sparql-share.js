// The link to the query as it stands; a query that is too long for one is sent in the body instead.

/** Keep the link of a form up to date with its query. */
export function keepLink(field, form) {
  const most = Number(form.dataset.mostLink);
  const share = form.querySelector(".share");
  const note = document.getElementById("too-long");
  const link = document.getElementById("link") ?? document.createElement("a");
  link.textContent = "Link to this query";
  const copy = document.createElement("button");
  Object.assign(copy, { type: "button", className: "small", textContent: "Copy link" });
  if (navigator.clipboard) copy.addEventListener("click", copyLink);

  async function copyLink() {
    await navigator.clipboard.writeText(link.href);
    copy.textContent = "Copied";
  }

  function update() {
    const address = `/sparql-page?${new URLSearchParams({ query: field.value })}`;
    const isLong = address.length > most;
    copy.textContent = "Copy link";
    note.hidden = !isLong;
    form.method = isLong ? "post" : "get";
    link.href = isLong ? "/sparql-page" : address;
    const shown = field.value.trim() && !isLong ? [link] : [];
    if (shown.length && navigator.clipboard) shown.push(" ", copy);
    share.replaceChildren(...shown);
  }

  field.addEventListener("input", update);
  update();
}
