/* What is told of the paper as a whole: of which moment it is, and what is wrong with it. */

import { sentence } from "./side.js";
import { make } from "./state.js";

const $ = (id) => document.getElementById(id);
const clock = new Intl.DateTimeFormat("nl-NL", { timeStyle: "medium" });
const SHOWN = 5;
const PATIENCE = 250; // so many milliseconds may an edit take before it is told that it takes a while
const STANDS = {
  "": "Het stuk is nog niet te tonen.",
  nu: "De bladzijden staan er nog zoals zij daarvoor waren.",
  oud: "Het stuk staat er nog zoals het daarvoor was.",
  ruw: "Wat er al van te maken is, staat hieronder.",
};
let later = 0;

const mistakes = (state) => state.get("bevindingen", []).filter((one) => one.ernst === "fout");
const broken = (state) => [state.get("storing", ""), state.get("storing-bladen", "")].filter(Boolean);

/** Whether nothing is known yet of a paper. */
export const isFirst = (state) => state.get("bezig", true) && !state.get("van", 0);

/** Tell of which moment that is what one sees; what is done in no time is not told. */
export function showStanding(state, paper) {
  clearTimeout(later);
  document.documentElement.toggleAttribute("data-bezig", isFirst(state));
  if (isFirst(state)) {
    tell("Het stuk wordt opgebouwd…");
    return;
  }
  if (!state.parts.has("stuk")) return; // one just turned to it: what is told next says how it stands
  if (state.get("bezig", false)) {
    later = setTimeout(() => tell("Bezig met wat u opsloeg…"), PATIENCE);
    return;
  }
  const from = state.get("van", 0);
  const time = from ? clock.format(new Date(1000 * from)) : "";
  if (paper.stand === "oud" || broken(state).length) {
    tell(time ? `Niet bijgewerkt: fout. U ziet het stuk van ${time}` : "Niet bijgewerkt: fout");
  } else tell(`Bijgewerkt om ${time}${mistakes(state).length ? ", met fouten" : ""}`);
}

function tell(words) {
  if ($("stand").textContent !== words) $("stand").textContent = words;
}

/** Tell that nothing comes in any more; what is shown stays, and all of it comes anew when there is a way again. */
export function showGone(forGood) {
  clearTimeout(later);
  const then = forGood
    ? "De voorvertoning is gestopt: start haar opnieuw en open het nieuwe adres."
    : "Er wordt opnieuw verbonden. Hebt u de voorvertoning gestopt, start haar dan opnieuw.";
  const words = `De verbinding is weg: wat u ziet is oud. ${then}`;
  if ($("weg").textContent !== words) $("weg").textContent = words;
  $("weg").hidden = false;
  tell("Niet bijgewerkt: de verbinding is weg");
}

/** The name of the paper on the tab, with how many mistakes there are. */
export function showTitle(state, paper) {
  const faults = mistakes(state).length;
  const count = faults ? `(${faults} ${faults === 1 ? "fout" : "fouten"}) ` : "";
  const status = paper.concept ? ", concept" : "";
  document.title = `${count}${sentence(paper.naam || "")} ${document.body.dataset.periode}${status} – voorvertoning`;
}

/** Tell above the paper what keeps it from being made; `item` shows a finding. */
export function showPanel(state, paper, item) {
  const faults = mistakes(state);
  const stops = broken(state);
  const panel = $("paneel");
  panel.replaceChildren();
  if (!faults.length && !stops.length) return;
  const many = faults.length === 1 ? "Er is een fout" : `Er zijn ${faults.length} fouten`;
  panel.append(make("h2", {}, faults.length ? many : "Dit is nu niet te maken"));
  panel.append(make("p", {}, STANDS[paper.stand || ""]));
  const items = faults.slice(0, SHOWN).map(item);
  for (const one of stops) {
    const lines = one.split("\n").map((line) => make("p", {}, sentence(line)));
    items.push(make("li", { className: "fout storing" }, ...lines));
  }
  panel.append(make("ul", {}, ...items));
  if (faults.length > SHOWN) panel.append(make("p", { className: "meer" }, `En nog ${faults.length - SHOWN}, bij de bevindingen.`));
}
