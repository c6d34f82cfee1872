/* The page: hears what is new to the paper, shows it, and goes where its reader points. */

import { Keys } from "./keys.js";
import { Pages } from "./pages.js";
import { Search } from "./search.js";
import { Contents, Findings, sentence } from "./side.js";
import { Source, editor, placeOf } from "./source.js";
import { showGone, showLayout, showPanel, showStanding, showTitle } from "./standing.js";
import { State, listen, make } from "./state.js";
import { Text } from "./text.js";

const $ = (id) => document.getElementById(id);
const BELOW = 40; // so many pixels below the bar one reads
const SETTLED = 200;

const chosen = { stuk: "", beeld: "bladen", ...remembered() };
let state = new State();
let stop = () => {};
let wanted = null;
let away = false;

const text = new Text($("tekst"));
const pages = new Pages($("bladen"));
const contents = new Contents($("inhoud"), (file, line) => go(file, line, null, "start"));
const findings = new Findings($("lijst"), $("hoeveel"), (one) => {
  source.tell(one.bestand, one.regel);
  if (!elsewhere(one)) go(one.bestand, one.regel);
  source.finding = one;
});
const search = new Search($("zoekwoord"), [$("vorige"), $("volgende")], $("gevonden"), (file, line, name) => {
  go(file, line, name);
});
const source = new Source($("papier"));
const keys = new Keys($("papier"), () => shown().elements(), (event) => source.point(event));

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
  if (has("stuk", "bevindingen")) showTitle(state, paper);
  if (has("stijl")) dress(state.get("stijl"));
  if (has("bevindingen", "storing", "storing-bladen", "stuk")) showPanel(state, paper, (one) => findings.item(one, editor));
  let fresh = [];
  const isText = chosen.beeld === "tekst";
  if (isText && has("volgorde", "bevindingen", "open", "ongelezen", "stuk")) fresh = text.show(state);
  if (has("volgorde", "woorden", "bevindingen")) contents.show(state);
  if (has("bevindingen")) {
    findings.show(state, editor);
    source.over(state.get("bevindingen", []));
  }
  if (!isText) pages.show(state, changed);
  if (has("stuk")) showLayout(paper, isText);
  if (has("volgorde", "vlakken/1")) search.over(state);
  for (const element of fresh) flash(element);
  keys.rove();
  here();
  showStanding(state, paper);
  if ([...changed].every((name) => name === "bezig")) return;
  document.documentElement.dataset.gezien = String(Number(document.documentElement.dataset.gezien ?? 0) + 1);
}

function lost(forGood) {
  away = true;
  showGone(forGood);
}

/** Whether another paper or view can be had; if not, that is told anew. */
function within() {
  if (away) $("weg").focus();
  return !away;
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

/** Put on the house style of this moment; the one before is taken off when it can be seen. */
function dress(digest) {
  const before = [...document.querySelectorAll("link.huis")];
  if (!digest) return;
  const link = make("link", { rel: "stylesheet", href: `huis/${digest}`, className: "huis" });
  link.addEventListener("load", () => before.forEach((one) => one.remove()));
  document.head.append(link);
}

// --- where one is -----------------------------------------------------------------------------

const shown = () => (chosen.beeld === "bladen" ? pages : text);
const ready = () => (chosen.beeld === "bladen" ? state.parts.has("bladen") : state.parts.has("volgorde"));

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
  if (element?.dataset.bestand) contents.here(placeOf(element));
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
    source.tell(file, line);
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

$("papier").addEventListener("click", (event) => {
  const link = event.target.closest("#tekst a[href^='#']");
  if (!link) return;
  event.preventDefault();
  const target = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
  if (!target) return;
  target.scrollIntoView({ block: "center", behavior: "instant" });
  flash(target.closest(".blok") ?? target);
});

// --- what is chosen ---------------------------------------------------------------------------

for (const button of document.querySelectorAll("[data-beeld]")) {
  button.addEventListener("click", () => {
    if (chosen.beeld === button.dataset.beeld || !within()) return;
    const element = isSeen(source.selected) ? source.selected : topmost(BELOW);
    wanted = element?.dataset.bestand && window.scrollY > 0 ? placeOf(element) : null;
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
