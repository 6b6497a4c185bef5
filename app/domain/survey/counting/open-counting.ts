import type { Questionnaire } from "../questionnaire.ts";
import type { Strata } from "../strata/strata.ts";
import { compileCoding, type PanelCoding } from "./coding.ts";
import { openTables, type TableCounting } from "./open-tables.ts";
import { countedPanels } from "./panels.ts";
import type { StoredCounts } from "./stored-counts.ts";
import { countedVariables } from "./variables.ts";

/** Counts coded answers as they come, piece by piece, in memory bounded but for their numbers. */
export interface Counting {
  /** Coded answers of one combination of strata, one after the other. */
  add(strata: Strata, rows: Uint8Array): void;
  /** All that was added, together with what it began with. */
  finish(): StoredCounts;
}

/**
 * Opens the counting of a questionnaire's coded answers, and of the entries of its dynamic panels.
 * `base`: counts of the same questionnaire to which these are added. Classes of numbers are those of
 * the base; without one they are made from all the numbers, and rows wait until the end for that.
 * `crossed`: whether each variable is counted by each other, too.
 */
export function openCounting(
  questionnaire: Questionnaire,
  base?: StoredCounts,
  crossed = true,
): Counting {
  const { width, offsets, panels } = compileCoding(
    questionnaire,
    countedVariables(questionnaire, {}),
  );
  const firms = openTables(
    {
      variablesBy: (edges) => countedVariables(questionnaire, edges),
      width,
      offsets,
      crossed,
      owned: false,
    },
    base,
  );
  const countings = panels.map((panel) => ({ panel, counting: openEntries(panel) }));
  let answered = 0;

  function openEntries({ question, width, offsets }: PanelCoding): TableCounting {
    const variablesBy = (edges: Record<string, number[]>) =>
      countedPanels(questionnaire, edges).find((panel) => panel.question === question)?.variables ??
      [];
    const layout = { variablesBy, width, offsets, crossed: false, owned: true };
    return openTables(layout, base?.panels[question]);
  }

  return {
    add(strata, rows) {
      firms.add(strata, rows);
      for (const { panel, counting } of countings) {
        const entries = entriesIn(rows, width, panel, answered);
        if (entries.rows.length > 0) counting.add(strata, entries.rows, entries.owners);
      }
      answered += rows.length / width;
    },
    finish() {
      const entries = countings.map(
        ({ panel, counting }) => [panel.question, counting.finish()] as const,
      );
      return { ...firms.finish(), panels: Object.fromEntries(entries) };
    },
  };
}

/** The entries that some coded answers hold, as rows of their own, with the number of their answer. */
function entriesIn(rows: Uint8Array, rowWidth: number, panel: PanelCoding, first: number) {
  const { offset, width } = panel;
  const owners: number[] = [];
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < rows.length; start += rowWidth) {
    const entries = rows[start + offset] ?? 0;
    const begin = start + offset + 1;
    if (entries > 0) pieces.push(rows.subarray(begin, begin + entries * width));
    for (let at = 0; at < entries; at++) owners.push(first + start / rowWidth);
  }
  const found = new Uint8Array(owners.length * width);
  let at = 0;
  for (const piece of pieces) {
    found.set(piece, at);
    at += piece.length;
  }
  return { rows: found, owners: Uint32Array.from(owners) };
}
