/* The page: hears what is new to the paper, shows it, and goes where its reader points. */

import { Pages } from "./pages.js";
import { Search } from "./search.js";
import { Contents, Findings, sentence } from "./side.js";
import { State, isOwn, listen, make } from "./state.js";
import { Text } from "./text.js";

const $ = (id) => document.getElementById(id);
const root = document.body.dataset.werkmap;
const clock = new Intl.DateTimeFormat("nl-NL", { timeStyle: "medium" });
const SHOWN = 5;
const BELOW = 40; // so many pixels below the bar one reads
const SETTLED = 200;
const PATIENCE = 250; // so many milliseconds may an edit take before it is told that it takes a while
const STANDS = {
  "": "Het stuk is nog niet te tonen.",
  nu: "De bladzijden staan er nog zoals zij daarvoor waren.",
  oud: "Het stuk staat er nog zoals het daarvoor was.",
  ruw: "Wat er al van te maken is, staat hieronder.",
};

const LAYOUTS = {
  snel: "Snel opgemaakt. In de PDF zelf kunnen regels en bladzijden op een andere plek eindigen.",
  eigen:
    "Uw eigen templates/document.css geldt hier niet: de PDF ziet er anders uit dan deze bladzijden. " +
    "Bekijk de opmaak in de PDF die rapportage build maakt.",
};

const chosen = { stuk: "", beeld: "bladen", ...remembered() };
let state = new State();
let stop = () => {};
let selected = null;
let wanted = null;
let away = false;
let told = null; // the finding that the bar below is of

const text = new Text($("tekst"));
const pages = new Pages($("bladen"));
const contents = new Contents($("inhoud"), (file, line) => go(file, line, null, "start"));
const findings = new Findings($("lijst"), $("hoeveel"), (one) => {
  select(one.bestand, one.regel);
  if (!elsewhere(one)) go(one.bestand, one.regel);
  told = one;
});
const search = new Search($("zoekwoord"), [$("vorige"), $("volgende")], $("gevonden"), (file, line, name) => {
  go(file, line, name);
});

history.replaceState(null, "", location.pathname);
begin();

// --- what is heard ----------------------------------------------------------------------------

function begin() {
  stop();
  state = new State();
  text.clear();
  pages.clear();
  for (const button of document.querySelectorAll("[data-beeld]")) {
    button.setAttribute("aria-pressed", String(button.dataset.beeld === chosen.beeld));
  }
  $("bladen").hidden = chosen.beeld !== "bladen";
  $("tekst").hidden = chosen.beeld !== "tekst";
  stop = listen(chosen.stuk, chosen.beeld, hear, lost);
}

function hear(news) {
  if (away) state = new State();
  away = false;
  $("weg").hidden = true;
  const changed = state.take(news);
  keepPlace(() => show(changed));
  if (wanted && ready()) {
    const place = wanted;
    wanted = null;
    go(place.bestand, place.regel, null, "start");
  }
}

function show(changed) {
  const has = (...names) => names.some((name) => changed.has(name));
  const paper = state.get("stuk", {});
  if (has("stukken", "stuk")) showPapers(paper);
  if (has("stuk", "bevindingen")) showTitle(paper);
  if (has("stijl")) dress(state.get("stijl"));
  if (has("bevindingen", "storing", "storing-bladen", "stuk")) showPanel(paper);
  let fresh = [];
  const isText = chosen.beeld === "tekst";
  if (isText && has("volgorde", "bevindingen", "open", "ongelezen", "stuk")) fresh = text.show(state);
  if (has("volgorde", "woorden", "bevindingen")) contents.show(state);
  if (has("bevindingen")) {
    findings.show(state, editor);
    const same = (one) => one.bestand === told.bestand && one.tekst === told.tekst;
    if (told && !state.get("bevindingen", []).some(same)) close();
  }
  if (!isText) pages.show(state, changed);
  if (has("stuk")) showLayout(paper, isText);
  if (has("volgorde", "vlakken/1")) search.over(state);
  for (const element of fresh) flash(element);
  rove();
  here();
  showStanding(paper);
  if ([...changed].every((name) => name === "bezig")) return;
  document.documentElement.dataset.gezien = String(Number(document.documentElement.dataset.gezien ?? 0) + 1);
}

