import { asc, eq } from "drizzle-orm";
import { civilDate } from "#app/domain/japan/index.ts";
import { countedVariables } from "#app/domain/survey/counting/variables.ts";
import { layoutSha256 } from "#app/domain/survey/release/layout-sha256.ts";
import type { ReleaseLabel } from "#app/domain/survey/release/published.ts";
import type { Database } from "#db/database.ts";
import { openReleaseMaker } from "#db/queries/surveys/release-thread/open-release-maker.ts";
import type {
  MakerResult,
  ReleaseOrder,
} from "#db/queries/surveys/release-thread/release-maker.ts";
import { releaseCounts, releases, type surveys } from "#db/schema/index.ts";
import { codedAnswers, placedAnswers } from "./coded-answers.ts";
import { codingsOf } from "./codings.ts";
import { madeLately } from "./made-lately.ts";
import { rosterNow } from "./roster.ts";
import { textsForRelease } from "./texts.ts";

/** So many variables and answers are made into a release where they are, not in a thread. */
const fewVariables = 6;
const fewAnswers = 20_000;

/** A release as it was made or refused, with what is stored beside it. */
export interface NextRelease extends MakerResult {
  layout: string;
  /** Answers in it, and those that the release before did not count. */
  counted: number;
  newAnswers: number;
  /** How many texts the secretariat has decided to publish, by the question's name. */
  decidedTexts: Readonly<Record<string, number>>;
}

/**
 * Makes the next release of a survey from its answers, without storing it. What the release before
 * has counted is not read again: its counts are added to, unless a new edition or another way of
 * coding counts otherwise; then all is counted anew. What is heavy runs in a thread of its own.
 */
export async function makeNextRelease(
  tx: Database,
  survey: typeof surveys.$inferSelect,
  label: ReleaseLabel,
  now: Date,
): Promise<NextRelease> {
  const { id: surveyId, slug, mode, threshold, edition } = survey;
  const codings = await codingsOf(tx, surveyId, edition);
  if (!codings) throw new Error(`no edition ${edition} of ${surveyId}`);
  const { questionnaire } = codings;
  const variables = countedVariables(questionnaire, {});
  const layout = layoutSha256(edition, variables);
  const earlier = await earlierReleases(tx, surveyId);
  const last = earlier.at(-1);
  const base = last?.layout === layout ? await countsOf(tx, last.releaseId) : undefined;
  const counted = await placedAnswers(tx, surveyId);
  const from = base && last ? last.counted : 0;
  const { responseRate, roster } = await rosterNow(tx, surveyId);
  const texts = await textsForRelease(tx, surveyId, threshold);
  const light = variables.length <= fewVariables && counted - from <= fewAnswers;
  const maker = openReleaseMaker({ questionnaire, base }, light);
  try {
    const range = { surveyId, edition, codingOf: codings.of, from, to: counted };
    let counting = Promise.resolve();
    for await (const piece of codedAnswers(tx, range)) {
      await counting;
      counting = maker.add(piece);
      // Looked at in the next turn; an error meanwhile must not be nobody's.
      counting.catch(() => {});
    }
    await counting;
    const order: ReleaseOrder = {
      survey: { slug, mode, threshold, edition, questionnaire },
      number: (last?.number ?? 0) + 1,
      label,
      cutOff: civilDate(survey.closedAt ?? now),
      roster,
      responseRate,
      earlier: earlier.map(({ protection }) => protection),
      texts,
    };
    const result = await madeLately(await maker.counts(), order, () => maker.make(order));
    const decidedTexts = Object.fromEntries(
      Object.entries(texts).map(([name, { published }]) => [name, published.length]),
    );
    const newAnswers = counted - (last?.counted ?? 0);
    return { ...result, layout, counted, newAnswers, decidedTexts };
  } finally {
    await maker.close();
  }
}

/** What the releases before were protected by, the oldest first. */
async function earlierReleases(tx: Database, surveyId: string) {
  const { releaseId, layout, counted, protection } = releaseCounts;
  return tx
    .select({ number: releases.number, releaseId, layout, counted, protection })
    .from(releaseCounts)
    .innerJoin(releases, eq(releases.id, releaseId))
    .where(eq(releases.surveyId, surveyId))
    .orderBy(asc(releases.number));
}

async function countsOf(tx: Database, releaseId: string): Promise<Uint8Array | undefined> {
  const [row] = await tx
    .select({ counts: releaseCounts.counts })
    .from(releaseCounts)
    .where(eq(releaseCounts.releaseId, releaseId));
  return row?.counts;
}
