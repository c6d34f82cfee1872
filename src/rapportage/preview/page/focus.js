/* Where the keyboard is stays there while what it is on is made anew. */

const ROOMS = "#stukken, #inhoud, #paneel, #bladen, #tekst, #lijst, #bron, #wijziging";
const REACHED = "a[href], button, summary, [tabindex]";

/** Change the page, and have the keyboard be on the same thing as before, or else on what took its room. */
export function keepFocus(change) {
  const held = document.activeElement;
  const room = held?.closest(ROOMS);
  const index = room ? reached(room).indexOf(held) : -1;
  const words = held && said(held);
  change();
  if (!room || (held.isConnected && held.checkVisibility())) return;
  const now = reached(room);
  const same = now.filter((one) => one.tagName === held.tagName && said(one) === words);
  const near = same.sort((one, other) => Math.abs(now.indexOf(one) - index) - Math.abs(now.indexOf(other) - index));
  const next = near[0] ?? now[Math.min(index, now.length - 1)] ?? room.closest("section, nav, main");
  (next ?? document.getElementById("papier")).focus({ preventScroll: true });
}

const reached = (room) => [...room.querySelectorAll(REACHED)].filter((one) => one.checkVisibility());

/** By what an element is known, also on another line than before or with other marks. */
const said = (element) => (element.getAttribute("aria-label") ?? element.textContent).replace(/, regel \d+.*$/, "");