/** Tell of which moment that is what one sees; what is done in no time is not told. */
function showStanding(paper) {
  clearTimeout(showStanding.later);
  const tell = (words) => {
    if ($("stand").textContent !== words) $("stand").textContent = words;
  };
  if (!state.parts.has("volgorde")) return;
  if (state.get("bezig", false)) {
    showStanding.later = setTimeout(() => tell("Bezig met wat u opsloeg…"), PATIENCE);
    return;
  }
  const from = state.get("van", 0);
  const time = from ? clock.format(new Date(1000 * from)) : "";
  const faults = state.get("bevindingen", []).some((one) => one.ernst === "fout");
  if (paper.stand === "oud" || broken().length) {
    tell(time ? `Niet bijgewerkt: fout. U ziet het stuk van ${time}` : "Niet bijgewerkt: fout");
  } else tell(`Bijgewerkt om ${time}${faults ? ", met fouten" : ""}`);
}

const broken = () => [state.get("storing", ""), state.get("storing-bladen", "")].filter(Boolean);

/** Tell that nothing comes in any more; what is shown stays, and all of it comes anew when there is a way again. */
function lost(forGood) {
  away = true;
  const then = forGood
    ? "De voorvertoning is gestopt: start haar opnieuw en open het nieuwe adres."
    : "Er wordt opnieuw verbonden. Hebt u de voorvertoning gestopt, start haar dan opnieuw.";
  const words = `De verbinding is weg: wat u ziet is oud. ${then}`;
  if ($("weg").textContent !== words) $("weg").textContent = words;
  $("weg").hidden = false;
  $("stand").textContent = "Niet bijgewerkt: de verbinding is weg";
  clearTimeout(showStanding.later);
}

/** Whether another paper or view can be had; if not, that is told anew. */
function within() {
  if (away) $("weg").focus();
  return !away;
}

/** Tell where what is shown looks otherwise than the PDF will. */
function showLayout(paper, isText) {
  const told = $("opmaak");
  told.hidden = isText || (paper.opmaak ?? "typst") === "typst";
  told.classList.toggle("sterk", Boolean(paper.eigen));
  told.textContent = paper.eigen ? LAYOUTS.eigen : LAYOUTS.snel;
}

function showPapers(paper) {
  const buttons = state.get("stukken", []).map((name) => {
    const button = make("button", { type: "button" }, sentence(name));
    button.setAttribute("aria-pressed", String(name === paper.naam));
    button.addEventListener("click", () => {
      if (name === state.get("stuk", {}).naam || !within()) return;
      chosen.stuk = name;
      another();
      window.scrollTo(0, 0);
    });
    return button;
  });
  const held = $("stukken").contains(document.activeElement);
  $("stukken").replaceChildren(...buttons);
  if (held) $("stukken").querySelector("[aria-pressed=true]")?.focus();
}

function showTitle(paper) {
  const faults = state.get("bevindingen", []).filter((one) => one.ernst === "fout").length;
  const count = faults ? `(${faults} ${faults === 1 ? "fout" : "fouten"}) ` : "";
  const status = paper.concept ? ", concept" : "";
  document.title = `${count}${sentence(paper.naam || "")} ${document.body.dataset.periode}${status} – voorvertoning`;
}

function showPanel(paper) {
  const faults = state.get("bevindingen", []).filter((one) => one.ernst === "fout");
  const panel = $("paneel");
  panel.replaceChildren();
  if (!faults.length && !broken().length) return;
  const many = faults.length === 1 ? "Er is een fout" : `Er zijn ${faults.length} fouten`;
  const title = faults.length ? many : "Dit is nu niet te maken";
  panel.append(make("h2", {}, title));
  panel.append(make("p", {}, STANDS[paper.stand || ""]));
  const items = faults.slice(0, SHOWN).map((one) => findings.item(one, editor));
  for (const one of broken()) {
    const lines = one.split("\n").map((line) => make("p", {}, sentence(line)));
    items.push(make("li", { className: "fout storing" }, ...lines));
  }
  panel.append(make("ul", {}, ...items));
  if (faults.length > SHOWN) panel.append(make("p", { className: "meer" }, `En nog ${faults.length - SHOWN}, bij de bevindingen.`));
}

