/** A place where two lists differ: `before` from..to gave way to `after` from..to (ends excluded). */
export interface Hunk {
  oldFrom: number;
  oldTo: number;
  newFrom: number;
  newTo: number;
}

/**
 * Where two lists of numbers differ, by the fewest edits (Myers' algorithm, which takes as many
 * steps as the lists have members times the edits); undefined where more than `most` are needed.
 */
export function listDiff(
  before: readonly number[],
  after: readonly number[],
  most: number,
): Hunk[] | undefined {
  return new Search(before, after).run(Math.min(most, before.length + after.length));
}

/** Stands for a diagonal that no path has reached. */
const none = -2;

/** A diagonal holds the places of equal distance (old position minus new position): 0, -1, 1, -2 … */
function indexOf(diagonal: number): number {
  return diagonal > 0 ? 2 * diagonal : -2 * diagonal - (diagonal < 0 ? 1 : 0);
}

class Search {
  /** The furthest position in the old list by diagonal. */
  private readonly furthest: number[] = [];
  /** By diagonal, the last edit on the path that reaches furthest: its place among all, or -1. */
  private readonly lastEdits: number[] = [];
  /** Of each edit tried: the one before it. */
  private readonly previous: number[] = [];
  /** Of each edit tried: the old position it begins after; as -2 less it where it adds. */
  private readonly places: number[] = [];

  constructor(
    private readonly before: readonly number[],
    private readonly after: readonly number[],
  ) {}

  run(limit: number): Hunk[] | undefined {
    const { before, after } = this;
    const start = this.follow(-1, 0);
    if (start + 1 >= before.length && start + 1 >= after.length) return [];
    this.furthest.push(start);
    this.lastEdits.push(-1);
    // Once a path is at the end of a list, paths further out can only be longer.
    let lowest = -limit;
    let highest = limit;
    for (let edits = 1; edits <= limit; edits += 1) {
      this.furthest.push(none, none);
      this.lastEdits.push(-1, -1);
      const to = Math.min(highest, edits);
      for (let diagonal = Math.max(lowest, -edits); diagonal <= to; diagonal += 2) {
        const end = this.step(diagonal);
        if (end === none) continue;
        const oldDone = end + 1 >= before.length;
        const newDone = end - diagonal + 1 >= after.length;
        if (oldDone && newDone) return this.hunks(this.lastEdits[indexOf(diagonal)] ?? -1);
        if (oldDone) highest = Math.min(highest, diagonal - 1);
        if (newDone) lowest = Math.max(lowest, diagonal + 1);
      }
    }
    return undefined;
  }

  /** Goes on to a diagonal from the better of its neighbours, and as far as the lists are alike. */
  private step(diagonal: number): number {
    const { before, after, furthest, lastEdits } = this;
    const own = indexOf(diagonal);
    const lower = indexOf(diagonal - 1);
    const upper = indexOf(diagonal + 1);
    const removing = furthest[lower] ?? none;
    const adding = furthest[upper] ?? none;
    // No other path goes on from there.
    if (removing !== none) furthest[lower] = none;
    const canAdd = adding !== none && adding >= diagonal && adding - diagonal < after.length;
    const canRemove = removing !== none && removing + 1 < before.length;
    let end = none;
    if (canAdd || canRemove) {
      const adds = !canRemove || (canAdd && removing < adding);
      this.previous.push(lastEdits[adds ? upper : lower] ?? -1);
      this.places.push(adds ? -2 - adding : removing + 1);
      lastEdits[own] = this.places.length - 1;
      end = this.follow(adds ? adding : removing + 1, diagonal);
    }
    furthest[own] = end;
    return end;
  }

  /** The position in the old list up to which both lists go on alike. */
  private follow(from: number, diagonal: number): number {
    const { before, after } = this;
    let old = from;
    let fresh = from - diagonal;
    while (
      old + 1 < before.length &&
      fresh + 1 < after.length &&
      before[old + 1] === after[fresh + 1]
    ) {
      old += 1;
      fresh += 1;
    }
    return old;
  }

  private hunks(last: number): Hunk[] {
    const edits: number[] = [];
    for (let at = last; at >= 0; at = this.previous[at] ?? -1) edits.push(this.places[at] ?? 0);
    const hunks: Hunk[] = [];
    let open: Hunk | undefined;
    let oldAt = 0;
    let newAt = 0;
    for (let at = edits.length - 1; at >= 0; at -= 1) {
      const place = edits[at] ?? 0;
      const begins = place < 0 ? -1 - place : place;
      newAt += begins - oldAt;
      if (!open || begins > oldAt) {
        open = { oldFrom: begins, oldTo: begins, newFrom: newAt, newTo: newAt };
        hunks.push(open);
      }
      oldAt = begins;
      if (place < 0) newAt += 1;
      else oldAt += 1;
      open.oldTo = oldAt;
      open.newTo = newAt;
    }
    return hunks;
  }
}
