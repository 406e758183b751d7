"use strict";
// Columns are sorted by a button in their head; without script there is none, and nothing is lost.
for (const table of document.querySelectorAll("table.sortable")) {
  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const cell = (body) => body.rows[0].cells[column];
      const key = (body) => cell(body).dataset.sort ?? cell(body).textContent.trim();
      const by = new Intl.Collator("da", { numeric: true });
      const rows = [...table.tBodies];
      rows.sort((one, other) => (up ? 1 : -1) * by.compare(key(one), key(other)));
      table.append(...rows);
    });
  }
}
// What a link points to inside closed details is opened, where the browser does not.
const show = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  if (target) target.scrollIntoView();
};
addEventListener("hashchange", show);
show();
