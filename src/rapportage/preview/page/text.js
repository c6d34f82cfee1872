/* The paper as text: its blocks below each other, of which only those are made anew that differ. */

import { make, plain } from "./state.js";

const policy = window.trustedTypes?.createPolicy("rapportage", { createHTML: (html) => html });

/** Put a piece of a paper in an element: the server wrote it, and its words are words alone. */
export function fill(element, html) {
  element.innerHTML = policy ? policy.createHTML(html) : html;
}

const inert = document.implementation.createHTMLDocument(""); // in which no picture is fetched
const parsed = new Map();

/** A piece of a paper by itself, to be read. */
export function apart(html) {
  const root = inert.createElement("div");
  fill(root, html);
  return root;
}

/** What a part of a block says, or else the block. */
export function wordsOf({ html }, part) {
  if (!html.includes(" data-bron=")) return plain(html);
  if (!parsed.has(html)) {
    if (parsed.size > 1000) parsed.clear();
    const parts = [...apart(html).querySelectorAll("[data-bron]")].reverse();
    parsed.set(html, new Map(parts.map((one) => [one.dataset.bron, plain(one.innerHTML)])));
  }
  return parsed.get(html).get(part) ?? plain(html);
}

export class Text {
  constructor(root) {
    this.root = root;
    this.name = "tekst";
    this.known = new Map(); // the element of each block, by its key
    this.state = null;
  }

  clear() {
    this.root.replaceChildren();
    this.known.clear();
  }

  /** Show the blocks as they are now; what says the same as before stays, wherever it comes from by now. */
  show(state) {
    this.state = state;
    const before = this.known;
    this.known = new Map(state.blocks.map((block) => [block.key, before.get(block.key) ?? this.made(block)]));
    for (const [key, element] of before) {
      if (!this.known.has(key)) element.remove();
    }
    let next = this.root.firstElementChild;
    for (const block of state.blocks) {
      const element = this.known.get(block.key);
      place(element, block);
      if (element === next) next = next.nextElementSibling;
      else this.root.insertBefore(element, next);
    }
    const language = state.get("stuk", {}).taal;
    if (language) this.root.lang = language;
    this.mark(state);
  }

  made(block) {
    const element = make("div", { className: "blok", tabIndex: -1 });
    if (block.niveau) element.dataset.niveau = block.niveau;
    const words = make("div", { className: "woorden" });
    fill(words, block.html);
    for (const wide of words.querySelectorAll(".breed")) reachable(wide);
    element.append(words);
    return element;
  }

  /** Put beside each block what its author must see. */
  mark(state) {
    const told = new Map();
    for (const one of state.marks) {
      const block = state.at(one.bestand, one.regel)?.block;
      if (!block || (block.einde < one.regel && one.soort === "ongelezen")) continue;
      told.set(block.key, [...(told.get(block.key) ?? []), one]);
    }
    for (const [key, element] of this.known) {
      const here = told.get(key) ?? [];
      const now = JSON.stringify(here);
      if (element.dataset.merken === now || (!here.length && !element.dataset.merken)) continue;
      element.dataset.merken = here.length ? now : "";
      element.querySelector(":scope > .merken")?.remove();
      element.classList.toggle("open", here.some((one) => one.soort === "open"));
      element.classList.toggle("ongelezen", here.some((one) => one.soort === "ongelezen"));
      if (here.length) element.append(notes(here));
    }
  }

  elements() {
    return [...this.root.children];
  }

  /** The first element that is not wholly above this height of the window. */
  topmost(height) {
    const isBelow = (element) => element.getBoundingClientRect().bottom > height;
    const block = this.elements().find(isBelow);
    const parts = [...(block?.querySelectorAll("[data-bron]") ?? [])];
    return parts.findLast((part) => isBelow(part) && part.getBoundingClientRect().top <= height) ?? block;
  }

  /** The block that an element is of. */
  blockOf(element) {
    return this.state?.blocks[this.elements().indexOf(element.closest(".blok"))];
  }

  /** The elements that show a block, or what stands on a line, in the block that is named: a part of it, or all. */
  parts({ bestand, regel, key, html }) {
    const own = this.known.get(key);
    if (own && html !== undefined) return [own];
    const spot = own ? { deel: `${bestand}:${regel}` } : this.state?.at(bestand, regel);
    const element = own ?? this.known.get(spot?.block.key);
    if (!element) return [];
    return [(spot.deel && element.querySelector(`[data-bron="${CSS.escape(spot.deel)}"]`)) || element];
  }

  /** The element that shows a block, or what stands on a line. */
  find(place) {
    const [element] = this.parts(place);
    return element ? { element, also: [] } : null;
  }
}

const placed = new WeakMap();

/** Tell an element, and each part of it that has a line of its own, where it comes from. */
function place(element, { bestand, regel, html }) {
  const now = `${bestand}:${regel} ${html}`;
  if (placed.get(element) === now) return;
  placed.set(element, now);
  element.dataset.bestand = bestand;
  element.dataset.regel = regel;
  const parts = element.querySelectorAll("[data-bron]");
  [...html.matchAll(/ data-bron="([^"]*)"/g)].forEach(([, line], at) => {
    parts[at].dataset.bron = plain(line);
  });
}

function notes(here) {
  const seen = new Set();
  const list = make("ul", { className: "merken" });
  for (const one of here) {
    if (seen.has(one.tekst)) continue;
    seen.add(one.tekst);
    list.append(make("li", { className: one.soort }, one.tekst));
  }
  return list;
}

/** What is wider than its room can be moved by the keyboard. */
function reachable(wide) {
  const look = () => {
    if (wide.scrollWidth > wide.clientWidth) {
      wide.tabIndex = 0;
      wide.setAttribute("role", "region");
      wide.setAttribute("aria-label", wide.querySelector("caption")?.textContent || "Tabel");
    } else {
      wide.removeAttribute("tabindex");
      wide.removeAttribute("role");
      wide.removeAttribute("aria-label");
    }
  };
  new ResizeObserver(look).observe(wide);
}
