import { and, desc, eq } from "drizzle-orm";
import { canonicalJson } from "#app/domain/interim-draft/canonical-json.ts";
import { withEarlierChoices } from "#app/domain/survey/editions/index.ts";
import {
  type ResponseRate,
  releaseSha256,
  type Tabulation,
  tabulate,
} from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { releases } from "#db/schema/index.ts";
import { announce } from "../publications.ts";
import { record } from "../record.ts";
import { earlierQuestionnaires } from "./editions.ts";
import { lockSurvey } from "./lock.ts";
import { type ReleaseHead, releaseHeadColumns } from "./release-heads.ts";
import { closedAnswers } from "./responses.ts";
import { responseRateNow } from "./roster.ts";
import { listSurveys, type SurveySummary } from "./surveys.ts";

export const releaseLabels = ["速報", "確報"] as const;
export type ReleaseLabel = (typeof releaseLabels)[number];

/** A release (集計版): frozen tables with the response rate of that day. */
export interface Release extends ReleaseHead {
  tabulation: Tabulation;
  responseRate: ResponseRate;
}

export type Releasing =
  | { released: true; number: number }
  | { released: false; why: "not-closed" | "nothing-new" | "too-few" };

/**
 * Counts a closed survey once and publishes the tables as its next release. "nothing-new" when
 * the newest release has the same figures, unless it was a 速報 that becomes a 確報. "too-few": an
 * anonymous survey with one answer or a few; who gave them is known, so any table would tell them.
 * `at` is for samples only.
 */
export async function releaseResults(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  label: ReleaseLabel,
  at?: Date,
): Promise<Releasing> {
  return db.transaction(async (tx): Promise<Releasing> => {
    const survey = await lockSurvey(tx, surveyId);
    const answers = await closedAnswers(tx, surveyId);
    if (!answers) return { released: false, why: "not-closed" };
    if (survey.mode === "anonymous" && answers.length > 0 && answers.length < survey.threshold) {
      return { released: false, why: "too-few" };
    }
    const earlier = await earlierQuestionnaires(tx, surveyId);
    const tabulation = tabulate(withEarlierChoices(survey.questionnaire, earlier), answers);
    const responseRate = await responseRateNow(tx, surveyId);
    const newest = await newestRelease(tx, viewer, surveyId);
    if (newest && !(newest.label === "速報" && label === "確報")) {
      const figures = canonicalJson({ tabulation, responseRate });
      const { tabulation: t, responseRate: r } = newest;
      if (canonicalJson({ tabulation: t, responseRate: r }) === figures) {
        return { released: false, why: "nothing-new" };
      }
    }
    const number = (newest?.number ?? 0) + 1;
    await tx.insert(releases).values({
      surveyId,
      number,
      label,
      tabulation,
      responseRate,
      sha256: releaseSha256({ survey: survey.slug, number, label, tabulation, responseRate }),
      createdBy: viewer.kind === "anyone" ? null : viewer.accountId,
      ...(at ? { releasedAt: at } : {}),
    });
    const { overall } = responseRate;
    await announce(tx, {
      audience: "public",
      title: `調査「${survey.title}」の結果（集計版${number}・${label}）`,
      summary: `${overall.invited}者に依頼し、${overall.complete}者の${survey.isSimulated ? "模擬回答" : "回答"}を集計しました。`,
      subject: { kind: "release", slug: survey.slug, release: number },
      isSample: survey.isSample,
      ...(at ? { at } : {}),
    });
    await record(tx, viewer, "集計の公表", survey.title, { release: number, label });
    return { released: true, number };
  });
}

const releaseColumns = {
  ...releaseHeadColumns,
  tabulation: releases.tabulation,
  responseRate: releases.responseRate,
};

/** The releases of a survey, the newest first. Everybody may see them. */
export async function listReleases(
  db: Database,
  _viewer: Viewer,
  surveyId: string,
): Promise<ReleaseHead[]> {
  return db
    .select(releaseHeadColumns)
    .from(releases)
    .where(eq(releases.surveyId, surveyId))
    .orderBy(desc(releases.number));
}

/** One release of a survey by its number. */
export async function findRelease(
  db: Database,
  _viewer: Viewer,
  surveyId: string,
  number: number,
): Promise<Release | undefined> {
  const [row] = await db
    .select(releaseColumns)
    .from(releases)
    .where(and(eq(releases.surveyId, surveyId), eq(releases.number, number)));
  return row;
}

/** The newest release of a survey; undefined while nothing is released. */
export async function newestRelease(
  db: Database,
  _viewer: Viewer,
  surveyId: string,
): Promise<Release | undefined> {
  const [row] = await db
    .select(releaseColumns)
    .from(releases)
    .where(eq(releases.surveyId, surveyId))
    .orderBy(desc(releases.number))
    .limit(1);
  return row;
}

/** A released survey in the words that an interim draft's history needs. */
export interface SurveyFacts {
  survey: Omit<SurveySummary, "newestRelease">;
  release: ReleaseHead;
}

/** Every released survey with its newest release, in the order of their opening. */
export async function surveyFacts(db: Database, viewer: Viewer): Promise<SurveyFacts[]> {
  const found = await listSurveys(db, viewer);
  return found
    .flatMap(({ newestRelease: release, ...survey }) => (release ? [{ survey, release }] : []))
    .reverse();
}
