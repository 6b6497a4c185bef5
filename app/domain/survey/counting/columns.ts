import { noAnswer, notApplicable } from "./coding.ts";
import type { CountedVariable } from "./variables.ts";

/**
 * A byte of a coded answer as small whole numbers to count by. What is counted is not the slot but
 * the byte: of several choices all at once, as a set of bits. `expand` says afterwards in which
 * slots of the table an answer with this number belongs.
 */
export interface Column {
  /** Numbers run from 0 to below this. */
  size: number;
  values: Uint16Array;
  read(rows: Uint8Array, width: number, start: number, length: number): void;
  expand: readonly (readonly number[])[];
}

/** Answers counted at a time: their columns stay in the processor's cache. */
export const blockSize = 4096;

/** The columns of a variable whose code begins at an offset of the row. */
export function columnsOf(variable: CountedVariable, offset: number): Column[] {
  const size = variable.categories.length;
  const n = size + 3;
  if (variable.answers === "one") {
    const numberOf = new Uint16Array(256).fill(size);
    for (let place = 0; place < size; place++) numberOf[place] = place;
    numberOf[noAnswer] = size + 1;
    numberOf[notApplicable] = size + 2;
    const expand = Array.from({ length: size + 3 }, (_, place) =>
      place <= size ? [place, n] : [place],
    );
    return [column(expand, (rows, at) => numberOf[rows[at + offset] ?? 0] ?? size)];
  }
  return Array.from({ length: Math.max(1, Math.ceil(size / 8)) }, (_, index) => {
    const categories = Math.min(8, size - index * 8);
    const masks = 2 ** categories;
    const first = index === 0;
    const expand = Array.from({ length: masks + 2 }, (_, mask) => {
      if (mask >= masks) return first ? [size + 1 + mask - masks] : [];
      const chosen = Array.from({ length: categories }, (_, bit) => bit)
        .filter((bit) => mask & (1 << bit))
        .map((bit) => index * 8 + bit);
      return first ? [...chosen, n] : chosen;
    });
    const place = offset + 1 + index;
    return column(expand, (rows, at) => {
      const state = rows[at + offset] ?? 0;
      if (state === noAnswer) return masks;
      if (state === notApplicable) return masks + 1;
      return rows[at + place] ?? 0;
    });
  });
}

function column(
  expand: readonly (readonly number[])[],
  numberAt: (rows: Uint8Array, at: number) => number,
): Column {
  const values = new Uint16Array(blockSize);
  return {
    size: expand.length,
    values,
    expand,
    read(rows, width, start, length) {
      for (let at = 0; at < length; at++) values[at] = numberAt(rows, (start + at) * width);
    },
  };
}
