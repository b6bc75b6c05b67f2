// The overlay of the preview: keeps the page in view up to date, and shows what is wrong with it and what it rests on.
import { update } from "./page.js";

const own = document.querySelector('script[src$="/_preview/overlay.js"]');
const page = own.dataset.page;
let hash = own.dataset.hash;
let isFirst = true;

const host = document.createElement("explainers-overlay");
const root = host.attachShadow({ mode: "open" });
const style = document.createElement("link");
style.rel = "stylesheet";
style.href = new URL("overlay.css", import.meta.url).href;
const view = document.createElement("div");
view.hidden = true;
style.addEventListener("load", () => { view.hidden = false; });
root.append(style, view);
document.documentElement.append(host);

/** Makes an element with attributes and children; what is null is left out. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value != null) element.setAttribute(key, value);
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

const kept = {
  get: (key) => { try { return sessionStorage.getItem(`overlay-${key}`); } catch { return null; } },
  set: (key, value) => { try { sessionStorage.setItem(`overlay-${key}`, value); } catch { /* A browser that keeps nothing forgets at the next page. */ } },
};

const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
const isNarrow = matchMedia("(max-width: 40rem)");
const isOpen = (part, otherwise) => (kept.get(part) ?? otherwise) === "open";

function toggle(part, otherwise) {
  kept.set(part, isOpen(part, otherwise) ? "closed" : "open");
  draw(last);
}

/** The line of a finding with what is meant marked in it; it is scrolled so that the mark is in view. */
function line(found) {
  const mark = make("mark", {}, found.line.slice(found.from, found.to));
  const code = make("code", {}, found.line.slice(0, found.from), mark, found.line.slice(found.to));
  requestAnimationFrame(() => { code.scrollLeft = mark.offsetLeft + mark.offsetWidth / 2 - code.clientWidth / 2; });
  return code;
}

function finding(found) {
  const head = [make("span", { class: "severity" }, found.severity), ` ${found.message}`];
  const place = found.place && make("span", { class: "place" }, found.place);
  return make("li", { class: found.severity },
    found.editor ? make("a", { href: found.editor, title: "Open in your editor" }, ...head, place) : make("div", {}, ...head, place),
    found.line && line(found),
    found.hint && make("p", { class: "hint" }, `Hint: ${found.hint}`),
    make("p", { class: "code" }, `explainers explain ${found.code}`));
}

function findings(message) {
  const here = message.findings.filter((found) => found.isHere);
  const others = message.findings.filter((found) => !found.isHere);
  if (here.length === 0 && others.length === 0) return null;
  const words = [message.errors && count(message.errors, "error"), message.warnings && count(message.warnings, "warning")].filter(Boolean).join(", ") || "nothing wrong";
  const farther = message.errorsElsewhere ? `; ${count(message.errorsElsewhere, "error")} on other pages` : "";
  const otherwise = isNarrow.matches ? "closed" : "open";
  const shows = isOpen("findings", otherwise);
  const head = make("button", { type: "button", class: "head", "aria-expanded": String(shows) }, `On this page: ${words}${farther}`);
  head.addEventListener("click", () => toggle("findings", otherwise));
  return make("section", { class: `findings ${message.errors || message.errorsElsewhere ? "error" : message.warnings ? "warning" : ""}`, "aria-label": "Findings" },
    head,
    shows && message.isOld ? make("p", { class: "old" }, "You see the page as it was before the errors.") : null,
    shows && here.length > 0 ? make("ul", {}, here.map(finding)) : null,
    shows && others.length > 0 ? make("details", { open: message.errorsElsewhere && !message.errors ? "" : null }, make("summary", {}, `${count(message.elsewhere, "finding")} on other pages`), make("ul", {}, others.map(finding))) : null);
}

/** A button that puts into the clipboard what a writer types for a fact. */
function reference(name) {
  const words = `{{ ${name} }}`;
  const button = make("button", { type: "button", class: "copy", title: "Copy the reference" }, make("code", {}, words));
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(words);
    button.dataset.said = "copied";
    setTimeout(() => delete button.dataset.said, 1500);
  });
  return button;
}

