/* Search in the paper, the same in both views. */

import { placeIn, plain } from "./state.js";
import { apart } from "./text.js";

const APART = "p, li, td, th, dt, dd, caption, figcaption, h1, h2, h3, h4, h5, div";
const NOTHING = "Niet gevonden; woorden in figuren tellen niet mee";
const LINES = 150; // so many characters more or less may stand above a place on a page

/** The words as one types them: without capitals, and with the marks that a keyboard has. */
const typed = (words) => words.toLocaleLowerCase("nl").replace(/[‘’‚]/g, "'").replace(/[“”„]/g, '"');

export class Search {
  /** `go` is told where the words are, and as how many-eth of those in one place, from 0. */
  constructor(field, buttons, told, go) {
    this.field = field;
    this.buttons = buttons;
    this.told = told;
    this.go = go;
    this.found = [];
    this.at = -1;
    this.ranges = [];
    field.addEventListener("input", () => this.look());
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        this.step(event.shiftKey ? -1 : 1);
      } else if (event.key === "Escape") {
        field.value = "";
        this.look();
      }
    });
    buttons[0].addEventListener("click", () => this.step(-1));
    buttons[1].addEventListener("click", () => this.step(1));
  }

  /** Search in these blocks from here on; one stays where one was. */
  over(state) {
    this.state = state;
    if (this.field.value) this.look(true);
  }

  get word() {
    return typed(this.field.value.trim());
  }

  look(again = false) {
    const word = this.word;
    const blocks = word && this.state ? this.state.blocks : [];
    const has = blocks.filter((block) => typed(plain(block.html)).includes(word));
    this.found = has.flatMap((block) => spots(block, word));
    this.at = again ? Math.min(this.at, this.found.length - 1) : -1;
    for (const button of this.buttons) button.disabled = !this.found.length;
    this.tell();
    this.paint();
    if (!again && this.found.length) this.step(1);
  }

  step(by) {
    if (!this.found.length) return;
    this.at = (this.at + by + this.found.length) % this.found.length;
    this.tell();
    const spot = this.found[this.at];
    const alike = this.found.filter((one) => one.key === spot.key && one.bestand === spot.bestand && one.regel === spot.regel);
    this.go(spot, alike.indexOf(spot));
  }

  tell() {
    if (!this.word) this.told.textContent = "";
    else if (!this.found.length) this.told.textContent = NOTHING;
    else this.told.textContent = `${this.at + 1} van ${this.found.length}`;
  }

  /** The element that these words stand in, of all that is shown in one; nothing where they are a picture. */
  within(element, at) {
    const inside = this.ranges.filter((range) => element.contains(range.startContainer));
    return inside[at]?.startContainer.parentElement;
  }

  /** Mark the words themselves, where they are text and the browser can. */
  paint() {
    if (!window.Highlight || !CSS.highlights) return;
    const word = this.word;
    const ranges = [];
    const walker = document.createTreeWalker(document.getElementById("tekst"), NodeFilter.SHOW_TEXT);
    while (word && walker.nextNode() && ranges.length < 2000) {
      const text = typed(walker.currentNode.data);
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + word.length);
        ranges.push(range);
      }
    }
    this.ranges = ranges;
    CSS.highlights.set("gezocht", new Highlight(...ranges));
  }
}

/** Each place of the words in a block: its line, or that of the part of it they stand in, and how far into that. */
function spots(block, word) {
  const root = apart(block.html);
  const said = new Map();
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let before = null;
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const part = parentElement.closest("[data-bron]") ?? root;
    const room = parentElement.closest(APART);
    said.set(part, `${said.get(part) ?? ""}${room === before ? "" : " "}${data}`);
    before = room;
  }
  return [...said].flatMap(([part, text]) => places(block, part, typed(text).replace(/\s/g, " "), word));
}

function places(block, part, text, word) {
  const { bestand, regel, einde, key } = block;
  const own = { key, ...(placeIn(part.dataset.bron) ?? { bestand, regel, einde }) };
  const found = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    found.push({ ...own, deel: (at + word.length / 2) / text.length, speling: LINES / text.length });
  }
  return found;
}
