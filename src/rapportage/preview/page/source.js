/* Where something comes from: its file and line, told in the bar below, and the editor that opens them. */

import { isOwn, placeIn } from "./state.js";

const $ = (id) => document.getElementById(id);
const root = document.body.dataset.werkmap;

/** What opens a place in VS Code. */
export function editor(file, line, column) {
  const path = `${root.startsWith("/") ? "" : "/"}${root}/${file}`.split("/").map(encodeURIComponent).join("/");
  const at = line ? `:${line}${column ? `:${column}` : ""}` : "";
  return `vscode://file${path.replace(/%3A/gi, ":")}${at}`;
}

/** The file and line that an element is of: a block, what stands of it on a page, or a part that has a line of its own. */
export function placeOf({ dataset }) {
  return placeIn(dataset.bron) ?? { bestand: dataset.bestand, regel: Number(dataset.regel) };
}

export class Source {
  constructor(paper) {
    this.selected = null;
    this.finding = null; // the finding that the bar is of
    paper.addEventListener("click", (event) => this.point(event));
    $("dicht").addEventListener("click", () => this.close());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.target !== $("zoekwoord")) this.close();
    });
  }

  /** Tell where something comes from, and what was found there; of what comes with rapportage itself there is nothing. */
  tell(file, line, found = "") {
    if (!isOwn(file)) return;
    this.finding = null;
    $("plaats").textContent = line ? `${file}, regel ${line}` : file;
    $("gemeld").textContent = found;
    $("naar-editor").href = editor(file, line);
    $("bron").hidden = false;
  }

  close() {
    $("bron").hidden = true;
    this.finding = null;
    this.selected?.classList.remove("gekozen");
  }

  /** Close the bar of a finding that is no more. */
  over(findings) {
    const same = (one) => one.bestand === this.finding.bestand && one.tekst === this.finding.tekst;
    if (this.finding && !findings.some(same)) this.close();
  }

  /** Tell of what is pointed at; with Ctrl, go there. */
  point(event) {
    const found = pointed(event.target);
    if (!isOwn(found?.bestand)) return;
    this.selected?.classList.remove("gekozen");
    this.selected = found.element;
    this.selected.classList.add("gekozen");
    this.tell(found.bestand, found.regel, found.element.dataset.gemeld);
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      $("naar-editor").click();
    }
  }
}

function pointed(target) {
  const element = target.closest?.(".blok, .vlak");
  if (!element || target.closest("a, summary, .merken")) return null;
  const item = target.closest("[data-bron]");
  return { element, ...placeOf(item && element.contains(item) ? item : element) };
}
