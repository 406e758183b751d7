// The steps of the history: each knows the fields it was asked with, and while the page lives also
// what it showed. They are the browser's own, gone with its window; nothing of them is in an address.

// Browsers take the address one is at for a reload, and keep the step, where it is typed or chosen
// anew; only a page that is loaded again or come back to is what it was.
const [{ type }] = performance.getEntriesByType("navigation");
if (type === "navigate") history.replaceState(null, "");

const steps = new Map(); // number -> { fields, nodes, title }
let now = history.state?.step ?? 0;
let last = now;
steps.set(now, { fields: history.state?.fields });

/** The fields this page was asked with, where it is one that was come back to. */
export const kept = () => steps.get(now).fields;

/** A new step that was asked with `fields`; `asked` is the question as the server keeps it. */
export function remember(fields, asked) {
  const clean = fields.map(([name, value]) => [name, name === "spoergsmaal" ? asked : value]);
  now = ++last;
  steps.set(now, { fields: clean });
  history.pushState({ step: now, fields: clean }, "", "/");
}

/** Keep what the page shows before something else is put in its place. */
export function keep(nodes) {
  Object.assign(steps.get(now), { nodes, title: document.title });
}

/** Show the step of `state` again; gives what to ask anew where it is not known any more. */
export function recall(main, state) {
  if (!state && location.hash) {
    // A link inside the answer: a step of the browser's that shows the same.
    history.replaceState({ step: now, fields: kept() }, "");
    return null;
  }
  const step = state?.step ?? 0;
  if (step === now) return null;
  keep([...main.childNodes]);
  now = step;
  last = Math.max(last, step);
  const before = steps.get(step);
  if (before?.nodes) {
    main.replaceChildren(...before.nodes);
    document.title = before.title;
    return null;
  }
  steps.set(step, { fields: state?.fields });
  if (!state?.fields) location.reload();
  return state?.fields;
}

// Browsers take a link to the address one is at for a reload, and keep the step; it is a new one.
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href="/"]');
  if (!link || location.pathname !== "/" || event.ctrlKey || event.metaKey || event.shiftKey) return;
  history.pushState(null, "", "/");
});
