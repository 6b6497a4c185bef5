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
    const expand = Array.from({ length: size + 3 }, (_, place) =>
      place <= size ? [place, n] : [place],
    );
    if (variable.kind === "class") return [columnOfNumbers(variable, offset, expand)];
    const numberOf = new Uint16Array(256).fill(size);
    for (let place = 0; place < size; place++) numberOf[place] = place;
    numberOf[noAnswer] = size + 1;
    numberOf[notApplicable] = size + 2;
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

/** Numbers by the class they fall into; without edges all in the one category. */
function columnOfNumbers(
  { edges, categories: { length: size } }: CountedVariable,
  offset: number,
  expand: Column["expand"],
): Column {
  const values = new Uint16Array(blockSize);
  const inner = (edges ?? []).slice(1);
  return {
    size: expand.length,
    values,
    expand,
    read(rows, width, start, length) {
      const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
      for (let at = 0; at < length; at++) {
        const place = (start + at) * width + offset;
        const state = rows[place] ?? 0;
        if (state === noAnswer) values[at] = size + 1;
        else if (state === notApplicable) values[at] = size + 2;
        else if (state !== 0) values[at] = size;
        else values[at] = classOf(view.getFloat64(place + 1, true), inner);
      }
    },
  };
}

/** How many of the inner edges a number has reached. */
function classOf(number: number, inner: readonly number[]): number {
  let reached = 0;
  while (reached < inner.length && number >= (inner[reached] as number)) reached++;
  return reached;
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
