/* The page: hears what is new to the paper, shows it, and goes where its reader points. */

import { Between } from "./between.js";
import { Changes, flash } from "./changes.js";
import { keepFocus } from "./focus.js";
import { Keys } from "./keys.js";
import { showLayout } from "./layout.js";
import { Pages } from "./pages.js";
import { Reading } from "./reading.js";
import { Search } from "./search.js";
import { Contents, Findings, sentence } from "./side.js";
import { Source, editor } from "./source.js";
import { isFirst, showGone, showPanel, showStanding, showTitle } from "./standing.js";
import { State, listen, make } from "./state.js";
import { Text } from "./text.js";

const $ = (id) => document.getElementById(id);
const NARROW = "(max-width: 39.99rem)";
const BELOW = 40; // so many pixels below the bar one reads

const first = window.matchMedia(NARROW).matches ? "tekst" : "bladen"; // a page is too small to read there
const chosen = { stuk: "", beeld: first, plekken: {}, ...remembered() };
let state = new State();
let stop = () => {};
let away = false;
let sought = null; // what one is brought to when it can be seen

const text = new Text($("tekst"));
const pages = new Pages($("bladen"));
const shown = () => (chosen.beeld === "bladen" ? pages : text);
const reading = new Reading($("papier"), shown, scrolled);
const changes = new Changes($("wijziging"), reading, (place) => shown().parts(place), (block) => go(block));
const source = new Source($("papier"));
const keys = new Keys($("papier"), () => shown().elements(), (event) => source.point(event));
const contents = new Contents($("inhoud"), (block) => go(block, "start"));
const search = new Search($("zoekwoord"), [$("vorige"), $("volgende")], $("gevonden"), (spot, at) => {
  go(spot, "center", at);
});
const findings = new Findings($("lijst"), $("hoeveel"), (one) => {
  source.tell(one.bestand, one.regel);
  if (!elsewhere(one)) go(one);
  source.finding = one;
});

new ResizeObserver(measure).observe(document.querySelector("header"));
history.scrollRestoration = "manual"; // one is brought to what one read
history.replaceState(null, "", location.pathname);
reading.hold(chosen.plekken[chosen.stuk] ?? null);
begin();

/** Tell the style how much of the bar stays in sight, and how much above it does not. */
function measure() {
  const [bar, first] = [document.querySelector("header"), document.querySelector(".eerst")];
  const gone = getComputedStyle(first).display === "contents" ? 0 : first.offsetTop + first.offsetHeight;
  document.documentElement.style.setProperty("--weg", `${gone}px`);
  document.documentElement.style.setProperty("--kop", `${bar.offsetHeight - gone}px`);
  reading.restore(); // below the bar as high as it is now
}

// --- what is heard ----------------------------------------------------------------------------

function begin() {
  stop();
  sought = null;
  changes.clear();
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
  reading.look();
  const [before, words] = [said(), state.blocks];
  const changed = state.take(news);
  if (state.get("stuk", {}).stand === "oud") changes.clear(); // what was saved last is not to be seen
  else if (changed.has("volgorde") && words.length) changes.take(new Between(words, state.blocks));
  keepFocus(() => show(changed));
  const now = said();
  if (before.length && before !== now) reading.follow(new Between(before, now));
  if (reading.restore() && sought) arrive();
  if (chosen.beeld === "tekst" || !state.get("bezig", false)) changes.show();
  here();
}

function scrolled() {
  changes.look();
  here();
}

/** The blocks of which one sees the words. */
const said = () => (chosen.beeld === "bladen" ? pages.blocks : state.blocks);

/** What one is brought to can be seen. */
function arrive() {
  const found = shown().find(sought);
  if (found) flash(found.element);
  sought = null;
}

