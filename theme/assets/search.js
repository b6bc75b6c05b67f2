// Searches the site in the browser. The build has cut the index into small files; a query loads the few that it needs.
// What the files hold is described where they are written, in the compiler's folder Rendering/Search.

/** The files that have been asked for, by name, so that each is loaded once. */
class Shards {
  #files = new Map();

  constructor(folder, fetch) {
    this.folder = folder;
    this.fetch = fetch;
  }

  /** A file of the index, read by a function. */
  get(name, read) {
    if (!this.#files.has(name)) {
      const file = this.#load(name).then(read);
      file.catch(() => this.#files.delete(name));
      this.#files.set(name, file);
    }
    return this.#files.get(name);
  }

  async #load(name) {
    const answer = await this.fetch(`${this.folder}${name}.bin`);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    const inflated = answer.body.pipeThrough(new DecompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(inflated).arrayBuffer());
  }
}

/** Reads the numbers and words of a file. */
class Reader {
  #at = 0;
  #last = "";
  #text = new TextDecoder();

  constructor(bytes) {
    this.bytes = bytes;
  }

  get isAtEnd() {
    return this.#at >= this.bytes.length;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.#at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  take(length) {
    return this.bytes.subarray(this.#at, (this.#at += length));
  }

  word() {
    const shared = this.number();
    this.#last = this.#last.slice(0, shared) + this.#text.decode(this.take(this.number()));
    return this.#last;
  }
}

const readWords = (bytes) => {
  const [reader, words] = [new Reader(bytes), []];
  while (!reader.isAtEnd) {
    const text = reader.word();
    const count = reader.number();
    words.push({ text, count: count >> 1, isThinned: (count & 1) === 1, bits: reader.take(reader.number()) });
  }
  return words;
};

const readList = (bytes) => {
  const [reader, words] = [new Reader(bytes), []];
  while (!reader.isAtEnd) words.push(reader.word());
  return words;
};

const readResults = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/** The entries of a word, each with the field where it stands: see ShardWriter.Postings. */
const postings = ({ count, bits }, entries, visit) => {
  let at = 0;
  const bit = () => (bits[at >> 3] >> (7 - (at++ & 7))) & 1;
  const number = (length) => {
    let value = 0;
    while (length-- > 0) value = (value << 1) | bit();
    return value;
  };
  const low = Math.floor(Math.log2(Math.max(1, Math.floor((entries * 11) / (16 * count)))));
  for (let i = 0, entry = 0; i < count; i++, entry++) {
    let high = 0;
    while (bit()) high++;
    entry += high * 2 ** low + number(low);
    let field = 0;
    while (field < 3 && bit()) field++;
    if (field === 3) field += number(2);
    visit(entry, field);
  }
};

const LIGATURES = { ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", đ: "d", ł: "l", ı: "i", ſ: "s", ς: "σ" };

/** A text as the index has it: lower case, without accents. */
export const fold = (text) =>
  text
    .toLowerCase()
    .replace(/[\u00c0-\u024f\u0370-\u04ff\u1e00-\u1fff]/g, (letter) => letter.normalize("NFD"))
    .replace(/[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0655]/g, "")
    .replace(/[ßæœþøđłıſς]/g, (letter) => LIGATURES[letter]);

const WORD = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{M}\p{Nd}]|(?<=\p{Nd})[.,](?=\p{Nd}))+/gu;

const ASTRAL = "\\u{10000}-\\u{10ffff}";
const OF_WORD = `[\\p{L}\\p{M}\\p{Nd}${ASTRAL}]`;
const LETTER = `(?:(?![${ASTRAL}])\\p{L})`;

/** A point of an abbreviation: between a single letter and one letter or two, in either order. Abbreviations.cs says the same. */
const POINT = ["{1}:{1,2}", "{2}:{1}"]
  .map((lengths) => lengths.split(":"))
  .map(([before, after]) => `(?<=(?<!${OF_WORD})${LETTER}${before})\\.(?=${LETTER}${after}(?!${OF_WORD}))`)
  .join("|");
const POINTS = new RegExp(POINT, "gu");

/** The words of a text, and what stands between them. */
const PIECES = new RegExp(`((?:[\\p{L}\\p{M}\\p{Nd}]|${POINT})+)`, "u");

