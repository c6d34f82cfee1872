/* What changed: marked for a moment where it stands, and gone to from elsewhere. */

const KEY = "F8";
const LASTS = 2500; // so many milliseconds a mark is seen
const MOST = 20; // where a number in each of many blocks changed, to mark them all says nothing

export class Changes {
  /** `button` goes to the next change out of sight; `parts` gives the elements of a place. */
  constructor(button, reading, parts, go) {
    this.button = button;
    this.reading = reading;
    this.parts = parts;
    this.fresh = []; // what is not marked yet
    this.marked = []; // what is, and since when
    this.left = []; // what was not seen yet
    button.addEventListener("click", () => this.next(go));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.clear();
      if (event.key !== KEY || event.altKey || event.ctrlKey || event.metaKey || button.hidden) return;
      event.preventDefault();
      this.next(go);
    });
  }

  clear() {
    this.fresh = this.marked = this.left = [];
    this.button.hidden = true;
  }

  /** Take in what is otherwise in the text; the pages may not show it yet. */
  take(between) {
    this.fresh = [...between.fresh, ...this.fresh.map((place) => between.moved(place))].slice(0, MOST);
    this.marked = this.marked.map(({ place, since }) => ({ place: between.moved(place), since }));
    this.left = this.left.map((place) => between.moved(place));
  }

  /** Mark what changed, as it can be seen by now, also where other pages took the place of those with a mark. */
  show() {
    const now = performance.now();
    this.marked = this.marked.filter(({ since }) => now < since + LASTS);
    for (const { place, since } of this.marked) {
      for (const part of this.parts(place)) if (!part.classList.contains("nieuw")) flash(part, since - now);
    }
    if (!this.fresh.length) return;
    for (const place of this.fresh) this.parts(place).forEach((part) => flash(part));
    this.marked = [...this.marked, ...this.fresh.map((place) => ({ place, since: now }))];
    this.left = this.fresh;
    this.fresh = [];
    this.look();
  }

  /** Offer the way to what changed for as long as none of it was seen. */
  look() {
    if (this.left.some((place) => this.parts(place).some((one) => this.reading.sees(one)))) this.left = [];
    const [first] = this.left.flatMap((place) => this.parts(place));
    this.button.hidden = !first;
    if (!first) return;
    const isAbove = first.getBoundingClientRect().top < this.reading.edge;
    this.button.dataset.kant = isAbove ? "boven" : "onder";
  }

  /** Go to what changed first; the keyboard goes along. */
  next(go) {
    const [first] = this.left;
    this.clear();
    go(first);
    this.parts(first)[0]?.focus({ preventScroll: true });
  }
}

/** Mark an element for a moment, that began so many milliseconds from now. */
export function flash(element, from = 0) {
  element.classList.remove("nieuw");
  void element.offsetWidth;
  element.style.animationDelay = `${from}ms`;
  element.classList.add("nieuw");
}
