import type { EarlierRelease } from "./between-releases.ts";
import type { ReleaseCounts } from "./counted-tables.ts";
import { frameOf } from "./frame.ts";
import type { Solver } from "./linear-program.ts";
import { mergeStrata, type ShownStrata, shownStrata } from "./merge-strata.ts";
import { isSmall, type Suppression, suppress } from "./suppress.ts";
import type { DisclosureSystem } from "./system.ts";

/** A release as it may be published. */
export interface ProtectedRelease {
  /** With merged strata and without the tables that are withheld: what the tables are made of. */
  counts: ReleaseCounts;
  shown: ShownStrata;
  /** Keys of the cells to hide, as `frameOf` names them, without the name of the release. */
  hidden: ReadonlySet<string>;
  /** Tables that no hiding of cells protects: "q5", "q5&sector", "q5&q7". */
  withheld: readonly string[];
  audit: Audit;
}

/** The proof kept with a release. */
export interface Audit {
  method: string;
  threshold: number;
  /** Cells that could be shown, and how many of them are hidden. */
  cells: number;
  hidden: number;
  /** Of these, counts from 1 to below the threshold, in this release. */
  small: number;
  /** Hidden cells of this release and the earlier ones whose range was looked at. */
  audited: number;
  /** The narrowest range found, in whole counts; null when nothing is hidden. */
  narrowest: number | null;
  /** Releases before this one that were looked at together with it. */
  earlier: readonly string[];
}

export type Protection =
  | { protected: true; release: ProtectedRelease }
  | { protected: false; why: "too-few" | "too-few-new" | "unsafe" };

/** An earlier release of the same survey, as it was protected. */
export interface EarlierProtected {
  release: ProtectedRelease;
  /** Its counts by the strata as they are stored. */
  stored: ReleaseCounts;
}

/**
 * What of a release can be published so that neither from it nor from it and the earlier ones
 * together a small count follows. Refused are a release of fewer answers than the threshold, and
 * one with fewer new answers than that: their answers could be read off the difference.
 *
 * @param within which strata to show; absent: as few together as these answers need
 */
export function protectRelease(
  stored: ReleaseCounts,
  earlier: readonly EarlierProtected[],
  threshold: number,
  solver: Solver,
  within?: ShownStrata,
): Protection {
  const last = earlier.at(-1);
  if (stored.responses < threshold) return { protected: false, why: "too-few" };
  const came = stored.responses - (last?.stored.responses ?? 0);
  if (last && came !== 0 && came < threshold) return { protected: false, why: "too-few-new" };

  const kept = last ? mergeStrata(stored, last.release.shown) : stored;
  const before = last ? mergeStrata(last.stored, last.release.shown) : undefined;
  const further = shownStrata(kept.axes, before?.axes ?? [], threshold);
  const shown = within ?? (last ? composed(last.release.shown, further) : further);
  const series = earlier.map(({ release }, index): EarlierRelease => {
    const name = release.counts.release;
    const next = earlier[index + 1]?.release.shown ?? shown;
    return {
      counts: release.counts,
      hidden: new Set([...release.hidden].map((key) => `${name}|${key}`)),
      merged: renaming(release.shown, next),
    };
  });
  const withheld = new Set<string>();
  let counts = within ? mergeStrata(stored, within) : mergeStrata(kept, further);
  for (;;) {
    const system = frameOf(counts, series);
    const suppression = suppress(system, threshold, solver);
    if (suppression.unsafe.length === 0) {
      const hidden = hiddenKeys(system, suppression, stored.release);
      const audit = auditOf(system, suppression, hidden.size, threshold, solver, earlier);
      const release = { counts, shown, hidden, withheld: [...withheld], audit };
      return { protected: true, release };
    }
    const drop = tablesToWithhold(system, suppression.unsafe, stored.release);
    if (drop.length === 0) return { protected: false, why: "unsafe" };
    for (const table of drop) withheld.add(table);
    counts = without(counts, withheld);
  }
}

/** The tables of unsafe cells: crossed ones first, whole questions when nothing else is left. */
function tablesToWithhold(
  { cells }: DisclosureSystem,
  unsafe: readonly number[],
  release: string,
): string[] {
  const tables = unsafe
    .flatMap((cell) => cells[cell]?.tables ?? [])
    .filter((table) => table.startsWith(`${release}|`))
    .map((table) => table.slice(release.length + 1));
  const crossed = tables.filter((table) => table.includes("&"));
  const found = new Set(crossed.length > 0 ? crossed : tables);
  if (found.size > 0) return [...found];
  // An earlier release's cell is laid open by this one: nothing crossed, then nothing at all.
  const own = cells
    .flatMap(({ tables }) => tables)
    .filter((table) => table.startsWith(`${release}|`));
  const names = [...new Set(own)].map((table) => table.slice(release.length + 1));
  const crossing = names.filter((table) => table.includes("&"));
  return crossing.length > 0 ? crossing : names;
}

function without(counts: ReleaseCounts, withheld: ReadonlySet<string>): ReleaseCounts {
  const gone = (question: string) => withheld.has(question);
  return {
    ...counts,
    questions: counts.questions.filter(({ id }) => !gone(id)),
    byStratum: counts.byStratum.filter(
      ({ question, axis }) => !gone(question) && !withheld.has(`${question}&${axis}`),
    ),
    byQuestion: counts.byQuestion.filter(
      ({ question, by }) => !gone(question) && !gone(by) && !withheld.has(`${question}&${by}`),
    ),
  };
}

function hiddenKeys(
  { cells }: DisclosureSystem,
  { hidden }: Suppression,
  release: string,
): Set<string> {
  const own = [...hidden].flatMap((cell) => cells[cell]?.key ?? []);
  return new Set(
    own.filter((key) => key.startsWith(`${release}|`)).map((key) => key.slice(release.length + 1)),
  );
}

function auditOf(
  { cells }: DisclosureSystem,
  { ranges }: Suppression,
  hidden: number,
  threshold: number,
  solver: Solver,
  earlier: readonly EarlierProtected[],
): Audit {
  const open = cells.filter(({ state }) => state === "open");
  const widths = ranges.map(({ least, greatest }) => Math.floor(greatest - least + 1e-6) + 1);
  return {
    method: `線形計画法（${solver.name}）`,
    threshold,
    cells: open.length,
    hidden,
    small: open.filter((cell) => isSmall(cell, threshold)).length,
    audited: ranges.length,
    narrowest: widths.length === 0 ? null : Math.min(...widths),
    earlier: earlier.map(({ release }) => release.counts.release),
  };
}

/** First by one naming, then by another. */
function composed(first: ShownStrata, then: ShownStrata): ShownStrata {
  return Object.fromEntries(
    Object.entries(then).map(([axis, names]) => [
      axis,
      Object.fromEntries(
        Object.entries(first[axis] ?? {}).map(([stratum, name]) => [stratum, names[name] ?? name]),
      ),
    ]),
  );
}

/** From the names of one release to those of the next, where both show the axis. */
function renaming(from: ShownStrata, to: ShownStrata): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(from).map(([axis, names]) => [
      axis,
      Object.fromEntries(
        Object.entries(names).map(([stratum, name]) => [name, to[axis]?.[stratum] ?? name]),
      ),
    ]),
  );
}
