import loadHighs, { type Highs } from "highs";
import { type Part, type Statement, simplified } from "./simplified.ts";

export type { Statement } from "./simplified.ts";

/** What a count can be, for all that a reader knows. */
export interface Range {
  /** "2|q5=a&sector=工事" */
  cell: string;
  least: number;
  greatest: number;
}

/** No table counts as many: a count that reaches it can be anything. */
const beyond = 10_000;

/**
 * The ranges of counts nobody tells (0 or more), given what is known of them. Every point that the
 * solver finds is a possible world and widens the ranges of all counts at once; a count whose range
 * is `wide` is not asked for, so its range is at least as wide as it says. The others are exact.
 * Throws where no world agrees with the statements.
 */
export async function rangesOf(
  statements: readonly Statement[],
  asked: readonly string[],
  wide: (range: Range) => boolean,
): Promise<Range[]> {
  if (asked.length === 0) return [];
  const { known, parts } = simplified(statements, beyond);
  const ranges = new Map(
    asked.map((cell): [string, Range] => {
      const [least, greatest] = [known.get(cell) ?? 0, known.get(cell) ?? beyond];
      return [cell, { cell, least, greatest }];
    }),
  );
  const highs = await loadHighs();
  for (const part of parts) {
    const own = part.columns.map(({ name }) => (ranges.has(name) ? name : undefined));
    if (own.every((name) => name === undefined)) continue;
    const found = part.rows.length === 0 ? freely(part, own) : lookAt(highs, part, own, wide);
    for (const range of found) ranges.set(range.cell, range);
  }
  return [...ranges.values()];
}

/** Of counts that nothing binds to others. */
function freely({ columns }: Part, own: readonly (string | undefined)[]): Range[] {
  return columns.flatMap(({ name, lower, upper }, column) =>
    own[column] === undefined ? [] : [{ cell: name, least: lower, greatest: upper }],
  );
}

/** The ranges of the asked-for counts (`own`, by column) of a part. */
function lookAt(
  highs: Highs,
  { columns, rows }: Part,
  own: readonly (string | undefined)[],
  wide: (range: Range) => boolean,
): Range[] {
  const starts = [0];
  for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: new Float64Array(columns.length),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ sense, bound }) => (sense === "=" ? bound : -highs.infinity)),
    rowUpper: rows.map(({ bound }) => bound),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: rows.flatMap(({ terms }) => terms.map(([, column]) => column)),
      values: rows.flatMap(({ terms }) => terms.map(([factor]) => factor)),
    },
  });
  model.options.set("output_flag", false);
  const { optimal } = highs.constants.modelStatus;
  const { minimize, maximize } = highs.constants.objectiveSense;
  const ranges = own.flatMap((cell, column) =>
    cell === undefined
      ? []
      : [{ column, cell, least: Number.POSITIVE_INFINITY, greatest: Number.NEGATIVE_INFINITY }],
  );
  const due = () => ranges.filter((range) => !wide(range));
  const look = (
    sought: readonly { column: number }[],
    sense: typeof minimize | typeof maximize,
  ) => {
    for (const { column } of sought) model.changeColCost(column, 1);
    model.changeObjectiveSense(sense);
    model.run();
    const status = model.getModelStatus();
    // A changed model has no solution: it is read first.
    const point = status === optimal ? model.getSolution().colValue : undefined;
    for (const { column } of sought) model.changeColCost(column, 0);
    if (!point) throw new Error(`the solver ended with status ${status}`);
    for (const range of ranges) {
      range.least = Math.min(range.least, point[range.column] ?? 0);
      range.greatest = Math.max(range.greatest, point[range.column] ?? 0);
    }
  };
  try {
    // All together first, for as long as that widens many.
    for (let before = Number.POSITIVE_INFINITY; due().length < 0.8 * before; ) {
      before = due().length;
      if (before < 8) break;
      look(due(), maximize);
      look(due(), minimize);
    }
    for (const range of ranges) {
      if (!wide(range)) look([range], maximize);
      if (!wide(range)) look([range], minimize);
    }
    return ranges.map(({ cell, least, greatest }) => ({ cell, least, greatest }));
  } finally {
    model.dispose();
  }
}
