import { bytesToUtf8, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Strata } from "../strata/strata.ts";
import { slotsOf } from "./counts.ts";
import type { StoredCounts } from "./stored-counts.ts";
import type { CountedVariable } from "./variables.ts";

/** What stands before the tables: all but their numbers, and how many numbers each list has. */
interface Head {
  responses: number;
  edges: Record<string, number[]>;
  variables: CountedVariable[];
  combinations: Strata[];
  numbers: [id: string, length: number][];
  sums: string[];
}

/**
 * Counts as bytes: the length of the head (uint32, little endian), the head in JSON, and every table
 * as float64 in the order of the head.
 */
export function storedCountsBytes(counts: StoredCounts): Uint8Array {
  const { responses, edges, variables, combinations, numbers, sums } = counts;
  const head: Head = {
    responses,
    edges,
    variables: [...variables],
    combinations,
    numbers: Object.entries(numbers).map(([id, { values }]) => [id, values.length]),
    sums: Object.keys(sums),
  };
  const json = utf8ToBytes(JSON.stringify(head));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length, true);
  const tables = [
    counts.answers,
    ...counts.byCombination,
    ...counts.byVariable.flat(),
    ...Object.values(numbers).flatMap(({ values, counts }) => [values, counts]),
    ...Object.values(sums),
  ];
  return concatBytes(length, json, ...tables.map(bytesOf));
}

/** Reads what `storedCountsBytes` has written. */
export function readStoredCounts(bytes: Uint8Array): StoredCounts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const head: Head = JSON.parse(bytesToUtf8(bytes.subarray(4, 4 + length)));
  let at = 4 + length;
  const table = (size: number) => {
    const own = bytes.slice(at, at + size * 8);
    at += size * 8;
    return new Float64Array(own.buffer, own.byteOffset, size);
  };
  const { variables, combinations } = head;
  const answers = table(combinations.length);
  const byCombination = variables.map((variable) => table(combinations.length * slotsOf(variable)));
  const byVariable = variables.map((variable, index) =>
    variables.slice(index + 1).map((other) => table(slotsOf(variable) * slotsOf(other))),
  );
  const numbers = Object.fromEntries(
    head.numbers.map(([id, size]) => [id, { values: table(size), counts: table(size) }]),
  );
  const sums = Object.fromEntries(head.sums.map((id) => [id, table(combinations.length)]));
  const { responses, edges } = head;
  return {
    responses,
    edges,
    variables,
    combinations,
    answers,
    byCombination,
    byVariable,
    numbers,
    sums,
  };
}

function bytesOf(table: Float64Array): Uint8Array {
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
}
