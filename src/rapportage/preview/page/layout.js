/* By which engine the pages are that one sees, and whether the PDF has them so. */

const NAMES = { weasyprint: "WeasyPrint", typst: "typst" };
const OWN = "Uw eigen templates/document.css";

/** Tell by what the pages are that are shown; nothing where there is no other engine, or are no pages. */
export function showLayout(element, pages, paper, shown) {
  const engine = paper.opmaak ?? "typst";
  element.hidden = !shown || engine === "typst";
  delete pages.dataset.door;
  if (element.hidden) return;
  pages.dataset.door = shown.motor !== engine ? "snel" : shown.oud ? "oud" : "pdf";
  const words = told(NAMES[engine] ?? engine, engine, paper, shown);
  if (element.textContent !== words) element.textContent = words;
  const otherwise = Boolean(paper.eigen) && shown.motor !== engine;
  element.classList.toggle("sterk", otherwise || Boolean(shown.geweigerd));
}

function told(name, engine, paper, shown) {
  if (shown.motor === engine) {
    const before = `Bladzijden van ${name}, van vóór uw laatste wijziging.`;
    return shown.oud ? before : `Bladzijden van ${name}, zoals in de PDF.`;
  }
  const quick = "Snel opgemaakt.";
  const own = paper.eigen ? ` ${OWN} geldt hier niet: de PDF ziet er anders uit dan deze bladzijden.` : "";
  if (shown.geweigerd) {
    const why = shown.geweigerd.split("\n").join(". ");
    return `${quick}${own} ${name} maakt de bladzijden van de PDF nu niet: ${why}${/[.!?]$/.test(why) ? "" : "."}`;
  }
  if (shown.volgt) return `${quick}${own} De bladzijden van ${name}, zoals in de PDF, volgen.`;
  return `${quick}${own} In de PDF zelf kunnen regels en bladzijden op een andere plek eindigen.`;
}
