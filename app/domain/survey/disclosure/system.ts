/**
 * What can be said of the cells of all tables of a release together, and of the releases before:
 * counts, and the linear relations that everybody knows to hold between them.
 */
export interface DisclosureSystem {
  cells: readonly DisclosureCell[];
  relations: readonly Relation[];
}

export interface DisclosureCell {
  /** Unique in the system: "2|q5=a|sector=土木". */
  key: string;
  /** How many answers (never negative). */
  count: number;
  /** How many firms gave them, where a firm can give several; else as many. */
  contributors?: number;
  /** How many firms gave what came since the release before, where that one shows its count. */
  came?: number;
  /**
   * "open": a release may show or hide it; "shown" and "hidden": an earlier release did so for
   * good, or everybody knows it; "never": it stands in no table, but follows from the others.
   */
  state: "open" | "shown" | "hidden" | "never";
  /** Whether a count given by 1 to below the threshold must be hidden. */
  sensitive: boolean;
  /** What hiding this cell costs the reader, against 1 for an inner cell of a table. */
  weight: number;
  /** The tables that the cell stands in; a table that cannot be protected is withheld whole. */
  tables: readonly string[];
}

/** Σ coefficient × count is 0 ("equal") or not above 0 ("atMost"). */
export interface Relation {
  sense: "equal" | "atMost";
  terms: readonly { cell: number; coefficient: number }[];
}

/** What `systemBuilder` gives. */
export type SystemBuilder = ReturnType<typeof systemBuilder>;

/** Collects cells and relations; `build` gives the system. */
export function systemBuilder() {
  const cells: DisclosureCell[] = [];
  const relations: Relation[] = [];
  const places = new Map<string, number>();
  const place = (key: string): number => {
    const found = places.get(key);
    if (found === undefined) throw new Error(`no cell ${key}`);
    return found;
  };
  const terms = (keys: readonly string[], coefficient: number) =>
    keys.map((key) => ({ cell: place(key), coefficient }));
  return {
    /** Adds a cell; a key that is there already must be a slip of the caller. */
    cell(cell: DisclosureCell): void {
      if (places.has(cell.key)) throw new Error(`cell ${cell.key} stands twice`);
      places.set(cell.key, cells.push(cell) - 1);
    },
    has: (key: string): boolean => places.has(key),
    /**
     * Tells how many firms gave what came to a cell since an earlier release, where all it had then
     * is shown. Nobody answers twice; where that is not held by the firms counted, it is one firm.
     */
    came(later: string, earlier: readonly string[]): void {
      const before = earlier.map((key) => cells[place(key)]);
      const at = place(later);
      const cell = cells[at];
      if (cell?.state !== "open" || before.some((one) => one?.state !== "shown")) return;
      const had = before.reduce((sum, one) => sum + (one?.count ?? 0), 0);
      const firmsHad = before.reduce((sum, one) => sum + (one?.contributors ?? one?.count ?? 0), 0);
      const { count, contributors = count } = cell;
      const firms = Math.max(1, Math.min(contributors - firmsHad, count - had));
      cells[at] = { ...cell, came: count === had ? 0 : firms };
    },
    /** The whole is the sum of its parts. */
    sum(whole: string, parts: readonly string[]): void {
      relations.push({ sense: "equal", terms: [...terms(parts, 1), ...terms([whole], -1)] });
    },
    /** The lesser cells together are not more than the greater ones together. */
    atMost(lesser: readonly string[], greater: readonly string[]): void {
      relations.push({ sense: "atMost", terms: [...terms(lesser, 1), ...terms(greater, -1)] });
    },
    /** A relation of any cells, some perhaps named twice; one that the counts break is left out. */
    known(sense: Relation["sense"], terms: readonly { coefficient: number; key: string }[]): void {
      const byCell = new Map<number, number>();
      for (const { coefficient, key } of terms) {
        const cell = place(key);
        byCell.set(cell, (byCell.get(cell) ?? 0) + coefficient);
      }
      const moving = [...byCell].flatMap(([cell, coefficient]) =>
        coefficient === 0 ? [] : [{ cell, coefficient }],
      );
      const sum = moving.reduce(
        (sum, { cell, coefficient }) => sum + coefficient * (cells[cell]?.count ?? 0),
        0,
      );
      if (moving.length > 0 && (sense === "equal" ? sum === 0 : sum <= 0)) {
        relations.push({ sense, terms: moving });
      }
    },
    /** The relations so far among the cells whose keys begin so. */
    relationsOf(start: string) {
      return relations
        .map(({ sense, terms }) => ({
          sense,
          terms: terms.map(({ cell, coefficient }) => ({
            key: cells[cell]?.key ?? "",
            coefficient,
          })),
        }))
        .filter(({ terms }) => terms.every(({ key }) => key.startsWith(start)));
    },
    /** The system; a relation that its own counts break is a slip of the caller. */
    build(): DisclosureSystem {
      for (const { sense, terms } of relations) {
        const sum = terms.reduce(
          (sum, { cell, coefficient }) => sum + coefficient * (cells[cell]?.count ?? 0),
          0,
        );
        if (sense === "equal" ? sum !== 0 : sum > 0) {
          const names = terms.map(({ cell }) => cells[cell]?.key).join(", ");
          throw new Error(`the counts do not agree: ${names}`);
        }
      }
      return { cells, relations };
    },
  };
}
