/** Σ factor × count + constant is 0, or not above 0. */
export interface Statement {
  terms: ReadonlyMap<string, number>;
  constant: number;
  sense: "=" | "<=";
}

/** Counts that hang together by rows Σ factor × column = (or ≤) bound. */
export interface Part {
  columns: { name: string; lower: number; upper: number }[];
  rows: { terms: [factor: number, column: number][]; bound: number; sense: Statement["sense"] }[];
}

/** Solvers and printed roundings reckon in binary fractions. */
const slack = 1e-6;

interface Row {
  terms: Map<string, number>;
  bound: number;
  sense: Statement["sense"];
}

/**
 * The same statements, shorter, for counts from 0 to `greatest`: counts that follow by themselves
 * are put in, rows of one count become its bounds, rows that always hold are left out, and what
 * does not hang together is taken apart. Throws where a row can never hold.
 */
export function simplified(
  statements: readonly Statement[],
  greatest: number,
): { known: Map<string, number>; parts: Part[] } {
  const bounds = new Map<string, { lower: number; upper: number }>();
  const known = new Map<string, number>();
  for (const { terms } of statements) {
    for (const name of terms.keys()) bounds.set(name, { lower: 0, upper: greatest });
  }
  let rows = statements.map(({ terms, constant, sense }): Row => {
    const moving = [...terms].filter(([, factor]) => factor !== 0);
    return { terms: new Map(moving), bound: -constant, sense };
  });
  for (let changed = true; changed; ) {
    changed = false;
    rows = rows.filter((row) => {
      for (const [name, factor] of row.terms) {
        const value = known.get(name);
        if (value === undefined) continue;
        row.terms.delete(name);
        row.bound -= factor * value;
      }
      const verdict = judged(row, bounds);
      if (verdict === "never") throw new Error("what is published does not agree with itself");
      if (verdict === "always") return false;
      if (verdict === "barely") {
        // Every count is where it makes the least of the row.
        for (const [name, factor] of row.terms) {
          const own = bounds.get(name);
          if (own && factor > 0) own.upper = own.lower;
          if (own && factor < 0) own.lower = own.upper;
        }
        changed = true;
        return false;
      }
      const [[name = "", factor = 1] = []] = row.terms;
      if (row.terms.size > 1) return true;
      tighten(bounds.get(name), factor, row);
      changed = true;
      return false;
    });
    for (const [name, { lower, upper }] of bounds) {
      if (known.has(name) || upper - lower > slack) continue;
      if (upper - lower < -slack) throw new Error(`there is no count for ${name}`);
      known.set(name, (lower + upper) / 2);
      changed = true;
    }
  }
  return { known, parts: partsOf(rows, bounds, known) };
}

/** Whether a row holds within the bounds whatever the counts are. */
function judged(
  { terms, bound, sense }: Row,
  bounds: ReadonlyMap<string, { lower: number; upper: number }>,
): "always" | "never" | "barely" | "depends" {
  let [least, most] = [0, 0];
  for (const [name, factor] of terms) {
    const { lower = 0, upper = 0 } = bounds.get(name) ?? {};
    least += factor * (factor > 0 ? lower : upper);
    most += factor * (factor > 0 ? upper : lower);
  }
  if (least > bound + slack || (sense === "=" && most < bound - slack)) return "never";
  if (terms.size === 0) return "always";
  if (sense === "<=" && most <= bound) return "always";
  return least >= bound - slack / 10 ? "barely" : "depends";
}

function tighten(
  own: { lower: number; upper: number } | undefined,
  factor: number,
  { bound, sense }: Row,
) {
  if (!own) return;
  const value = bound / factor;
  if (sense === "=" || factor > 0) own.upper = Math.min(own.upper, value);
  if (sense === "=" || factor < 0) own.lower = Math.max(own.lower, value);
}

function partsOf(
  rows: readonly Row[],
  bounds: ReadonlyMap<string, { lower: number; upper: number }>,
  known: ReadonlyMap<string, number>,
): Part[] {
  const names = [...bounds.keys()].filter((name) => !known.has(name));
  const over = new Map(names.map((name) => [name, name]));
  const top = (name: string): string => {
    let [at, up] = [name, over.get(name) ?? name];
    while (at !== up) {
      const above = over.get(up) ?? up;
      over.set(at, above);
      [at, up] = [above, over.get(above) ?? above];
    }
    return at;
  };
  for (const { terms } of rows) {
    const [first = "", ...others] = terms.keys();
    for (const name of others) over.set(top(name), top(first));
  }
  const parts = new Map<string, Part>();
  const places = new Map<string, number>();
  for (const name of names) {
    const part = parts.get(top(name)) ?? { columns: [], rows: [] };
    parts.set(top(name), part);
    const { lower = 0, upper = 0 } = bounds.get(name) ?? {};
    places.set(name, part.columns.push({ name, lower, upper }) - 1);
  }
  for (const { terms, bound, sense } of rows) {
    const [first = ""] = terms.keys();
    const entries = [...terms].map(([name, factor]): [number, number] => [
      factor,
      places.get(name) ?? 0,
    ]);
    parts.get(top(first))?.rows.push({ terms: entries, bound, sense });
  }
  return [...parts.values()];
}