function show(changed) {
  const has = (...names) => names.some((name) => changed.has(name));
  const paper = state.get("stuk", {});
  if (has("stukken", "stuk")) showPapers(paper);
  if (has("stuk", "bevindingen")) showTitle(state, paper);
  if (has("stijl")) dress(state.get("stijl"));
  if (has("bevindingen", "storing", "storing-bladen", "stuk")) showPanel(state, paper, (one) => findings.item(one, editor));
  const isText = chosen.beeld === "tekst";
  if (isText && has("volgorde", "bevindingen", "open", "ongelezen", "stuk")) text.show(state);
  if (has("volgorde", "woorden", "bevindingen")) contents.show(state);
  if (has("bevindingen", "bezig", "van")) findings.show(state, editor, isFirst(state));
  if (has("bevindingen")) source.over(state.get("bevindingen", []));
  if (!isText) pages.show(state, changed);
  if (has("stuk", "opgemaakt")) showLayout($("opmaak"), $("bladen"), paper, isText ? null : state.get("opgemaakt"));
  if (has("volgorde", "vlakken/1")) search.over(state);
  keys.rove();
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
    const button = make("button", { type: "button", value: name }, sentence(name));
    button.setAttribute("aria-pressed", String(name === paper.naam));
    button.addEventListener("click", () => {
      if (name !== state.get("stuk", {}).naam && within()) turn(name);
    });
    return button;
  });
  $("stukken").replaceChildren(...buttons);
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

function isSeen(element) {
  const room = element?.isConnected && element.getBoundingClientRect();
  return Boolean(room) && room.bottom > 0 && room.top < window.innerHeight;
}

/** Mark where one is: where one went to, until one scrolls on from there, or else what is read. */
function here() {
  const { anchor } = reading;
  const { gezocht } = anchor ?? {};
  const sought = gezocht && reading.isStill ? state.indexOf(gezocht.key) : -1;
  if (sought >= 0) contents.here(sought);
  else {
    const element = shown().topmost(reading.edge + BELOW, true);
    const block = element && shown().blockOf(element);
    if (block) contents.here(state.indexOf(block.key));
  }
}

/** Turn to another paper: to this place in it, or to what one read of it before. */
function turn(paper, place = chosen.plekken[paper] ?? null) {
  keepPlace();
  chosen.stuk = paper;
  for (const button of $("stukken").children) button.setAttribute("aria-pressed", String(button.value === paper));
  reading.hold(place);
  if (!place) window.scrollTo(0, 0);
  begin();
}

/** Turn to the paper that a finding is in, where that is not this one. */
function elsewhere({ bestand, regel }) {
  const has = (name) => state.shows(name, { bestand, regel });
  const paper = has(state.get("stuk", {}).naam) ? null : Object.keys(state.get("bestanden", {})).find(has);
  if (!paper || !within()) return false;
  turn(paper, { bestand, regel, onder: BELOW, deel: 0, gezocht: { bestand, regel } });
  sought = { bestand, regel };
  return true;
}

/** Bring what stands on a line into view, where this paper has it; of words that are found, as which one there. */
function go(one, block = "center", at = -1) {
  const found = shown().find(one);
  if (!found) {
    source.tell(one.bestand, one.regel);
    return;
  }
  (search.within(found.element, at) ?? found.element).scrollIntoView({ block, behavior: "instant" });
  if (one.deel && found.down) {
    const down = found.element.getBoundingClientRect().top + found.down;
    window.scrollBy({ top: down - window.innerHeight / 2, behavior: "instant" });
  }
  for (const element of new Set([found.element, ...found.also])) flash(element);
  const { key } = shown().blockOf(found.element) ?? {};
  reading.hold({ ...reading.standing(found.element), gezocht: { bestand: one.bestand, regel: one.regel, key } });
  here();
}

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
    reading.look();
    if (isSeen(source.selected)) reading.hold(reading.standing(source.selected));
    chosen.beeld = button.dataset.beeld;
    begin();
  });
}

for (const button of document.querySelectorAll(".panelen button")) {
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    const panel = $(button.getAttribute("aria-controls"));
    button.setAttribute("aria-expanded", String(open));
    panel.classList.toggle("open", open);
    if (open) panel.focus();
  });
}

/** Keep what is chosen and where one reads, for when one comes back or loads the page anew. */
function keepPlace() {
  reading.look();
  const paper = state.get("stuk", {}).naam;
  if (!paper) return;
  chosen.stuk = paper;
  chosen.plekken[paper] = reading.anchor;
  sessionStorage.setItem("rapportage", JSON.stringify(chosen));
}
window.addEventListener("pagehide", keepPlace);

function remembered() {
  try {
    const { stuk, beeld, plekken } = JSON.parse(sessionStorage.getItem("rapportage"));
    return { stuk, beeld: beeld === "tekst" ? "tekst" : "bladen", plekken };
  } catch {
    return {};
  }
}
