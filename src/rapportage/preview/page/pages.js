/* The paper as pages: pictures, each fetched when it comes near, over which one can point at what stands there. */

import { isOwn, make, plain } from "./state.js";

const NEAR = "120% 0px";

export class Pages {
  constructor(root) {
    this.root = root;
    this.name = "bladen";
    this.sheets = [];
    this.blocks = []; // what the paper said when these pages were laid out
    this.observer = new IntersectionObserver((seen) => this.come(seen), { rootMargin: NEAR });
  }

  clear() {
    this.observer.disconnect();
    this.root.replaceChildren();
    this.sheets = [];
    this.blocks = [];
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
      sheet.height = height;
      if (sheet.digest !== digest) {
        sheet.digest = digest;
        if (sheet.near) this.fetch(sheet);
        else this.empty(sheet);
      }
    });
    if ([...changed].some((name) => name.startsWith("vlakken/"))) this.blocks = state.blocks;
    const all = ["bevindingen", "open", "ongelezen", "volgorde"].some((name) => changed.has(name));
    this.sheets.forEach((sheet, index) => {
      if (!all && !changed.has(`vlakken/${index + 1}`)) return;
      const areas = this.told(state.get(`vlakken/${index + 1}`, []), state);
      const now = JSON.stringify(areas);
      if (sheet.laid !== now) this.lay(sheet, areas);
      sheet.laid = now;
    });
  }

  added(index) {
    const areas = make("div", { className: "vlakken" });
    const picture = make("img", { alt: `Bladzijde ${index + 1}` });
    const element = make("div", { className: "blad" }, picture, areas);
    const sheet = { element, picture, areas, digest: "", shown: "", laid: "", near: false, height: 1 };
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

  /** What stands on a page, each with its words and what an author must see there. */
  told(all, state) {
    const areas = all.filter(([, , file]) => isOwn(file));
    return areas.map(([top, bottom, file, line, note], at) => {
      const block = note ? null : state.blockAt(file, line);
      const next = areas.slice(at + 1).find((one) => one[2] === file && one[3] > line)?.[3] ?? Infinity;
      const last = Math.min(next - 1, block?.einde ?? line);
      const marks = new Map();
      // A box and the first of what stands in it are on one line, which is marked once.
      const isFirst = !areas.slice(0, at).some((one) => one[2] === file && one[3] === line);
      for (const one of isFirst ? state.marks : []) {
        if (one.bestand === file && line <= one.regel && one.regel <= last) marks.set(one.soort, one);
      }
      const here = [...marks.values()];
      const words = block ? plain(block.html) : "";
      const short = `${words.slice(0, 160)}${words.length > 160 ? "…" : ""}`;
      const name = note ? `Voetnoot ${note}` : short || file.replace(/^.*\//, "");
      const label = `${name}, regel ${line}`;
      return { top, bottom, file, line, note, here, label: [label, ...here.map((one) => one.woord)].join("; ") };
    });
  }

  lay(sheet, areas) {
    sheet.areas.replaceChildren(
      ...areas.map((one) => {
        const area = make("button", { type: "button", className: one.note ? "vlak noot" : "vlak", tabIndex: -1 });
        area.setAttribute("aria-label", one.label);
        area.dataset.bestand = one.file;
        area.dataset.regel = one.line;
        area.style.top = `${(100 * one.top) / sheet.height}%`;
        area.style.height = `${(100 * Math.max(one.bottom - one.top, 4)) / sheet.height}%`;
        for (const mark of one.here) {
          area.append(make("span", { className: `merk ${mark.soort}`, title: mark.tekst }, mark.woord));
        }
        return area;
      }),
    );
  }

  elements() {
    return [...this.root.querySelectorAll(".vlak")];
  }

  /** The first element that is not wholly above this height of the window. */
  topmost(height) {
    const isBelow = (element) => element.getBoundingClientRect().bottom > height;
    const first = this.sheets.findIndex((sheet) => isBelow(sheet.element));
    for (const sheet of first < 0 ? [] : this.sheets.slice(first)) {
      const area = [...sheet.areas.querySelectorAll(".vlak:not(.noot)")].find(isBelow);
      if (area) return area;
    }
    return null;
  }

  /** The elements over what stands on a line of a file: the last that begins on it or before it, on each page. */
  parts({ bestand, regel }) {
    const lineOf = (one) => Number(one.dataset.regel);
    const isThere = (one) => lineOf(one) === regel || (lineOf(one) < regel && !one.matches(".noot"));
    const own = this.elements().filter((one) => one.dataset.bestand === bestand && isThere(one));
    const line = Math.max(...own.map(lineOf));
    return own.filter((one) => lineOf(one) === line);
  }

  /**
   * The element over what stands so far into a place, how far down it that is, and what else may hold it.
   * A block goes from its first line to its last. Where on it words stand is reckoned: near the end of a page
   * they may be on the next.
   */
  find({ deel = 0, speling = 0, ...place }) {
    const parts = this.parts(place);
    if (place.einde) {
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
