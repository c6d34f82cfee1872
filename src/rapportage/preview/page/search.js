/* Search in the paper, the same in both views. */

import { plain } from "./pages.js";

export class Search {
  constructor(field, buttons, told, go) {
    this.field = field;
    this.buttons = buttons;
    this.told = told;
    this.go = go;
    this.found = [];
    this.at = -1;
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
    return this.field.value.trim().toLocaleLowerCase("nl");
  }

  look(again = false) {
    const word = this.word;
    const blocks = word && this.state ? this.state.blocks : [];
    this.found = blocks.filter((block) => plain(block.html).toLocaleLowerCase("nl").includes(word));
    this.at = again ? Math.min(this.at, this.found.length - 1) : -1;
    for (const button of this.buttons) button.disabled = !this.found.length;
    this.tell();
    this.paint();
    if (!again && this.found.length) this.step(1);
  }

  step(by) {
    if (!this.found.length) return;
    this.at = (this.at + by + this.found.length) % this.found.length;
    const block = this.found[this.at];
    this.tell();
    this.go(block);
  }

  tell() {
    if (!this.word) this.told.textContent = "";
    else if (!this.found.length) this.told.textContent = "Niet gevonden";
    else this.told.textContent = `${this.at + 1} van ${this.found.length}`;
  }

  /** Mark the words themselves, where they are text and the browser can. */
  paint() {
    if (!window.Highlight || !CSS.highlights) return;
    const word = this.word;
    const ranges = [];
    const walker = document.createTreeWalker(document.getElementById("tekst"), NodeFilter.SHOW_TEXT);
    while (word && walker.nextNode() && ranges.length < 2000) {
      const text = walker.currentNode.data.toLocaleLowerCase("nl");
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + word.length);
        ranges.push(range);
      }
    }
    CSS.highlights.set("gezocht", new Highlight(...ranges));
  }
}
