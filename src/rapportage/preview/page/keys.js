/* The paper by the keyboard: one of all blocks is reached by the tab key, and from there the arrows go on. */

export class Keys {
  /** `elements` gives the blocks in reading order; `enter` hears which of them is chosen. */
  constructor(paper, elements, enter) {
    this.elements = elements;
    paper.addEventListener("keydown", (event) => {
      const element = event.target;
      if (!element.matches(".blok, .vlak")) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        this.step(element, step);
      } else if (event.key === "Enter") {
        enter(event);
        event.preventDefault();
      }
    });
    paper.addEventListener("focusin", (event) => {
      if (event.target.matches(".blok, .vlak")) this.rove(event.target);
    });
  }

  step(element, step) {
    const all = this.elements();
    const next = all[all.indexOf(element) + step];
    if (!next) return;
    this.rove(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** Have this block be the one, or else the one that was. */
  rove(element) {
    const before = document.querySelector("#papier [data-hier]");
    const next = element ?? (before?.isConnected && before.closest(":not([hidden])") ? before : this.elements()[0]);
    if (before && before !== next) {
      before.tabIndex = -1;
      delete before.dataset.hier;
    }
    if (next) {
      next.tabIndex = 0;
      next.dataset.hier = "";
    }
  }
}
