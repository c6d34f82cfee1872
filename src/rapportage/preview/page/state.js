/* What the server told, in parts by name; each news holds only the parts that differ. */

const PART = / data-bron="([^"]*)"/g;

/** Whether one file is one thing that is shown: all that is wrong with it is shown there. */
const isOneThing = (file) => /\/(figuren|tabellen)\/[^/]+$/.test(file);

/** Whether what is wrong on a line can be shown only where that very line is: what is on others is elsewhere. */
const isListed = (file) => file.endsWith(".yaml") && !isOneThing(file);

export class State {
  constructor() {
    this.parts = new Map();
  }

  /** Take in one news; which parts it changed. */
  take(news) {
    this.told = null;
    const changed = new Set(news.weg);
    for (const name of news.weg) this.parts.delete(name);
    for (const [name, part] of Object.entries(news.delen)) {
      this.parts.set(name, part);
      changed.add(name);
    }
    if (changed.has("volgorde")) this.listed = this.lines = this.numbers = null;
    return changed;
  }

  get(name, otherwise) {
    return this.parts.has(name) ? this.parts.get(name) : otherwise;
  }

  /** The blocks of the text in reading order; the key of each is what it says, and as which of its like. */
  get blocks() {
    this.listed ??= keyed(this.get("volgorde", []).map((name) => this.get(`blok/${name}`)));
    return this.listed;
  }

  /** As which of all blocks one comes, by its key; -1 for one that is no more. */
  indexOf(key) {
    this.numbers ??= new Map(this.blocks.map((block, at) => [block.key, at]));
    return this.numbers.get(key) ?? -1;
  }

  /**
   * Where it is shown what stands on a line of a file: the block, and which part of it; null where it is not.
   * A text goes on to the next line that something begins on; of what has many keys each line is by itself.
   */
  at(file, line) {
    this.lines ??= spots(this.blocks);
    const all = this.lines.get(file) ?? [];
    const exact = all.filter((one) => one.regel === line);
    if (exact.length) return exact.find((one) => one.deel) ?? exact[0];
    if (isListed(file)) return null;
    if (isOneThing(file)) return all.findLast((one) => one.regel <= line) ?? all[0] ?? null;
    return all.findLast((one) => one.regel <= line && one.block.bestand === file && !one.isNote) ?? null;
  }

  /** Whether a paper shows this place. */
  shows(paper, { bestand, regel }) {
    const lines = this.get("bestanden", {})[paper]?.[bestand];
    return Boolean(lines) && (!isListed(bestand) || lines.includes(regel));
  }

  /** What an author must see beside a line: findings, open points and what was carried over unread. */
  get marks() {
    this.told ??= marks(this);
    return this.told;
  }
}

const words = new Map();

/** What a piece of HTML says. */
export function plain(html) {
  let known = words.get(html);
  if (known === undefined) {
    known = html
      .replace(/<[^>]*>/g, " ")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&nbsp;/g, " ")
      .replace(/&amp;/g, "&")
      .replace(/\s+/g, " ")
      .trim();
    if (words.size > 5000) words.clear();
    words.set(html, known);
  }
  return known;
}

/** All places in the blocks by their file, in the order of their lines; `deel` names a part of a block. */
function spots(blocks) {
  const lines = new Map();
  const add = (bestand, spot) => {
    if (!lines.has(bestand)) lines.set(bestand, []);
    lines.get(bestand).push(spot);
  };
  for (const block of blocks) {
    if (block.regel) add(block.bestand, { regel: block.regel, block, deel: "", isNote: false });
    for (const found of block.html.matchAll(PART)) {
      const place = placeIn(found[1]);
      const isNote = block.html.lastIndexOf('class="noottekst"', found.index) > block.html.lastIndexOf("<", found.index);
      if (place) add(place.bestand, { regel: place.regel, block, deel: plain(found[1]), isNote });
    }
  }
  for (const all of lines.values()) all.sort((one, other) => one.regel - other.regel);
  return lines;
}

/** The file and line that a part of a block says it is of. */
export function placeIn(told) {
  const [, bestand, regel] = /^(.*):(\d+)$/.exec(plain(told ?? "")) ?? [];
  return bestand ? { bestand, regel: Number(regel) } : null;
}

/** The parts of a block that have a line of their own, as it says them. */
export const partsOf = (block) => [...block.html.matchAll(PART)].map(([, told]) => plain(told));

/** Whether its author can change this file: what comes with rapportage itself is not in the workspace. */
export const isOwn = (file) => /^(content|templates)\//.test(file ?? "");

/** Listen to a paper, with its pages or without; how to stop doing so. */
export function listen(paper, view, hear, lost) {
  const asked = new URLSearchParams({ stuk: paper, beeld: view });
  const source = new EventSource(`nieuws?${asked}`);
  source.onmessage = (event) => hear(JSON.parse(event.data));
  source.onerror = () => lost(source.readyState === EventSource.CLOSED);
  return () => source.close();
}

function keyed(blocks) {
  const counts = new Map();
  return blocks.map((block) => {
    const said = `${block.bestand}\n${block.html.replace(/ data-bron="[^"]*"/g, "")}`;
    const count = (counts.get(said) ?? 0) + 1;
    counts.set(said, count);
    return { key: `${said}\n${count}`, ...block };
  });
}

const KINDS = {
  fout: "fout",
  waarschuwing: "let op",
  tip: "tip",
  open: "open punt",
  ongelezen: "nog niet nagelezen",
};

/** What is told beside a place: in a word, and in full. */
function marked(kind, words, { bestand, regel }) {
  const word = KINDS[kind];
  const full = words === word || kind === "open" ? word : `${word}: ${words}`;
  return { soort: kind, woord: word, tekst: full, bestand, regel };
}

function marks(state) {
  const found = [];
  for (const one of state.get("bevindingen", [])) {
    const kind = one.naam === "open-punt" ? "open" : one.naam === "ongelezen" ? "ongelezen" : one.ernst;
    if (kind === "ongelezen" && state.get("ongelezen", []).some((other) => other.bestand === one.bestand)) continue;
    found.push(marked(kind, one.tekst, one));
  }
  const known = new Set(found.map((one) => `${one.soort} ${one.bestand}:${one.regel}`));
  for (const kind of ["open", "ongelezen"]) {
    for (const one of state.get(kind, [])) {
      if (known.has(`${kind} ${one.bestand}:${one.regel}`)) continue;
      found.push(marked(kind, one.tekst ?? KINDS[kind], one));
    }
  }
  return found;
}

/** An element with what is in it. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
