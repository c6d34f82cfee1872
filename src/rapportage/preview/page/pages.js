/* The paper as pages: pictures, each fetched when it comes near, over which one can point at what stands there. */

import { placeOf } from "./source.js";
import { isOwn, make } from "./state.js";
import { wordsOf } from "./text.js";

const NEAR = "120% 0px";

export class Pages {
  constructor(root) {
    this.root = root;
    this.name = "bladen";
    this.sheets = [];
    this.said([]);
    this.observer = new IntersectionObserver((seen) => this.come(seen), { rootMargin: NEAR });
  }

  clear() {
    this.observer.disconnect();
    this.root.replaceChildren();
    this.sheets = [];
    this.said([]);
  }

  /** Keep what the paper said when these pages were laid out. */
  said(blocks) {
    this.blocks = blocks;
    this.numbers = new Map(blocks.map((block, at) => [block.key, at]));
  }

  /** Show the pages as they are now, where they are near. */
  show(state, changed) {
    const listed = state.get("bladen", []);
    while (this.sheets.length > listed.length) {
      const gone = this.sheets.pop();
      this.observer.unobserve(gone.element);
      gone.element.remove();
    }
    listed.forEach(([digest, width, height], index) => {
      const sheet = this.sheets[index] ?? this.added(index);
      sheet.element.style.aspectRatio = `${width} / ${height}`;
      sheet.element.classList.toggle("liggend", width > height);
      Object.assign(sheet, { width, height });
      if (sheet.digest !== digest) {
        sheet.digest = digest;
        if (sheet.near) this.fetch(sheet);
        else this.empty(sheet);
      }
    });
    this.state = state;
    const moved = [...changed].some((name) => name === "eerste" || name.startsWith("vlakken/"));
    if (moved) this.said(state.blocks);
    if (!moved && !["bevindingen", "open", "ongelezen", "volgorde"].some((name) => changed.has(name))) return;
    const first = state.get("eerste", []);
    const areas = this.sheets.map((_, index) =>
      state.get(`vlakken/${index + 1}`, []).map(([top, bottom, file, line, after, note, left, right]) => {
        return { top, bottom, bestand: file, regel: line, after, number: (first[index] ?? 0) + after, note, left, right };
      }),
    );
    const marks = this.marked(state, areas);
    this.sheets.forEach((sheet, index) => {
      sheet.first = first[index] ?? 0;
      const told = areas[index].map((one) => this.told(one, marks.get(one) ?? [], state));
      const now = JSON.stringify(told);
      if (sheet.laid !== now) this.lay(sheet, told);
      sheet.laid = now;
    });
  }

  /** What an author must see of each area: on each page that shows the place, or else where its block begins. */
  marked(state, areas) {
    const marks = new Map();
    for (const one of state.marks) {
      const block = state.at(one.bestand, one.regel)?.block;
      if (!block || (block.einde < one.regel && one.soort === "ongelezen" && block.bestand === one.bestand)) continue;
      const number = this.numbers.get(block.key) ?? state.indexOf(block.key);
      const own = areas.map((all) => all.filter((area) => area.number === number));
      for (const [area] of nearest(own, one, true).filter((found) => found.length)) {
        marks.set(area, [...(marks.get(area) ?? []), one]);
      }
    }
    return marks;
  }

  added(index) {
    const areas = make("div", { className: "vlakken" });
    const picture = make("img", { alt: `Bladzijde ${index + 1}` });
    const element = make("div", { className: "blad" }, picture, areas);
    const sheet = { element, picture, areas, digest: "", shown: "", laid: "", near: false, height: 1, width: 1, first: 0 };
    this.sheets.push(sheet);
    this.root.append(element);
    this.observer.observe(element);
    return sheet;
  }

  come(seen) {
    for (const one of seen) {
      const sheet = this.sheets.find((sheet) => sheet.element === one.target);
      if (!sheet) continue;
      sheet.near = one.isIntersecting;
      if (sheet.near && sheet.shown !== sheet.digest) this.fetch(sheet);
    }
  }

  /** What is out of view is fetched when it comes near; until then it must not pass for what is there now. */
  empty(sheet) {
    if (!sheet.shown) return;
    const blank = make("img", { alt: sheet.picture.alt });
    sheet.picture.replaceWith(blank);
    sheet.picture = blank;
    sheet.shown = "";
    delete sheet.element.dataset.blad;
  }

  /** Put the new picture in the place of the old one, once it can be drawn. */
  async fetch(sheet) {
    const digest = sheet.digest;
    const picture = make("img", { alt: sheet.picture.alt, src: `blad/${digest}` });
    try {
      await picture.decode();
    } catch {
      return;
    }
    if (sheet.digest !== digest) return;
    sheet.picture.replaceWith(picture);
    sheet.picture = picture;
    sheet.shown = digest;
    sheet.element.dataset.blad = digest;
  }

