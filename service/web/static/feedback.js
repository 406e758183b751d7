// Sends what the reader thinks of an answer, and keeps the answer on the page.

document.addEventListener("submit", async (event) => {
  const section = event.target.closest("[data-feedback]");
  if (!section || event.defaultPrevented) return;
  event.preventDefault();
  const form = event.target;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  try {
    const reply = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const thanks = page.querySelector("[data-thanks]");
    if (!reply.ok || !thanks) throw new Error();
    const said = document.createElement("p");
    said.textContent = thanks.textContent;
    said.tabIndex = -1;
    section.replaceChildren(section.firstElementChild, said);
    said.focus();
  } catch {
    // Sent as without script; the server's page then says why.
    const { name, value } = event.submitter;
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    form.submit();
  }
});