/** The words of a text; U.S. is the word US. */
export const words = (text) =>
  (
    fold(text.replace(POINTS, ""))
      .replace(/(?<=[\p{L}\p{Nd}])['’]s(?![\p{L}\p{Nd}])/gu, " ")
      .replace(/(?<=[\p{L}\p{Nd}])['’](?=\p{L})/gu, "")
      .match(WORD) ?? []
  )
    .map((word) => word.replaceAll(",", "").slice(0, 40))
    .filter((word) => word.length > 1 || /[^\p{L}]|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/u.test(word));

/** What remains of a word without the ending of a plural. */
const stem = (word) => (word.length < 4 ? word : word.replace(/(?:ies|y)$/, "i").replace(/(?<=(?:s|x|z|ch|sh))es$|(?<!s)s$/, ""));

/** How many letters have to be changed, added, left out or swapped to make one word of another; more than the limit is Infinity. */
const distance = (from, to, limit, isOpen) => {
  if (from.length - to.length > limit || (!isOpen && to.length - from.length > limit)) return Infinity;
  let [before, last] = [[], Array.from({ length: to.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return Infinity;
    [before, last] = [last, row];
  }
  const least = isOpen ? Math.min(...last.slice(from.length - 1)) : last[to.length];
  return least > limit ? Infinity : least;
};

const reversed = (word) => [...word].reverse().join("");

/** How much an entry counts by the field that a word stands in, and by what the entry is. */
const FIELDS = [1, 1.5, 3, 5, 6, 8, 10];
const KINDS = { article: 1.3, page: 0.9, sheet: 1.2, person: 1.2, organisation: 1.2, place: 1.1, term: 1.1, event: 0.8, quote: 0.7, fact: 0.8 };

const MOST_SHARDS = 3;
const MOST_CORRECTIONS = 6;
const SHORTEST_CORRECTED = 4;

/** The index of a site. */
export class Index {
  constructor(manifest, fetch) {
    this.manifest = manifest;
    this.shards = new Shards(manifest.folder, fetch);
  }

  static async open(url, fetch = globalThis.fetch) {
    const get = (address) => fetch(address);
    const answer = await get(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return new Index(await answer.json(), get);
  }

  /** Finds the entries for a query, the best first. */
  async search(query) {
    const asked = [...new Set(words(query))];
    const isTyping = /[\p{L}\p{M}\p{Nd}]$/u.test(query);
    const matches = await Promise.all(asked.map((word, i) => this.#matches(word, isTyping && i === asked.length - 1)));
    let found = this.#ranked(matches);
    if (asked.length > 1 && !found.isWhole) {
      // Each word is there, but not together: perhaps one of them is not the word that was meant.
      const wider = await Promise.all(matches.map(async (match, i) => (match.corrected ? match : { ...match, words: [...match.words, ...(await this.#corrections(asked[i], false))] })));
      const again = this.#ranked(wider);
      if (again.isWhole) {
        found = again;
        wider.forEach((match, i) => (matches[i] = { ...match, corrected: match.words.length > matches[i].words.length }));
      }
    }
    const corrected = asked.filter((_, i) => matches[i].corrected);
    const marked = new Set(matches.flatMap((match) => match.words.map((word) => word.text)));
    return { ...found, corrected, marked, begins: isTyping ? asked.at(-1) : undefined };
  }

  /** An entry as results show it. */
  async result(entry) {
    const [kind, first, each, shard] = this.manifest.kinds.findLast((files) => files[1] <= entry);
    const results = await this.shards.get(`results-${shard + Math.floor((entry - first) / each)}`, readResults);
    const [url, title, text, context] = results[(entry - first) % each];
    return { kind, url, title, text, context };
  }

  #kind(entry) {
    return this.manifest.kinds.findLast((files) => files[1] <= entry)[0];
  }

  /** The words of the site that a word of the query may mean, each with how well it fits. */
  async #matches(word, isTyping) {
    const root = stem(word);
    const near = root.length > 2 ? root.slice(0, -1) + (root.endsWith("i") ? "" : root.at(-1)) : word;
    const found = [];
    for (const shard of await this.#range("words", word, near, readWords)) {
      for (const known of shard) {
        if (known.text === word) found.push({ ...known, fit: 1 });
        else if (stem(known.text) === root) found.push({ ...known, fit: 0.9 });
        else if (isTyping && known.text.startsWith(word)) found.push({ ...known, fit: 0.5 + (0.4 * word.length) / known.text.length });
      }
    }
    if (found.length > 0) return { words: found };
    const corrections = await this.#corrections(word, isTyping);
    return { words: corrections, corrected: corrections.length > 0 };
  }

  /** The words that a mistyped word may mean. A mistake leaves its first or its second half as it was, so that the lists are read from both ends. */
  async #corrections(word, isTyping) {
    if (word.length < SHORTEST_CORRECTED) return [];
    const half = Math.floor(word.length / 2);
    const ending = reversed(word).slice(0, word.length - half - 1);
    const [beginnings, endings] = await Promise.all([
      this.#range("beginnings", word.slice(0, half), word.slice(0, half), readList),
      this.#range("endings", ending, ending, readList),
    ]);
    const candidates = new Map();
    const limit = word.length < 8 ? 1 : 2;
    const consider = (known) => {
      if (candidates.has(known) || known === word) return;
      const whole = distance(word, known, limit, false);
      const begun = isTyping && whole === Infinity ? distance(word, known, 1, true) + 0.5 : Infinity;
      const cost = Math.min(whole, begun) + (known[0] === word[0] ? 0 : 0.1);
      if (cost < Infinity) candidates.set(known, cost);
    };
    beginnings.flat().forEach(consider);
    endings.flat().forEach((known) => consider(reversed(known)));
    const least = Math.min(...candidates.values());
    const best = [...candidates]
      .filter(([, cost]) => cost < least + 0.9)
      .sort(([one, cost], [other, more]) => cost - more || (one < other ? -1 : 1))
      .slice(0, MOST_CORRECTIONS);
    const corrected = await Promise.all(
      best.map(async ([known, cost]) => (await this.#range("words", known, known, readWords)).flat().find((entry) => entry.text === known && (entry.fit = 0.8 / (1 + cost)))),
    );
    return corrected.filter((known) => known !== undefined);
  }

  /** The files of a sorted list that hold a word, and those beside it that hold what begins as a prefix does. */
  #range(list, word, prefix, read) {
    const firsts = this.manifest[list];
    const holder = (text) => Math.max(0, firsts.findLastIndex((first) => first <= text));
    const [middle, first, last] = [holder(word), holder(prefix), holder(`${prefix}\uffff`)];
    const numbers = [];
    for (let i = middle; i <= last && numbers.length < MOST_SHARDS && firsts.length > 0; i++) numbers.push(i);
    for (let i = middle - 1; i >= first && numbers.length < MOST_SHARDS; i--) numbers.push(i);
    return Promise.all(numbers.map((number) => this.shards.get(`${list}-${number}`, read)));
  }

  /** Puts the entries in order of how much the words of the query count in them: those that have all of them, or else the ones that come closest. */
  #ranked(matches) {
    const { entries } = this.manifest;
    const scores = new Map();
    for (const { words: known } of matches) {
      const best = new Map();
      const rarity = Math.log(1 + entries / known.reduce((sum, word) => sum + word.count, 0));
      for (const word of known) {
        postings(word, entries, (entry, field) => best.set(entry, Math.max(best.get(entry) ?? 0, word.fit * rarity * FIELDS[field])));
      }
      for (const [entry, score] of best) {
        const sum = scores.get(entry) ?? { entry, score: 0, words: 0 };
        sum.score += score;
        sum.words++;
        scores.set(entry, sum);
      }
    }
    // What is frequent on a large site is only looked for where it matters, so that its absence says nothing.
    const needed = matches.filter(({ words: known }) => !known.some((word) => word.isThinned)).length;
    const isWhole = [...scores.values()].some((sum) => sum.words >= needed);
    const ranked = [...scores.values()]
      .filter((sum) => !isWhole || sum.words >= needed)
      .map((sum) => ({ ...sum, score: sum.score * KINDS[this.#kind(sum.entry)] }))
      .sort((one, other) => (isWhole && other.words - one.words) || other.score - one.score || one.entry - other.entry);
    const hits = isWhole ? ranked : ranked.filter((sum) => sum.score > ranked[0].score / 4);
    return { hits, isWhole };
  }
}

/** The search box of a page. */
class SearchBox {
  #index;
  #run = 0;
  #shown = 0;
  #found;

  constructor(box) {
    this.box = box;
    this.input = box.querySelector("input");
    this.status = box.querySelector("[role=status]");
    this.list = box.querySelector("ol");
    this.more = box.querySelector(".more");
    this.words = box.dataset;
    this.language = document.documentElement.lang;
    this.input.addEventListener("input", () => this.#search());
    this.input.addEventListener("focus", () => this.#open(), { once: true });
    this.input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#search().then(() => this.list.querySelector("a")?.focus());
    });
    this.more.addEventListener("click", () => this.#show(true));
    document.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Searches for what the address asks for. */
  start(query) {
    this.input.value = query;
    if (query) this.#search();
  }

  async #open() {
    this.#index ??= Index.open(this.words.index);
    this.#index.catch(() => (this.#index = undefined));
    return this.#index;
  }

  async #search() {
    const run = ++this.#run;
    const query = this.input.value.trim();
    if (this.words.keep !== undefined) history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    try {
      const index = await this.#open();
      const found = query ? await index.search(this.input.value.trimStart()) : undefined;
      if (run !== this.#run) return;
      this.#found = found;
      this.#shown = 0;
      await this.#show(false);
    } catch {
      if (run === this.#run) this.status.textContent = this.words.failed;
    }
  }

  async #show(isMore) {
    const [run, found, index] = [this.#run, this.#found, await this.#open()];
    const next = (found?.hits ?? []).slice(this.#shown, this.#shown + 8);
    const results = await Promise.all(next.map((hit) => index.result(hit.entry)));
    if (run !== this.#run) return;
    const items = results.map((result) => this.#item(result, found));
    if (isMore) this.list.append(...items);
    else this.list.replaceChildren(...items);
    this.#shown += items.length;
    this.more.hidden = !found || this.#shown >= found.hits.length;
    if (!isMore) this.status.textContent = this.#summary(found);
    else items[0]?.querySelector("a").focus();
  }

  #summary(found) {
    if (!found) return "";
    const { none, one, many, closest, corrected } = this.words;
    const query = this.input.value.trim();
    const count = found.hits.length;
    const lines = [count === 0 ? none : count === 1 ? one : many];
    if (count > 0 && !found.isWhole) lines.push(closest);
    if (count > 0 && found.corrected.length > 0) lines.push(corrected);
    const list = [...found.marked].slice(0, 4).join(", ");
    return lines.join(" ").replace("{count}", count.toLocaleString(this.language)).replace("{query}", () => query).replace("{words}", () => list);
  }

  #item({ kind, url, title, text, context }, found) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url;
    if (context) link.append(...this.#marked(`${context} · `, found));
    link.append(...this.#marked(title, found));
    const label = document.createElement("span");
    label.className = "kind";
    label.textContent = this.words[`kind${kind[0].toUpperCase()}${kind.slice(1)}`];
    const below = document.createElement("p");
    below.append(...this.#marked(text, found));
    item.append(link, " ", label, below);
    return item;
  }

  /** A text with the words that were found marked. */
  #marked(text, { marked, begins }) {
    return text.split(PIECES).map((piece) => {
      const word = fold(piece.replace(POINTS, ""));
      if (!marked.has(word) && !(begins && word.startsWith(begins))) return piece;
      const mark = document.createElement("mark");
      mark.textContent = piece;
      return mark;
    });
  }

  #key(event) {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (key === "/" && !target.closest("input, textarea, select, [contenteditable]")) this.input.focus();
    else if (key === "Escape" && this.box.contains(target)) {
      this.input.value = "";
      this.input.focus();
      this.#search();
    } else if ((key === "ArrowDown" || key === "ArrowUp") && this.box.contains(target)) {
      const stops = [this.input, ...this.list.querySelectorAll("a")];
      const stop = stops.indexOf(target) + (key === "ArrowDown" ? 1 : -1);
      if (!stops.includes(target) || !stops[stop]) return;
      stops[stop].focus();
    } else return;
    event.preventDefault();
  }
}

const box = globalThis.document?.querySelector("search[data-index]");
if (box) {
  // On the page of what is not found, the address that was asked for is the query, unless it was that page itself.
  const isMissed = !document.querySelector("link[rel=canonical]")?.href.endsWith(location.pathname);
  const missed = !isMissed ? "" : decodeURIComponent(location.pathname).replace(/\.\w+$/, "").split(/[^\p{L}\p{M}\p{Nd}]+/u).join(" ").trim();
  new SearchBox(box).start(box.dataset.keep === undefined ? missed : new URLSearchParams(location.search).get("q") ?? "");
}
