// Turns the page in view into a newer one by changing only what is different, so that the place on it, open slips and the focus stay.
const quiet = matchMedia("(prefers-reduced-motion: reduce)");

const ours = (element) => element.getAttribute?.("src")?.endsWith("/_preview/overlay.js");
const scripts = (document) => [...document.querySelectorAll("script[src]")].filter((script) => !ours(script)).map((script) => script.getAttribute("src")).join("\n");
const styles = (document) => [...document.querySelectorAll('link[rel="stylesheet"]')];

/** Brings the page up to date; false where it has to be loaded anew. */
export async function update(html, shows) {
  const next = new DOMParser().parseFromString(html, "text/html");
  if (scripts(document) !== scripts(next)) {
    location.reload();
    return false;
  }
  await restyle(next);
  document.title = next.title;
  attributes(document.documentElement, next.documentElement);
  attributes(document.body, next.body);
  const changed = new Set();
  children(document.body, next.body, changed);
  if (shows) for (const element of changed) flash(element);
  return true;
}

/** Takes up new styles before the old ones go, so that the page is never without. */
async function restyle(next) {
  const [old, fresh] = [styles(document), styles(next)];
  const has = (links, link) => links.some((known) => known.getAttribute("href") === link.getAttribute("href") && known.media === link.media);
  const added = fresh.filter((link) => !has(old, link)).map((link) => document.importNode(link, true));
  await Promise.all(added.map((link) => new Promise((done) => {
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    (old.at(-1) ?? document.head.lastElementChild).after(link);
  })));
  for (const link of old) if (!has(fresh, link)) link.remove();
}

function attributes(now, next) {
  for (const { name } of [...now.attributes]) if (!next.hasAttribute(name) && !(name === "open" && now.localName === "details")) now.removeAttribute(name);
  for (const { name, value } of next.attributes) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
}

const isKin = (now, next) => now.nodeType === next.nodeType && now.nodeName === next.nodeName && (now.nodeType !== Node.ELEMENT_NODE || now.id === next.id || !now.id || !next.id);

/** Makes the children of one element those of another: what is the same at both ends stays, and of the rest what is of a kind is changed in place. */
function children(now, next, changed) {
  const olds = [...now.childNodes].filter((node) => !ours(node));
  const news = [...next.childNodes];
  let start = 0;
  while (start < olds.length && start < news.length && olds[start].isEqualNode(news[start])) start++;
  let [oldEnd, newEnd] = [olds.length, news.length];
  while (oldEnd > start && newEnd > start && olds[oldEnd - 1].isEqualNode(news[newEnd - 1])) {
    oldEnd--;
    newEnd--;
  }
  const rest = olds.slice(start, oldEnd);
  const anchor = olds[oldEnd] ?? (olds.length > 0 ? olds.at(-1).nextSibling : null) ?? [...now.childNodes].find(ours) ?? null;
  let last = null;
  for (const node of news.slice(start, newEnd)) {
    const i = rest.findIndex((old) => old.isEqualNode(node));
    const k = i >= 0 ? i : rest.findIndex((old) => isKin(old, node));
    const passed = k > 0 ? rest.splice(0, k) : [];
    for (const old of passed) old.remove();
    const known = k >= 0 ? rest.shift() : null;
    if (known) {
      same(known, node, changed);
      last = known;
      continue;
    }
    const added = document.importNode(node, true);
    now.insertBefore(added, rest[0] ?? anchor);
    mark(added, changed);
    last = added;
  }
  for (const old of rest) {
    mark(last ?? now, changed);
    old.remove();
  }
}

function same(now, next, changed) {
  if (now.isEqualNode(next)) return;
  if (now.nodeType !== Node.ELEMENT_NODE) {
    now.nodeValue = next.nodeValue;
    mark(now, changed);
    return;
  }
  attributes(now, next);
  children(now, next, changed);
}

function mark(node, changed) {
  if (node.nodeType === Node.TEXT_NODE && !node.nodeValue.trim()) return;
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  if (element && element !== document.body && element.localName !== "script") changed.add(element);
}

/** Shows for a moment what has changed. */
function flash(element) {
  if (quiet.matches || !element.animate) return;
  element.animate([{ outline: "2px solid #d9a400", outlineOffset: "2px" }, { outline: "2px solid transparent", outlineOffset: "2px" }], { duration: 1200, easing: "ease-in" });
}
