import type { SurveyMode } from "../anonymity.ts";
import type { StoredCounts } from "../counting/stored-counts.ts";
import { knownRelations } from "../disclosure/known-relations.ts";
import type { Solver } from "../disclosure/linear-program.ts";
import { mergeStrata } from "../disclosure/merge-strata.ts";
import { protectRelease } from "../disclosure/protect-release.ts";
import type { TextsToTell } from "../free-text/texts-within.ts";
import { answerableQuestions, type Questionnaire } from "../questionnaire.ts";
import { stratumAxes } from "../strata/strata.ts";
import type { ResponseRate } from "../tabulation/response-rate.ts";
import { editionRelations } from "./edition-relations.ts";
import { auditOfAll, releasePanels } from "./panel-release.ts";
import { plainCounts, plainRoster } from "./plain-strata.ts";
import { again, earlierProtected, type StoredProtection, sameCounts } from "./protection.ts";
import { publishQuestions } from "./publish-questions.ts";
import type { Publishing } from "./publish-variable.ts";
import type { PublishedCrossing, PublishedRelease, ReleaseLabel } from "./published.ts";
import { publishedRate } from "./published-rate.ts";
import {
  type FramedVariable,
  framedVariables,
  namedAsFramed,
  releaseCounts,
} from "./release-counts.ts";
import { type RosterStrata, weightsOf } from "./weights.ts";
import { withheldEntries, withheldNames } from "./withheld-names.ts";

/** All that a release is made of. */
export interface ReleaseInput {
  survey: {
    slug: string;
    mode: SurveyMode;
    threshold: number;
    edition: number;
    /** With the choices of earlier editions, as the answers were counted. */
    questionnaire: Questionnaire;
  };
  number: number;
  label: ReleaseLabel;
  /** YYYY-MM-DD */
  cutOff: string;
  counts: StoredCounts;
  roster: readonly RosterStrata[];
  responseRate: ResponseRate;
  /** The releases before, the oldest first. */
  earlier: readonly StoredProtection[];
  /** What the secretariat has released of texts, by question; absent: nothing. */
  texts?: Readonly<Record<string, TextsToTell>>;
}

export type MadeRelease =
  | {
      made: true;
      release: PublishedRelease;
      /** By "q5|q7": rows, then columns. */
      crossings: Record<string, PublishedCrossing>;
      /** To be kept for the releases after this one. */
      protection: StoredProtection;
    }
  | { made: false; why: "too-few" | "too-few-new" | "unsafe"; message: string };

/**
 * Makes a release from exact counts: protects it together with the releases before it, and leaves
 * in it only what may be read. A release with the same counts as the one before is protected as that
 * one was. Refused, with what to tell the secretariat, when too few answers (or new answers) came.
 */
export function makeRelease(input: ReleaseInput, solver: Solver): MadeRelease {
  const { survey, number, label, cutOff, earlier } = input;
  const counts = plainCounts(input.counts);
  const { slug: name, mode, threshold, edition, questionnaire } = survey;
  const framed = framedVariables(counts);
  const tables = releaseCounts(counts, String(number), framed);
  const stored = {
    ...tables,
    known: [
      ...knownRelations(questionnaire, namedAsFramed(framed)),
      ...editionRelations(answerableQuestions(questionnaire), framed, tables),
    ],
  };
  const last = earlier.at(-1);
  const found =
    last && sameCounts(stored, last.stored)
      ? { protected: true as const, release: again(last, String(number)) }
      : protectRelease(stored, earlierProtected(earlier), threshold, solver);
  if (!found.protected) {
    return { made: false, why: found.why, message: refusals[found.why](threshold) };
  }
  const { release: safe } = found;
  const weights = weightsOf(counts, plainRoster(input.roster), safe.shown);
  const publishing: Publishing = {
    stored: counts,
    counts: safe.counts,
    hidden: safe.hidden,
    shownAs: safe.shown,
    threshold,
    unit: "firms",
    before: earlier.map((one) => mergeStrata(one.stored, safe.shown)),
    weights,
  };
  const crossings = publishCrossings(publishing, framed);
  const panels = releasePanels(
    {
      questionnaire,
      release: String(number),
      panels: counts.panels,
      threshold,
      earlier,
      firms: { stored, safe },
    },
    solver,
  );
  const { hidden, ...kept } = safe;
  return {
    made: true,
    crossings,
    protection: {
      stored,
      ...kept,
      hidden: [...hidden],
      withheld: [...safe.withheld],
      panels: Object.fromEntries(
        panels.flatMap(({ question, protection }) => (protection ? [[question, protection]] : [])),
      ),
    },
    release: {
      format: 2,
      survey: name,
      number,
      label,
      cutOff,
      edition,
      mode,
      threshold,
      responses: counts.responses,
      responseRate: publishedRate(input.responseRate, threshold),
      axes: safe.counts.axes.map(({ axis, strata }) => ({
        axis,
        label: stratumAxes.find((one) => one.axis === axis)?.label ?? axis,
        strata: [...strata],
      })),
      questions: publishQuestions(publishing, framed, panels, questionnaire, input.texts ?? {}),
      crossings: Object.values(crossings).map(({ rows, columns }) => ({ rows, columns })),
      withheld: [
        ...withheldNames(safe.withheld, framed, questionnaire),
        ...withheldEntries(panels, safe.counts.axes, questionnaire),
      ],
      audit: auditOfAll(safe.audit, panels),
      weighting: weights.weighting,
    },
  };
}

const refusals = {
  "too-few": (threshold: number) =>
    `回答が${threshold}者に満たないため、集計を公表できません。集計から、だれの回答か分かってしまいます。`,
  "too-few-new": (threshold: number) =>
    `前の集計版から新しく増えた回答が${threshold}者に満たないため、新しい集計版は作れません。二つの集計版の差から、増えた事業者の回答が分かってしまいます。回答がもっと集まってから作ってください。`,
  unsafe: () =>
    "伏せる数をどう選んでも、前の集計版と合わせて個々の回答が推測されてしまうため、集計を公表できません。回答がもっと集まってから作ってください。",
} as const;

function publishCrossings(
  { counts, hidden }: Publishing,
  framed: readonly FramedVariable[],
): Record<string, PublishedCrossing> {
  const byId = new Map(framed.map((one) => [one.id, one]));
  return Object.fromEntries(
    counts.byQuestion.flatMap(({ question, by, bases, counts: table }) => {
      const [first, second] = [byId.get(question), byId.get(by)];
      if (!first || !second) return [];
      const shown = (key: string, count: number | undefined) =>
        hidden.has(key) ? null : (count ?? 0);
      const [rows, columns] = [first.variable.id, second.variable.id];
      const crossing: PublishedCrossing = {
        rows,
        columns,
        n: second.slots.map(({ key }, at) => shown(`${question}#n&${by}=${key}`, bases[at])),
        cells: first.slots.map((row, index) =>
          second.slots.map((column, at) =>
            shown(`${question}=${row.key}&${by}=${column.key}`, table[index]?.[at]),
          ),
        ),
      };
      return [[`${rows}|${columns}`, crossing] as const];
    }),
  );
}