/** Put on the house style of this moment; the one before is taken off when it can be seen. */
function dress(digest) {
  const before = [...document.querySelectorAll("link.huis")];
  if (!digest) return;
  const link = make("link", { rel: "stylesheet", href: `huis/${digest}`, className: "huis" });
  link.addEventListener("load", () => before.forEach((one) => one.remove()));
  document.head.append(link);
}

// --- where one is -----------------------------------------------------------------------------

const shownElements = () => (chosen.beeld === "bladen" ? pages.elements() : text.elements());
const ready = () => (chosen.beeld === "bladen" ? state.parts.has("bladen") : state.parts.has("volgorde"));
const place = (element) => ({ bestand: element.dataset.bestand, regel: Number(element.dataset.regel) });

/** What stands at the upper edge of what is seen, or so far below it. */
function topmost(below = 0) {
  const edge = document.querySelector("header").getBoundingClientRect().bottom;
  const from = Math.max(edge, 0) + 1 + below;
  const all = chosen.beeld === "bladen" ? pages.sheets.map((one) => one.element) : text.elements();
  const first = all.find((element) => element.getBoundingClientRect().bottom > from);
  if (!first || chosen.beeld === "tekst") return first;
  const areas = [...first.querySelectorAll(".vlak")];
  return areas.find((element) => element.getBoundingClientRect().bottom > from) ?? first;
}

function isSeen(element) {
  const room = element?.isConnected && element.getBoundingClientRect();
  return Boolean(room) && room.bottom > 0 && room.top < window.innerHeight;
}

/** Change what is shown, and have what one looks at stay where it is. */
function keepPlace(change) {
  const anchor = chosen.beeld === "bladen" ? topmost()?.closest(".blad") : topmost();
  const index = anchor ? [...anchor.parentElement.children].indexOf(anchor) : -1;
  const parent = anchor?.parentElement;
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (!anchor || window.scrollY === 0) return;
  const now = anchor.isConnected ? anchor : parent.children[Math.min(index, parent.children.length - 1)];
  const moved = now ? now.getBoundingClientRect().top - before : 0;
  const from = window.scrollY;
  if (moved) window.scrollBy({ top: moved, behavior: "instant" });
  heldAt += window.scrollY - from;
}

/** Mark where one is: where one went to, until one scrolls on from there, or else what is read. */
function here() {
  if (held && Math.abs(window.scrollY - heldAt) < 3) {
    contents.here(held);
    return;
  }
  held = null;
  const element = topmost(BELOW);
  if (element?.dataset.bestand) contents.here(place(element));
}

function elementAt(file, line, name) {
  if (chosen.beeld === "bladen") return pages.at(file, line);
  return (name && text.known.get(name)?.element) || text.at(state, file, line);
}

/** Turn to the paper that a finding is in, where that is not this one. */
function elsewhere({ bestand, regel }) {
  const files = state.get("bestanden", {});
  const has = (name) => files[name]?.includes(bestand);
  const paper = has(state.get("stuk", {}).naam) ? null : Object.keys(files).find(has);
  if (!paper || !within()) return false;
  wanted = { bestand, regel };
  chosen.stuk = paper;
  another();
  return true;
}

/** Bring what stands on a line into view, where this paper has it. */
function go(file, line, name, block = "center") {
  const element = elementAt(file, line, name);
  if (!element) {
    select(file, line);
    return;
  }
  element.scrollIntoView({ block, behavior: "instant" });
  flash(element);
  held = { bestand: file, regel: line };
  heldAt = window.scrollY;
  contents.here(held);
  settled = performance.now() + SETTLED;
}

function flash(element) {
  element.classList.remove("nieuw");
  void element.offsetWidth;
  element.classList.add("nieuw");
}