function fact(known) {
  return make("li", {},
    make("p", { class: "label" }, make("a", { href: known.url }, known.label), known.editor ? make("a", { href: known.editor, class: "edit", title: `Open ${known.name} in your editor` }, "Edit") : null),
    make("p", { class: "value" }, known.value),
    reference(known.name),
    known.sources.length > 0
      ? make("ul", { class: "sources" }, known.sources.map((source) => make("li", {}, source.url ? make("a", { href: source.url, rel: "noreferrer" }, source.publisher) : source.publisher, `: ${source.title}`)))
      : make("p", { class: "sources none" }, "No source"),
    known.asOf || known.due ? make("p", { class: `fresh ${known.state ?? ""}` }, [known.asOf && `as of ${known.asOf}`, known.due && `${known.due}${known.state === "overdue" ? " (overdue)" : known.state === "soon" ? " (soon)" : ""}`].filter(Boolean).join(", ")) : null,
    known.used > 0
      ? make("details", {}, make("summary", {}, `also in ${count(known.used, "other text")}`), make("ul", {}, known.uses.map((use) => make("li", {}, make("a", { href: use.url }, use.title)))))
      : make("p", { class: "uses" }, "in no other text"));
}

function facts(message) {
  const all = message.facts ?? [];
  const shows = isOpen("facts", "closed");
  const button = make("button", { type: "button", class: "facts-button", "aria-expanded": String(shows) }, count(all.length, "fact"));
  button.addEventListener("click", () => toggle("facts", "closed"));
  if (!shows) return button;
  const overdue = all.filter((known) => known.state === "overdue").length;
  return [button, make("aside", { class: "facts", "aria-label": "Facts of this page" },
    make("div", { class: "top" }, make("h2", {}, "Facts of this page"), close("Close the facts", () => toggle("facts", "closed"))),
    make("p", { class: "summary" }, `${count(all.length, "fact")}${overdue ? `, ${overdue} overdue` : ""}`),
    make("ul", {}, all.map(fact)))];
}

function close(label, then) {
  const button = make("button", { type: "button", class: "close", "aria-label": label }, "×");
  button.addEventListener("click", then);
  return button;
}

/** What keeps the page out of a build; a writer who has read it can put it away. */
function mark(message) {
  if (!message.mark || kept.get("mark") === message.mark) return null;
  return make("div", { class: "mark", role: "status" }, make("p", {}, message.mark), close("Put this away", () => {
    kept.set("mark", message.mark);
    draw(last);
  }));
}

let last = null;

function draw(message) {
  if (!message) return;
  const panel = view.querySelector("aside.facts");
  const scroll = panel?.scrollTop ?? 0;
  const wasOpen = new Map([...view.querySelectorAll("details > summary")].map((summary) => [summary.textContent, summary.parentElement.open]));
  view.replaceChildren(...[mark(message), findings(message), facts(message)].flat().filter(Boolean));
  for (const summary of view.querySelectorAll("details > summary")) summary.parentElement.open = wasOpen.get(summary.textContent) ?? summary.parentElement.open;
  const drawn = view.querySelector("aside.facts");
  if (drawn) drawn.scrollTop = scroll;
}

function lost() {
  if (!view.querySelector(".lost")) view.append(make("p", { class: "lost", role: "status" }, "The preview has ended. Start it again, and this page goes on by itself."));
}

let done = Promise.resolve();

/** Takes up what is told: the page first, and when the whole site is compiled, what is wrong with it. */
async function take(message) {
  hash = message.hash;
  if (message.html && !await update(message.html, !isFirst)) return;
  isFirst = false;
  if (message.html) host.dataset.page = message.milliseconds;
  if (message.isFresh) return;
  last = message;
  draw(message);
  host.dataset.milliseconds = message.milliseconds;
  host.dataset.snapshot = message.snapshot;
}

function connect() {
  const address = new URL("live", import.meta.url);
  address.protocol = address.protocol.replace("http", "ws");
  address.search = new URLSearchParams({ page, hash });
  const socket = new WebSocket(address);
  // One message after the other: a page may wait for its styles.
  socket.addEventListener("message", (event) => { done = done.then(() => take(JSON.parse(event.data))); });
  socket.addEventListener("close", () => {
    lost();
    setTimeout(connect, 500);
  });
}

connect();
