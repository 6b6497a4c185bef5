import { canonicalJson } from "#app/domain/interim-draft/canonical-json.ts";
import { civilDate } from "#app/domain/japan/index.ts";
import { withEarlierChoices } from "#app/domain/survey/editions/index.ts";
import { releaseSha256, tabulate } from "#app/domain/survey/index.ts";
import { notYetReleasable } from "#app/domain/survey/release/may-release.ts";
import type { PublishedRelease, ReleaseLabel } from "#app/domain/survey/release/published.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { releases } from "#db/schema/index.ts";
import { announce } from "../publications.ts";
import { record } from "../record.ts";
import { earlierQuestionnaires } from "./editions.ts";
import { lockSurvey } from "./lock.ts";
import { newestRelease } from "./releases.ts";
import { closedAnswers } from "./responses.ts";
import { rosterNow } from "./roster.ts";

export const releaseLabels = ["速報", "確報"] as const satisfies readonly ReleaseLabel[];

/** Why nothing was released, with what to tell the secretariat. */
export interface ReleaseRefusal {
  why: "not-closed" | "nothing-new" | "too-few" | "too-few-new" | "unsafe";
  message: string;
}

export type Releasing = { released: true; number: number } | ({ released: false } & ReleaseRefusal);

/** What a release would be, for the secretariat to look at before it publishes it. */
export type ReleasePreview =
  | ({ releasable: false } & ReleaseRefusal)
  | {
      releasable: true;
      /** As it would be published, without its crossings. */
      published: PublishedRelease;
      /** Tables, crossings included; cells in them, and how many of these are hidden. */
      tables: number;
      cells: number;
      hidden: number;
      /** Answers that the release before did not count. */
      newAnswers: number;
    };

/**
 * What `releaseResults` would publish now; nothing is stored. Undefined for all but the
 * secretariat. It costs as much as the release itself.
 */
export async function previewRelease(
  _db: Database,
  viewer: Viewer,
  _surveyId: string,
  _label: ReleaseLabel,
): Promise<ReleasePreview | undefined> {
  if (viewer.kind !== "secretariat") return undefined;
  throw new Error("not there yet");
}

/**
 * Counts a survey's answers and publishes the tables as its next release. "nothing-new" when the
 * newest release has the same figures, unless it was a 速報 that becomes a 確報. `at` is for samples
 * only.
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
    const notYet = notYetReleasable(survey, civilDate(at ?? new Date()));
    if (notYet) return { released: false, ...notYet };
    const answers = (await closedAnswers(tx, surveyId)) ?? [];
    if (survey.mode === "anonymous" && answers.length > 0 && answers.length < survey.threshold) {
      return { released: false, why: "too-few", message: tooFew };
    }
    const earlier = await earlierQuestionnaires(tx, surveyId);
    const tabulation = tabulate(withEarlierChoices(survey.questionnaire, earlier), answers);
    const { responseRate } = await rosterNow(tx, surveyId);
    const newest = await newestRelease(tx, viewer, surveyId);
    if (newest && !(newest.label === "速報" && label === "確報")) {
      const figures = canonicalJson({ tabulation, responseRate });
      const { tabulation: t, responseRate: r } = newest;
      if (canonicalJson({ tabulation: t, responseRate: r }) === figures) {
        return { released: false, why: "nothing-new", message: nothingNew };
      }
    }
    const number = (newest?.number ?? 0) + 1;
    const { overall } = responseRate;
    await tx.insert(releases).values({
      surveyId,
      number,
      label,
      cutOff: civilDate(survey.closedAt ?? at ?? new Date()),
      edition: survey.edition,
      responses: tabulation.responses,
      invited: overall.invited,
      responseRatePercent: overall.percent,
      tabulation,
      responseRate,
      sha256: releaseSha256({ survey: survey.slug, number, label, tabulation, responseRate }),
      createdBy: viewer.kind === "anyone" ? null : viewer.accountId,
      ...(at ? { releasedAt: at } : {}),
    });
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

const nothingNew =
  "集計はすでに公表されています。前の集計版から変わった数字がないため、新しい集計版は作りませんでした。";
const tooFew =
  "回答が少ないため、集計を公表できません。匿名の調査で回答した事業者がわずかなときは、集計からだれの回答か分かってしまいます。";
