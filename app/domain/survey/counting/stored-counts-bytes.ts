import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Strata } from "../strata/strata.ts";
import { slotsOf } from "./counts.ts";
import type { CountedTables, StoredCounts } from "./stored-counts.ts";
import type { CountedVariable } from "./variables.ts";

/** What stands before the tables: all but their numbers, and how many numbers each list has. */
interface Head {
  responses: number;
  edges: Record<string, number[]>;
  variables: CountedVariable[];
  combinations: Strata[];
  crossed: boolean;
  owned: boolean;
  numbers: [id: string, length: number][];
  sums: string[];
}

/** The heads of the firms' tables (by "") and of those of each dynamic panel. */
type Heads = [panel: string, Head][];

/**
 * Counts as bytes: the length of the heads (uint32, little endian), the heads in JSON, and every
 * table as float64 in the order of the heads.
 */
export function storedCountsBytes({ panels, ...firms }: StoredCounts): Uint8Array {
  const all: [string, CountedTables][] = [["", firms], ...Object.entries(panels)];
  const heads: Heads = all.map(([panel, counted]) => [panel, headOf(counted)]);
  const json = utf8ToBytes(JSON.stringify(heads));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length, true);
  const tables = all.flatMap(([, counted]) => tablesOf(counted));
  return concatBytes(length, json, ...tables.map(bytesOf));
}

/** Reads what `storedCountsBytes` has written. */
export function readStoredCounts(bytes: Uint8Array): StoredCounts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const heads: Heads = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  let at = 4 + length;
  const table = (size: number) => {
    // A copy, for the numbers have to begin at a multiple of eight; a Buffer's slice is none.
    const own = Uint8Array.from(bytes.subarray(at, at + size * 8));
    at += size * 8;
    return new Float64Array(own.buffer, own.byteOffset, size);
  };
  const [first, ...panels] = heads.map(
    ([panel, head]) => [panel, readTables(head, table)] as const,
  );
  if (!first) throw new Error("no counts");
  return { ...first[1], panels: Object.fromEntries(panels) };
}

function headOf(counted: CountedTables): Head {
  const { responses, edges, variables, combinations, byVariable, firms, numbers, sums } = counted;
  return {
    responses,
    edges,
    variables: [...variables],
    combinations,
    crossed: byVariable.length > 0,
    owned: firms !== undefined,
    numbers: Object.entries(numbers).map(([id, { values }]) => [id, values.length]),
    sums: Object.keys(sums),
  };
}

function tablesOf({ answers, byCombination, byVariable, firms, numbers, sums }: CountedTables) {
  return [
    answers,
    ...byCombination,
    ...byVariable.flat(),
    ...(firms ?? []),
    ...Object.values(numbers).flatMap(({ values, counts }) => [values, counts]),
    ...Object.values(sums),
  ];
}

function readTables(head: Head, table: (size: number) => Float64Array): CountedTables {
  const { responses, edges, variables, combinations, crossed, owned } = head;
  const byStratum = () => variables.map((one) => table(combinations.length * slotsOf(one)));
  const answers = table(combinations.length);
  const byCombination = byStratum();
  const byVariable = !crossed
    ? []
    : variables.map((variable, index) =>
        variables.slice(index + 1).map((other) => table(slotsOf(variable) * slotsOf(other))),
      );
  const firms = owned ? { firms: byStratum() } : {};
  const numbers = Object.fromEntries(
    head.numbers.map(([id, size]) => [id, { values: table(size), counts: table(size) }]),
  );
  const sums = Object.fromEntries(head.sums.map((id) => [id, table(combinations.length)]));
  const tables = { answers, byCombination, byVariable, ...firms, numbers, sums };
  return { responses, edges, variables, combinations, ...tables };
}

function bytesOf(table: Float64Array): Uint8Array {
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
}
