import loadHighs, { type Highs, type Model } from "highs";

/** One quantity; `upper` absent: without end. */
export interface Column {
  lower: number;
  upper?: number;
  cost?: number;
}

/** Columns with bounds, and rows lower ≤ Σ coefficient × column ≤ upper. */
export interface LinearProgram {
  columns: readonly Column[];
  rows: readonly {
    terms: readonly { column: number; coefficient: number }[];
    lower?: number;
    upper?: number;
  }[];
}

/** The best value with a point that has it; null when no point satisfies the rows. */
export type Optimum = { value: number; point: Float64Array } | { value: "unbounded" } | null;

export interface OpenProgram {
  /** The least (or greatest) value of one column, the others being free. */
  extreme(column: number, sense: "least" | "greatest"): Optimum;
  /** The least total cost. */
  cheapest(): Optimum;
}

export interface Solver {
  /** Name and version, for the record of an audit. */
  name: string;
  /** Opens a program for as long as `use` runs. */
  with<T>(program: LinearProgram, use: (open: OpenProgram) => T): T;
}

/**
 * All coefficients are small whole numbers, and the first basis is as good as solved: to simplify or
 * scale a program takes longer than to solve it.
 */
const options = { output_flag: false, presolve: "off", simplex_scale_strategy: 0 };

let loading: Promise<Highs> | undefined;

/** HiGHS, compiled to WebAssembly; loaded once. */
export async function loadSolver(): Promise<Solver> {
  loading ??= loadHighs();
  const highs = await loading;
  return {
    name: `HiGHS ${highs.version.string}`,
    with(program, use) {
      const model = highs.createModel(encode(highs, program));
      try {
        model.options.set(options);
        return use(openProgram(highs, model, program));
      } finally {
        model.dispose();
      }
    },
  };
}

function openProgram(highs: Highs, model: Model, { columns }: LinearProgram): OpenProgram {
  const { minimize, maximize } = highs.constants.objectiveSense;
  const { optimal, infeasible, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
  const costly = columns.flatMap(({ cost = 0 }, column) => (cost === 0 ? [] : [{ column, cost }]));
  // A call for each column costs as much as a small program; the model begins with its costs.
  let priced = true;
  function price(wanted: boolean): void {
    if (priced === wanted) return;
    for (const { column, cost } of costly) model.changeColCost(column, wanted ? cost : 0);
    priced = wanted;
  }
  function run(): Optimum {
    model.run();
    const status = model.getModelStatus();
    if (status === optimal) {
      return { value: model.getObjectiveValue(), point: model.getSolution().colValue };
    }
    if (status === unbounded || status === unboundedOrInfeasible) return { value: "unbounded" };
    if (status === infeasible) return null;
    throw new Error(`HiGHS ended with status ${status}`);
  }
  return {
    extreme(column, sense) {
      price(false);
      model.changeColCost(column, 1);
      model.changeObjectiveSense(sense === "least" ? minimize : maximize);
      const optimum = run();
      model.changeColCost(column, 0);
      return optimum;
    },
    cheapest() {
      price(true);
      model.changeObjectiveSense(minimize);
      return run();
    },
  };
}

function encode(highs: Highs, { columns, rows }: LinearProgram) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const { column, coefficient } of terms) {
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost = 0 }) => cost),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper = highs.infinity }) => upper),
    rowLower: rows.map(({ lower = -highs.infinity }) => lower),
    rowUpper: rows.map(({ upper = highs.infinity }) => upper),
    matrix: {
      format: "csr" as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices,
      values,
    },
  };
}