let waiting = false;
let held = null;
let heldAt = 0;
let settled = 0;
document.addEventListener(
  "scroll",
  () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (performance.now() > settled) here();
    });
  },
  { passive: true },
);

// --- where it comes from ----------------------------------------------------------------------

function editor(file, line, column) {
  const path = `${root.startsWith("/") ? "" : "/"}${root}/${file}`.split("/").map(encodeURIComponent).join("/");
  const at = line ? `:${line}${column ? `:${column}` : ""}` : "";
  return `vscode://file${path.replace(/%3A/gi, ":")}${at}`;
}

/** Tell where something comes from; of what comes with rapportage itself there is nothing to tell. */
function select(file, line) {
  if (!isOwn(file)) return;
  told = null;
  $("plaats").textContent = line ? `${file}, regel ${line}` : file;
  $("naar-editor").href = editor(file, line);
  $("bron").hidden = false;
}

function pointed(target) {
  const element = target.closest?.(".blok, .vlak");
  if (!element || target.closest("a, summary, .merken")) return null;
  const item = target.closest("[data-bron]");
  if (item && element.contains(item)) {
    const [, file, line] = /^(.*):(\d+)$/.exec(item.dataset.bron);
    return { element, bestand: file, regel: Number(line) };
  }
  return { element, ...place(element) };
}

function point(event) {
  const found = pointed(event.target);
  if (!isOwn(found?.bestand)) return;
  selected?.classList.remove("gekozen");
  selected = found.element;
  selected.classList.add("gekozen");
  select(found.bestand, found.regel);
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    $("naar-editor").click();
  }
}

$("papier").addEventListener("click", point);
$("papier").addEventListener("click", (event) => {
  const link = event.target.closest("#tekst a[href^='#']");
  if (!link) return;
  event.preventDefault();
  const target = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
  if (!target) return;
  target.scrollIntoView({ block: "center", behavior: "instant" });
  flash(target.closest(".blok") ?? target);
});
$("papier").addEventListener("keydown", (event) => {
  const element = event.target;
  if (!element.matches(".blok, .vlak")) return;
  const all = shownElements();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    const next = all[all.indexOf(element) + step];
    event.preventDefault();
    if (!next) return;
    rove(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest", behavior: "instant" });
  } else if (event.key === "Enter") {
    point(event);
    event.preventDefault();
  }
});
$("papier").addEventListener("focusin", (event) => {
  if (event.target.matches(".blok, .vlak")) rove(event.target);
});
function close() {
  $("bron").hidden = true;
  told = null;
  selected?.classList.remove("gekozen");
}

$("dicht").addEventListener("click", close);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target !== $("zoekwoord")) close();
});

/** One of all blocks is reached by the tab key; from there the arrows go on. */
function rove(element) {
  const before = document.querySelector("#papier [data-hier]");
  const next = element ?? (before?.isConnected && before.closest(":not([hidden])") ? before : shownElements()[0]);
  if (before && before !== next) {
    before.tabIndex = -1;
    delete before.dataset.hier;
  }
  if (next) {
    next.tabIndex = 0;
    next.dataset.hier = "";
  }
}

// --- what is chosen ---------------------------------------------------------------------------

for (const button of document.querySelectorAll("[data-beeld]")) {
  button.addEventListener("click", () => {
    if (chosen.beeld === button.dataset.beeld || !within()) return;
    const element = isSeen(selected) ? selected : topmost(BELOW);
    wanted = element?.dataset.bestand && window.scrollY > 0 ? place(element) : null;
    chosen.beeld = button.dataset.beeld;
    another();
  });
}

for (const button of document.querySelectorAll(".panelen button")) {
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    $(button.getAttribute("aria-controls")).classList.toggle("open", open);
  });
}

function another() {
  held = null;
  sessionStorage.setItem("rapportage", JSON.stringify(chosen));
  begin();
}

function remembered() {
  try {
    const { stuk, beeld } = JSON.parse(sessionStorage.getItem("rapportage")) ?? {};
    return { stuk: stuk ?? "", beeld: beeld === "tekst" ? "tekst" : "bladen" };
  } catch {
    return {};
  }
}
