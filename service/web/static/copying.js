// Copies an answer or a quote, with its place, as plain text.

const SHOWN = 2500; // milliseconds

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("button[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const drawing = button.firstElementChild;
  const said = [...button.childNodes].slice(1);
  button.replaceChildren(drawing, button.dataset.done);
  document.getElementById("melding").textContent = button.dataset.done;
  setTimeout(() => button.replaceChildren(drawing, ...said), SHOWN);
});
