/* The paper as text: its blocks below each other, of which only those are made anew that differ. */

import { make } from "./state.js";

const policy = window.trustedTypes?.createPolicy("rapportage", { createHTML: (html) => html });
const bare = (html) => html.replace(/ data-bron="[^"]*"/g, "");

export class Text {
  constructor(root) {
    this.root = root;
    this.known = new Map();
    this.shown = false;
  }

  clear() {
    this.root.replaceChildren();
    this.known.clear();
    this.shown = false;
  }

  /** Show the blocks as they are now; those that say something else than before. */
  show(state) {
    const blocks = state.blocks;
    const before = new Set([...this.known.values()].map((one) => bare(one.html)));
    const left = new Map(this.known);
    const fresh = [];
    let next = this.root.firstElementChild;
    this.known = new Map();
    for (const block of blocks) {
      let known = left.get(block.name);
      if (known) left.delete(block.name);
      else {
        known = { html: block.html, element: this.made(block) };
        if (this.shown && !before.has(bare(block.html))) fresh.push(known.element);
      }
      this.known.set(block.name, known);
      if (known.element === next) next = next.nextElementSibling;
      else this.root.insertBefore(known.element, next);
    }
    for (const { element } of left.values()) element.remove();
    if (blocks.length) this.shown = true;
    const language = state.get("stuk", {}).taal;
    if (language) this.root.lang = language;
    this.mark(state);
    return fresh;
  }

  made(block) {
    const element = make("div", { className: "blok", tabIndex: -1 });
    element.dataset.bestand = block.bestand;
    element.dataset.regel = block.regel;
    if (block.niveau) element.dataset.niveau = block.niveau;
    const words = make("div", { className: "woorden" });
    words.innerHTML = policy ? policy.createHTML(block.html) : block.html;
    for (const wide of words.querySelectorAll(".breed")) reachable(wide);
    element.append(words);
    return element;
  }

  /** Put beside each block what its author must see. */
  mark(state) {
    const told = new Map();
    for (const one of state.marks) {
      const block = state.blockAt(one.bestand, one.regel);
      if (!block || (block.einde < one.regel && one.soort === "ongelezen")) continue;
      told.set(block.name, [...(told.get(block.name) ?? []), one]);
    }
    for (const [name, { element }] of this.known) {
      const here = told.get(name) ?? [];
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

  /** The element that shows a line, or the part of it that does. */
  at(state, file, line) {
    const block = state.blockAt(file, line);
    const element = block && this.known.get(block.name)?.element;
    if (!element) return null;
    return element.querySelector(`[data-bron="${CSS.escape(`${file}:${line}`)}"]`) ?? element;
  }
}

function notes(here) {
  const seen = new Set();
  const list = make("ul", { className: "merken" });
  for (const one of here) {
    const words = one.tekst === one.woord || one.soort === "open" ? one.woord : `${one.woord}: ${one.tekst}`;
    if (seen.has(words)) continue;
    seen.add(words);
    list.append(make("li", { className: one.soort }, words));
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
