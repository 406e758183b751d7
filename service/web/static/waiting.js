// What stands on the page until the answer is there, and the way to stop it.

import { keep } from "./history.js";

const PATIENCE = 150; // milliseconds; an answer that is there sooner needs no waiting page

let current = null;

export class Waiting {
  stopped = false;
  dropped = false;
  #control = new AbortController();
  #main;
  #before;
  #said;
  #timer;

  constructor(main, question) {
    Waiting.drop();
    current = this;
    this.#main = main;
    this.#before = [...main.childNodes];
    keep(this.#before);
    const page = document.getElementById("venter").content.cloneNode(true);
    page.querySelector("[data-question]").textContent = question;
    page.querySelector("[data-stop]").addEventListener("click", () => this.stop());
    this.#said = page.querySelector("[data-said]");
    this.#timer = setTimeout(() => this.#show(page), PATIENCE);
  }

  /** Whether an answer is on its way. */
  static get underWay() {
    return current !== null;
  }

  get signal() {
    return this.#control.signal;
  }

  /** The reader does something else; nothing is to be said of it. */
  static drop() {
    if (!current) return;
    current.dropped = true;
    current.#control.abort();
    current.back();
  }

  stop() {
    this.stopped = true;
    this.#control.abort();
  }

  /** What was said counts no more: the answer begins again. */
  afresh() {
    this.#said.replaceChildren();
  }

  /** One sentence, with its label and the numbers of its sources. */
  say({ label, text, citations }) {
    const statement = document.createElement("div");
    statement.className = "statement";
    if (label) statement.append(paragraph("from", label));
    statement.append(paragraph("said", [text, ...citations.map((n) => `[${n}]`)].join(" ")));
    this.#said.append(statement);
  }

  over() {
    clearTimeout(this.#timer);
    if (current === this) current = null;
  }

  /** Show again what stood there before. */
  back() {
    this.over();
    this.#main.replaceChildren(...this.#before);
  }

  #show(page) {
    this.#main.replaceChildren(page);
    const searching = document.getElementById("soeger");
    searching.focus();
    scrollTo({ top: 0, behavior: "instant" });
  }
}

function paragraph(kind, text) {
  const made = document.createElement("p");
  made.className = kind;
  made.textContent = text;
  return made;
}

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") current?.stop();
});