  /** What stands somewhere on a page, with its words and what an author must see there. */
  told({ top, bottom, bestand, regel, after, number, note, left, right }, marks, state) {
    if (!isOwn(bestand)) return { top, bottom, after };
    const spot = note ? null : state.at(bestand, regel);
    const words = spot ? wordsOf(this.blocks[number] ?? spot.block, `${bestand}:${regel}`) : "";
    const short = `${words.slice(0, 160)}${words.length > 160 ? "…" : ""}`;
    const name = note ? `Voetnoot ${note}` : short || bestand.replace(/^.*\//, "");
    const kinds = new Map(marks.map((one) => [one.soort, one.woord]));
    const full = [...new Set(marks.map((one) => one.tekst))];
    const here = [...kinds].map(([soort, woord]) => {
      const own = [...new Set(marks.filter((one) => one.soort === soort).map((one) => one.tekst))];
      return { soort, woord: own.length > 1 ? `${woord} (${own.length})` : woord, tekst: own.join("\n") };
    });
    return { top, bottom, bestand, regel, after, note, left, right, here, full, label: `${name}, regel ${regel}` };
  }

  lay(sheet, areas) {
    sheet.areas.replaceChildren(...areas.map((one) => (one.bestand ? area(one) : make("span", { className: "plek" }))));
    [...sheet.areas.children].forEach((element, at) => {
      const { top, bottom, after, left, right } = areas[at];
      element.dataset.na = after;
      element.style.top = `${(100 * top) / sheet.height}%`;
      element.style.height = `${(100 * Math.max(Math.min(bottom, sheet.height) - top, 4)) / sheet.height}%`;
      if (left) element.style.left = `${(100 * left) / sheet.width}%`;
      if (left || right) element.style.width = `${(100 * ((right || 0.98 * sheet.width) - (left || 0.02 * sheet.width))) / sheet.width}%`;
    });
  }

  elements() {
    return [...this.root.querySelectorAll(".vlak")];
  }

  /** The first element that is not wholly above this height of the window; of `all`, also what has no place to tell. */
  topmost(height, all = false) {
    const isBelow = (element) => element.getBoundingClientRect().bottom > height;
    const first = this.sheets.findIndex((sheet) => isBelow(sheet.element));
    for (const sheet of first < 0 ? [] : this.sheets.slice(first)) {
      const kinds = all ? ".vlak:not(.noot), .plek" : ".vlak:not(.noot)";
      const area = [...sheet.areas.querySelectorAll(kinds)].find(isBelow);
      if (area) return area;
    }
    return null;
  }

  /** The block that an element is of. */
  blockOf(element) {
    const sheet = this.sheets.find((one) => one.areas.contains(element));
    return sheet && this.blocks[sheet.first + Number(element.dataset.na)];
  }

  /** The elements over what stands on a line, in the block that is named or else where that line is shown. */
  parts(place) {
    const block = this.state?.at(place.bestand, place.regel)?.block;
    const number = this.numbers.get(place.key) ?? this.numbers.get(block?.key);
    if (number === undefined && !place.key && !block) return [];
    const has = (sheet) => (one) => number === undefined || sheet.first + Number(one.dataset.na) === number;
    const all = this.sheets.map((sheet) => [...sheet.areas.children].filter(has(sheet)));
    const areas = all.map((own) => own.map((element) => ({ element, ...placeOf(element), note: element.matches(".noot") })));
    return nearest(areas, place, number !== undefined).flat().map((one) => one.element);
  }

  /**
   * The element over what stands so far into a place, how far down it that is, and what else may hold it.
   * A block goes from its first line to its last. Where on it words stand is reckoned: near the end of a page
   * they may be on the next.
   */
  find({ deel = 0, speling = 0, ...place }) {
    const parts = this.parts(place);
    if (place.einde && !this.blocks[this.numbers.get(place.key)]?.html.includes("<tr")) {
      const isWithin = ({ bestand, regel }) => bestand === place.bestand && regel > place.regel && regel <= place.einde;
      parts.push(...this.elements().filter((one) => isWithin(one.dataset) && !one.matches(".noot")));
    }
    if (!parts.length) return null;
    const heights = parts.map((one) => one.getBoundingClientRect().height);
    const total = heights.reduce((sum, height) => sum + height, 0);
    const spot = (share) => {
      let [at, down] = [0, Math.min(Math.max(share, 0), 1) * total];
      while (at < parts.length - 1 && down >= heights[at]) down -= heights[at++];
      return { element: parts[at], down };
    };
    const also = [spot(deel - speling), spot(deel + speling)].map((one) => one.element);
    return { ...spot(deel), also };
  }
}

/** A button over what stands somewhere on a page. */
function area({ bestand, regel, note, here, full, label }) {
  const button = make("button", { type: "button", className: note ? "vlak noot" : "vlak", tabIndex: -1 });
  button.setAttribute("aria-label", [label, ...full].join("; "));
  Object.assign(button.dataset, { bestand, regel, gemeld: full.join("; ") });
  for (const { soort, woord, tekst } of here) {
    button.append(make("span", { className: `merk ${soort}`, title: tekst }, woord));
  }
  return button;
}

/**
 * Of what stands on each page, that which begins on a line, or else on the last line before it. Where all is of
 * one block and none of its lines is before it, that is the first of all.
 */
function nearest(pages, { bestand, regel }, isOneBlock) {
  const isThere = (area) => area.bestand === bestand && (area.regel === regel || (area.regel < regel && !area.note));
  const there = pages.map((areas) => areas.filter(isThere));
  const line = Math.max(...there.flat().map((area) => area.regel));
  if (line > 0) return there.map((areas) => areas.filter((area) => area.regel === line));
  return isOneBlock ? [pages.flat().filter((area) => !area.note).slice(0, 1)] : [];
}
