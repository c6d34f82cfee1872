/* Beside the paper: its contents with the place where one is, and what was found. */

import { make } from "./state.js";

const GROUPS = [
  ["Fouten", (one) => one.ernst === "fout", true],
  ["Waarschuwingen", (one) => one.ernst === "waarschuwing" && !isToDo(one), true],
  ["Open punten", (one) => one.naam === "open-punt" && one.ernst !== "fout", false],
  ["Nog niet nagelezen", (one) => one.naam === "ongelezen" && one.ernst !== "fout", false],
  ["Tips", (one) => one.ernst === "tip", true],
];
const number = new Intl.NumberFormat("nl-NL");

const isToDo = (one) => one.naam === "open-punt" || one.naam === "ongelezen";

export class Contents {
  constructor(root, go) {
    this.list = root.querySelector("ol");
    this.total = root.querySelector("#woorden");
    this.go = go;
    this.lines = [];
    this.shown = "";
  }

  show(state) {
    this.state = state;
    const counts = state.get("woorden", {});
    const told = new Set();
    const counted = state.blocks.map((block) => block.bestand).filter((file) => wordsOf(counts, file));
    const files = new Set(counted);
    const total = [...files].reduce((sum, file) => sum + (wordsOf(counts, file) ?? 0), 0);
    this.total.textContent = total ? `${number.format(total)} woorden` : "";
    const headings = state.blocks.filter((block) => block.niveau);
    const now = JSON.stringify([headings, counts]);
    if (now === this.shown) return;
    this.shown = now;
    this.lines = headings
      .map((block) => {
        const link = make("a", { href: "#papier" }, `${block.label} ${block.kop}`.trim());
        link.addEventListener("click", (event) => {
          event.preventDefault();
          this.go(block);
        });
        const item = make("li", { className: `niveau-${block.niveau}` }, link);
        const count = files.size === 1 || told.has(block.bestand) ? undefined : wordsOf(counts, block.bestand);
        told.add(block.bestand);
        if (count) item.append(make("span", { className: "aantal" }, `${number.format(count)} woorden`));
        return { link, item, key: block.key };
      });
    this.list.replaceChildren(...this.lines.map((one) => one.item));
  }

  /** Mark the heading under which a block stands, by its number; above the first there is none. */
  here(number) {
    const found = this.lines.findLast((one) => this.state.indexOf(one.key) <= number);
    for (const one of this.lines) {
      if (one === found) {
        if (one.link.hasAttribute("aria-current")) continue;
        one.link.setAttribute("aria-current", "location");
        const room = this.list.closest("nav");
        const [top, bottom] = [one.item.offsetTop, one.item.offsetTop + one.item.offsetHeight];
        if (top < room.scrollTop || bottom > room.scrollTop + room.clientHeight) {
          room.scrollTop = top - room.clientHeight / 3;
        }
      } else one.link.removeAttribute("aria-current");
    }
  }
}

function wordsOf(counts, file) {
  return counts[file] ?? counts[file.replace(/^.*\//, "").replace(/\.md$/, "")];
}

export class Findings {
  constructor(root, count, go) {
    this.root = root;
    this.count = count;
    this.go = go;
    this.shown = "";
  }

  /** What was found; nothing is told to be right while it is looked at for the first time. */
  show(state, editor, isFirst) {
    const found = state.get("bevindingen", []);
    const now = JSON.stringify([found, isFirst]);
    if (now === this.shown) return;
    this.shown = now;
    this.count.textContent = found.length ? `Bevindingen (${found.length})` : "Bevindingen";
    const open = new Map([...this.root.querySelectorAll("details")].map((one) => [one.dataset.groep, one.open]));
    const groups = [];
    for (const [title, belongs, first] of GROUPS) {
      const own = found.filter(belongs);
      if (!own.length) continue;
      const items = own.map((one) => this.item(one, editor));
      const group = make(
        "details",
        { open: open.get(title) ?? first },
        make("summary", {}, `${title} (${own.length})`),
        make("ul", {}, ...items),
      );
      group.dataset.groep = title;
      groups.push(group);
    }
    if (!groups.length) groups.push(make("p", {}, isFirst ? "Er wordt nog gekeken…" : "Er is niets te melden."));
    this.root.replaceChildren(...groups);
  }

  item(one, editor) {
    const file = one.bestand.replace(`content/${document.body.dataset.periode}/`, "");
    const where = one.regel ? `${file}, regel ${one.regel}` : file;
    const button = make("button", { type: "button", className: "bevinding" }, sentence(one.tekst));
    button.addEventListener("click", () => this.go(one));
    const item = make("li", { className: one.ernst }, button);
    if (one.raad && !isToDo(one)) item.append(make("p", { className: "raad" }, sentence(one.raad)));
    const link = make("a", { href: editor(one.bestand, one.regel, one.kolom) }, where);
    link.title = "Open in VS Code";
    item.append(make("p", { className: "plaats" }, link));
    return item;
  }
}

/** What is told as a line of a terminal, as a sentence by itself. */
export function sentence(text) {
  return text ? text[0].toUpperCase() + text.slice(1) : text;
}
