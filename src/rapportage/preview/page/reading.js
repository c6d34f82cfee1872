/* Where one reads: a place of the author's files, which stays where it is seen whatever changes around it. */

import { isOwn } from "./state.js";
import { placeOf } from "./source.js";

const SLIVER = 8; // so many pixels of what stands at the upper edge are nothing to read
const STILL = 3;
const ENOUGH = 24;
const ROUND = 0.1;

export class Reading {
  /** `shown` gives the view, which knows its elements by the place they are of; `moved` hears of a scroll. */
  constructor(paper, shown, moved) {
    this.paper = paper;
    this.shown = shown;
    this.anchor = null;
    this.scrolled = 0;
    this.known = this.size;
    let waiting = false;
    const look = () => {
      waiting = false;
      this.look();
      moved();
    };
    document.addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(look);
      waiting = true;
    });
    new ResizeObserver(() => this.restore()).observe(paper);
  }

  /** How far down the window the paper can be seen: below the bar, and below what is told of mistakes. */
  get edge() {
    const above = [document.querySelector("header"), document.getElementById("paneel")];
    const isStuck = (one) => one.childElementCount && getComputedStyle(one).position === "sticky";
    return Math.max(0, ...above.filter(isStuck).map((one) => one.getBoundingClientRect().bottom));
  }

  /** Whether one stands where one was brought to. */
  get isStill() {
    return Boolean(this.anchor) && Math.abs(window.scrollY - this.scrolled) < STILL;
  }

  /** Take what stands at the upper edge for what is read, if one scrolled by oneself. */
  look() {
    // What becomes shorter is moved by the browser: that is no wish of who reads.
    if (this.isStill || this.size !== this.known || !this.shown().elements().length) return;
    const first = this.shown().topmost(this.edge + SLIVER);
    let element = first;
    if (first && !isOwn(placeOf(first).bestand)) element = first.closest(".blok, .vlak");
    while (element && !isOwn(placeOf(element).bestand)) element = element.nextElementSibling;
    this.hold(window.scrollY && element ? this.standing(element) : null);
  }

  /** Whether enough of an element can be seen. */
  sees(element) {
    const { top, bottom, height } = element.getBoundingClientRect();
    const seen = Math.min(bottom, window.innerHeight) - Math.max(top, this.edge);
    return seen > 0 && seen >= Math.min(height, ENOUGH);
  }

  /** Keep this place where it is from here on; at the very top it is what comes there. */
  hold(anchor) {
    this.anchor = anchor;
    this.scrolled = window.scrollY;
  }

  /** Hold on to the same place, wherever its line is by now. */
  follow(between) {
    if (!this.anchor) return;
    const { gezocht } = this.anchor;
    this.anchor = { ...between.moved(this.anchor), gezocht: gezocht && between.moved(gezocht) };
  }

  /** The place of an element, and how much of all that is of it stands above which height of the window. */
  standing(element) {
    const place = { ...placeOf(element), key: this.shown().blockOf(element)?.key };
    const own = element.getBoundingClientRect();
    const height = Math.max(own.top, this.edge);
    const rooms = this.rooms(place);
    const above = rooms.filter((room) => room.top < own.top).reduce(sum, 0) + height - own.top;
    const total = rooms.reduce(sum, 0);
    return { ...place, ...this.view, hoogte: height, onder: height - this.edge, deel: total ? above / total : 0 };
  }

  get size() {
    return `${this.paper.clientWidth} × ${this.paper.clientHeight}`;
  }

  get view() {
    return { beeld: this.shown().name, breedte: this.paper.clientWidth };
  }

  rooms(place) {
    return this.shown().parts(place).map((one) => one.getBoundingClientRect());
  }

  /** Bring what is held back to where it stood; whether it is there. */
  restore() {
    this.known = this.size;
    const rooms = this.anchor ? this.rooms(this.anchor) : [];
    if (!rooms.length) return false;
    let above = this.anchor.deel * rooms.reduce(sum, 0);
    let at = 0;
    while (at < rooms.length - 1 && above > rooms[at].height - ROUND) above -= rooms[at++].height;
    const { beeld, breedte, hoogte, onder } = this.anchor;
    const isSame = beeld === this.view.beeld && breedte === this.view.breedte;
    const height = isSame ? hoogte : this.edge + Math.min(onder, window.innerHeight / 2);
    const by = rooms[at].top + above - height;
    if (Math.abs(by) >= 0.5) window.scrollBy({ top: by, behavior: "instant" });
    this.scrolled = window.scrollY;
    return true;
  }
}

const sum = (total, room) => total + room.height;
