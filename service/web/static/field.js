// The question's field: it grows with what is written, says how much is left, and Enter asks.

const NEAR = 300; // signs left before it is worth saying

/** As many signs as the server counts: letters outside the first plane are one, not two. */
const written = (field) => [...field.value].length;

function count(field) {
  const counter = field.parentElement.querySelector(".counter");
  const left = Number(field.dataset.limit) - written(field);
  counter.hidden = left > NEAR;
  counter.classList.toggle("over", left < 0);
  const { left: enough, over } = counter.dataset;
  counter.textContent = left < 0 ? over.replace("{over}", -left) : enough.replace("{left}", left);
}

/** What `field-sizing: content` does where the browser knows it. */
function grow(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 4}px`;
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches("textarea[data-limit]")) return;
  count(target);
  grow(target);
});

document.addEventListener("keydown", (event) => {
  const asks = event.key === "Enter" && !event.shiftKey && !event.isComposing;
  if (!asks || !event.target.matches(".ask textarea")) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

/** Show what only holds with script. */
export function ready(within) {
  const copies = navigator.clipboard ? ", [data-copy]" : ""; // browsers have it over TLS alone
  for (const hint of within.querySelectorAll(`[data-keys], [data-print]${copies}`)) {
    hint.hidden = false;
  }
  for (const field of within.querySelectorAll("textarea[data-limit]")) count(field);
}

ready(document);
