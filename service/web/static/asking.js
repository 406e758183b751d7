// Asks without leaving the page: shows what is said as it is said, then the answer as the server
// makes it. No address ever holds the question; a step of the history knows it, so that the way
// back from a source finds the answer again, as it does in a browser without script.

import { events } from "./events.js";
import { ready } from "./field.js";
import { kept, recall, remember } from "./history.js";
import { Waiting } from "./waiting.js";

const main = document.querySelector("main");
const spoken = document.getElementById("melding");
const texts = document.getElementById("venter")?.dataset;

const ASKER_ERRS = 422; // what is wrong is in the question, not with us
const OUTSIDE = 401; // a log-in has ended meanwhile

/** Something to be told in words; what is thrown otherwise is a lost connection. */
class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

document.addEventListener("submit", (event) => {
  if (!texts || !event.target.matches("form[data-asks]")) return;
  event.preventDefault();
  if (Waiting.underWay) return; // the second click of two
  ask([...new FormData(event.target, event.submitter)]);
});

/** Ask with a form's fields; `again` where the history knows the step already. */
async function ask(fields, again = false) {
  const question = fields.findLast(([name]) => name === "spoergsmaal")[1];
  const waiting = new Waiting(main, question);
  spoken.textContent = "";
  try {
    const answer = await answered(fields, waiting);
    waiting.over();
    if (!again) remember(fields, answer.asked);
    show(answer);
  } catch (problem) {
    if (waiting.dropped) return;
    waiting.back();
    tell(question, waiting.stopped ? texts.stopped : why(problem), waiting.stopped, problem.status);
  }
}

/** The answer, while its sentences are shown; throws `Refused` and whatever the network throws. */
async function answered(fields, waiting) {
  const reply = await fetch("/", {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Accept: "text/event-stream, text/html" },
    signal: waiting.signal,
  });
  const number = ` ${texts.number}: ${reply.headers.get("X-Request-Id")}`;
  if (!reply.ok) {
    const said = await refusal(reply);
    throw new Refused(reply.status < 500 ? said : said + number, reply.status);
  }
  for await (const { name, data } of events(reply)) {
    if (name === "sources") waiting.afresh();
    if (name === "text") waiting.say(data);
    if (name === "error") throw new Refused(data.message + number);
    if (name === "html") return data;
  }
  throw new TypeError("the reply ended before its answer");
}

/** What the server says of a refused question, as a program or as a page is told. */
async function refusal(reply) {
  if (reply.headers.get("content-type").startsWith("application/json")) {
    return (await reply.json()).error.message;
  }
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const said = page.querySelectorAll("[data-failure] h1, [data-failure] .alert p");
  return [...said].map((each) => each.textContent.trim()).join(". ") || texts.again;
}

const why = (problem) => (problem instanceof Refused ? problem.message : texts.lost);

/** Put the server's answer on the page; the reader goes on from its heading. */
function show({ html, title }) {
  main.innerHTML = html;
  document.title = title;
  ready(main);
  const aim = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  (aim ?? document.getElementById("svar")).focus({ preventScroll: !aim });
  if (!aim) scrollTo({ top: 0, behavior: "instant" });
  spoken.textContent = texts.ready;
}

/** Say why there is no answer, beside the question, which is still in its field. */
function tell(question, said, calm, status) {
  main.querySelector("#problem")?.remove();
  const field = [...main.querySelectorAll(".ask textarea")].at(-1);
  const described = field.getAttribute("aria-describedby").replace("problem ", "");
  field.setAttribute("aria-describedby", calm ? described : `problem ${described}`);
  field.ariaInvalid = !calm && status === ASKER_ERRS ? "true" : null;
  field.value = question;
  field.focus();
  if (calm) {
    spoken.textContent = said;
    return;
  }
  const problem = document.getElementById("gik-galt").content.cloneNode(true);
  if (status === ASKER_ERRS) problem.querySelector(".alert-heading").textContent = texts.refused;
  problem.querySelector("[data-why]").textContent = said;
  if (status !== OUTSIDE) problem.querySelector("[data-log-in]").remove();
  field.form.prepend(problem);
}

addEventListener("popstate", (event) => {
  if (!texts) return;
  Waiting.drop();
  const step = recall(main, event.state);
  if (step) ask(step, true);
});

if (texts && kept()) ask(kept(), true);
