import { countedPanels } from "../counting/panels.ts";
import type { CountedTables } from "../counting/stored-counts.ts";
import type { ReleaseCounts } from "../disclosure/counted-tables.ts";
import type { KnownRelation } from "../disclosure/known-relation.ts";
import { knownRelations } from "../disclosure/known-relations.ts";
import type { Solver } from "../disclosure/linear-program.ts";
import { mergeStrata, type ShownStrata } from "../disclosure/merge-strata.ts";
import {
  type Audit,
  type ProtectedRelease,
  protectRelease,
} from "../disclosure/protect-release.ts";
import type { PanelQuestion, Questionnaire } from "../questionnaire.ts";
import { editionRelations } from "./edition-relations.ts";
import { again, earlierProtected, type StoredProtection, sameCounts } from "./protection.ts";
import {
  type FramedVariable,
  framedVariables,
  namedAsFramed,
  releaseCounts,
  variableName,
} from "./release-counts.ts";

/** The entries of a dynamic panel in a release: a system of tables of its own. */
export interface PanelRelease {
  question: string;
  counted: CountedTables;
  framed: FramedVariable[];
  /** As protected; undefined where nothing of the entries can be shown. */
  safe: ProtectedRelease | undefined;
  protection: StoredProtection | undefined;
  /** Counts of the entries in the releases before, with this one's strata. */
  before: ReleaseCounts[];
}

interface PanelInput {
  questionnaire: Questionnaire;
  release: string;
  panels: Readonly<Record<string, CountedTables>>;
  threshold: number;
  earlier: readonly StoredProtection[];
  /** The release of the firms' tables, and what it was made of. */
  firms: { stored: ReleaseCounts; safe: ProtectedRelease };
}

/**
 * Protects the tables of entries. They stand beside the firms' tables: by the same strata, and only
 * where it is shown how many firms have entries at all, so that the one tells nothing of the other.
 */
export function releasePanels(input: PanelInput, solver: Solver): PanelRelease[] {
  return countedPanels(input.questionnaire, {}).flatMap(({ question, questions }) => {
    const counted = input.panels[question];
    if (!counted) return [];
    const framed = framedVariables(counted);
    const tables = releaseCounts(counted, input.release, framed);
    const known = [
      ...entryRelations(input.questionnaire, questions, framed),
      ...editionRelations(questions, framed, tables),
    ];
    const stored = { ...tables, known };
    const safe = protectPanel(input, question, stored, solver);
    const protection = safe && {
      stored,
      ...safe,
      hidden: [...safe.hidden],
      withheld: [...safe.withheld],
    };
    const before = input.earlier.flatMap(({ panels }) => {
      const counts = panels?.[question]?.stored;
      return counts && safe ? [mergeStrata(counts, safe.shown)] : [];
    });
    return [{ question, counted, framed, safe, protection, before }];
  });
}

/** The proof of all tables of a release together. */
export function auditOfAll(firms: Audit, panels: readonly PanelRelease[]): Audit {
  const all = [firms, ...panels.flatMap(({ safe }) => safe?.audit ?? [])];
  const total = (of: "cells" | "hidden" | "small" | "audited") =>
    all.reduce((sum, audit) => sum + audit[of], 0);
  const widths = all.flatMap(({ narrowest }) => narrowest ?? []);
  return {
    ...firms,
    cells: total("cells"),
    hidden: total("hidden"),
    small: total("small"),
    audited: total("audited"),
    narrowest: widths.length === 0 ? null : Math.min(...widths),
  };
}

function protectPanel(
  { firms, threshold, earlier, release }: PanelInput,
  question: string,
  stored: ReleaseCounts,
  solver: Solver,
): ProtectedRelease | undefined {
  const id = variableName(question);
  const { safe } = firms;
  const own = safe.counts.questions.find((one) => one.id === id);
  if (!own || safe.hidden.has(`${id}#n`)) return undefined;
  const before = earlier.filter((one) => one.stored.questions.some((asked) => asked.id === id));
  // What a release has withheld stays so: of a count that is 0 now it would be told that it was 0.
  if (before.some(({ panels }) => panels?.[question] === undefined)) return undefined;
  const firmsIn = ({ stored }: Pick<StoredProtection, "stored">) =>
    stored.questions.find((one) => one.id === id)?.n ?? 0;
  const few = (count: number) => count > 0 && count < threshold;
  // Entries of few new firms could be read off the difference.
  if (before.some((one) => few(firmsIn(firms) - firmsIn(one)))) return undefined;

  const shown = Object.fromEntries(
    Object.entries(safe.shown).filter(([axis]) => {
      const firmsBy = ({ stored }: Pick<StoredProtection, "stored">) =>
        mergeStrata(stored, safe.shown).byStratum.find(
          (table) => table.question === id && table.axis === axis,
        )?.strata ?? [];
      const table = safe.counts.byStratum.find((one) => one.question === id && one.axis === axis);
      return table?.strata.every(({ stratum, n }) => {
        if (safe.hidden.has(`${id}#n&${axis}=${stratum}`)) return false;
        const came = before
          .filter(({ panels }) => axis in (panels?.[question]?.shown ?? {}))
          .map((one) => n - (firmsBy(one).find((each) => each.stratum === stratum)?.n ?? 0));
        return !came.some(few);
      });
    }),
  );
  const protections = before.flatMap(({ panels }) => panels?.[question] ?? []);
  const last = protections.at(-1);
  if (last && sameCounts(stored, last.stored) && sameStrata(shown, last.shown)) {
    return again(last, release);
  }
  const merged = mergeStrata(stored, shown);
  if (stored.responses === 0) return nothingToHide(merged, shown, threshold);
  const found = protectRelease(stored, earlierProtected(protections), threshold, solver, shown);
  return found.protected ? found.release : undefined;
}

function sameStrata(one: ShownStrata, other: ShownStrata): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Tables of no entries, beside a table that shows that nobody has any. */
function nothingToHide(
  counts: ReleaseCounts,
  shown: ShownStrata,
  threshold: number,
): ProtectedRelease {
  const audit: Audit = {
    method: "",
    threshold,
    cells: 0,
    hidden: 0,
    small: 0,
    audited: 0,
    narrowest: null,
    earlier: [],
  };
  return { counts, shown, hidden: new Set(), withheld: [], audit };
}

/** What the questions of a panel tell of its tables: conditions on answers of the same entry. */
function entryRelations(
  questionnaire: Questionnaire,
  questions: readonly PanelQuestion[],
  framed: readonly FramedVariable[],
): KnownRelation[] {
  const alone = questions.map((question): PanelQuestion => {
    const conditions = question.visibleIf.map(withinEntry);
    const visibleIf = conditions.filter((one) => one !== undefined);
    // One that looks outside the entry leaves nothing that can be said of the table.
    return visibleIf.length === conditions.length
      ? { ...question, visibleIf }
      : { ...question, visibleIf: [] };
  });
  const pages = [{ name: "", title: "", description: "", questions: alone }];
  return knownRelations({ ...questionnaire, pages }, namedAsFramed(framed));
}

/** {panel.insured} = true as {insured} = true; undefined where anything else is named. */
function withinEntry(expression: string): string | undefined {
  const names = [...expression.matchAll(/\{#?([^}]*)\}/gu)].map(([, name = ""]) => name.trim());
  return names.every((name) => name.startsWith("panel."))
    ? expression.replaceAll(/\{(#?)\s*panel\./gu, "{$1")
    : undefined;
}
