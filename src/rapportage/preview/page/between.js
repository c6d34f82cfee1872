/* What is otherwise between two states of a paper's text: which blocks are new, and where a line went to. */

import { isOwn, partsOf, placeIn } from "./state.js";

export class Between {
  /** Both are the blocks of a paper in reading order. */
  constructor(before, after) {
    this.before = before;
    this.after = after;
    this.places = new Map(after.map((block, at) => [block.key, at]));
  }

  /** The author's blocks that say something else than before, those first that differ in more than numbers. */
  get fresh() {
    const known = new Set(this.before.map((block) => block.key));
    const said = new Set(this.before.map((block) => wordsOnly(block.key)));
    const fresh = this.after.filter((block) => isOwn(block.bestand) && !known.has(block.key));
    const most = fresh.filter((block) => !said.has(wordsOnly(block.key)));
    return [...most, ...fresh.filter((block) => !most.includes(block))];
  }

  /** Where the line of a place is now: in the same block, or else in the one that took its room. */
  moved(place) {
    const named = this.before.findIndex((one) => one.key === place.key);
    const isBefore = (one) => one.bestand === place.bestand && one.regel <= place.regel;
    const from = named < 0 ? this.before.findLastIndex(isBefore) : named;
    if (from < 0) return place;
    let same = from;
    while (same >= 0 && !this.places.has(this.before[same].key)) same -= 1;
    const to = same < 0 ? from : this.places.get(this.before[same].key) + (from - same);
    const block = this.after[Math.min(to, this.after.length - 1)];
    if (!block) return place;
    const was = this.before[from];
    const part = named < 0 ? -1 : partsOf(was).indexOf(`${place.bestand}:${place.regel}`);
    const now = part < 0 ? null : placeIn(partsOf(block)[part]);
    if (now) return { ...place, ...now, key: block.key };
    if (block.bestand !== place.bestand) return place;
    return { ...place, regel: block.regel + (place.regel - was.regel), key: block.key };
  }
}

const wordsOnly = (key) => key.replace(/\d+/g, "");
