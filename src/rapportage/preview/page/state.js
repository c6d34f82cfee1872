/* What the server told, in parts by name; each news holds only the parts that differ. */

const NOTE = / class="noottekst"[^>]* data-bron="([^"]*)"/g;

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
    if (changed.has("volgorde")) this.listed = this.lines = null;
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

  /** The block that stands on a line of a file: the last that begins on it or before it, or that has its note. */
  blockAt(file, line) {
    if (!this.lines) {
      this.lines = new Map();
      this.notes = new Map();
      for (const block of this.blocks) {
        for (const [, where] of block.html.matchAll(NOTE)) this.notes.set(plain(where), block);
        if (!block.regel) continue;
        if (!this.lines.has(block.bestand)) this.lines.set(block.bestand, []);
        this.lines.get(block.bestand).push(block);
      }
      for (const blocks of this.lines.values()) blocks.sort((one, other) => one.regel - other.regel);
    }
    return this.notes.get(`${file}:${line}`) ?? this.lines.get(file)?.findLast((block) => block.regel <= line) ?? null;
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

function marks(state) {
  const found = [];
  for (const one of state.get("bevindingen", [])) {
    const kind = one.naam === "open-punt" ? "open" : one.naam === "ongelezen" ? "ongelezen" : one.ernst;
    if (kind === "ongelezen" && state.get("ongelezen", []).some((other) => other.bestand === one.bestand)) continue;
    found.push({ soort: kind, woord: KINDS[kind], tekst: one.tekst, bestand: one.bestand, regel: one.regel });
  }
  const known = new Set(found.map((one) => `${one.soort} ${one.bestand}:${one.regel}`));
  for (const kind of ["open", "ongelezen"]) {
    for (const one of state.get(kind, [])) {
      if (known.has(`${kind} ${one.bestand}:${one.regel}`)) continue;
      found.push({ soort: kind, woord: KINDS[kind], tekst: one.tekst ?? KINDS[kind], bestand: one.bestand, regel: one.regel });
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
