// Prints the page, and says on paper when that was.

const DAY = { dateStyle: "long", timeStyle: "short" };

document.addEventListener("click", ({ target }) => {
  if (target.closest("button[data-print]")) print();
});

addEventListener("beforeprint", () => {
  const now = new Date().toLocaleString("da-DK", DAY);
  for (const place of document.querySelectorAll("[data-printed]")) {
    place.textContent = place.dataset.printed.replace("{when}", now);
  }
});
