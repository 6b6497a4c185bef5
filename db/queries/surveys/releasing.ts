import { eq } from "drizzle-orm";
import { canonicalJson } from "#app/domain/interim-draft/canonical-json.ts";
import { civilDate } from "#app/domain/japan/index.ts";
import { notYetReleasable } from "#app/domain/survey/release/may-release.ts";
import type { PublishedRelease, ReleaseLabel } from "#app/domain/survey/release/published.ts";
import {
  type HashedRelease,
  publishedSha256,
} from "#app/domain/survey/release/published-sha256.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { releaseCounts, releases, surveys } from "#db/schema/index.ts";
import { announce } from "../publications.ts";
import { record } from "../record.ts";
import { lockSurvey } from "./lock.ts";
import { makeNextRelease } from "./make-release.ts";
import { newestRelease, releaseWithCrossings } from "./releases.ts";

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
      /**
       * How many texts are decided to be published, by the question's name: the release leaves out
       * those that would tell who wrote them.
       */
      decidedTexts: Readonly<Record<string, number>>;
    };

const nothingNew: ReleaseRefusal = {
  why: "nothing-new",
  message:
    "集計はすでに公表されています。前の集計版から変わった数字がないため、新しい集計版は作りませんでした。",
};

/**
 * What `releaseResults` would publish now; nothing is stored. Undefined for all but the
 * secretariat. It costs as much as the release, which then costs no more than storing it.
 */
export async function previewRelease(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  label: ReleaseLabel,
  now: Date = new Date(),
): Promise<ReleasePreview | undefined> {
  if (viewer.kind !== "secretariat") return undefined;
  return db.transaction(
    async (tx): Promise<ReleasePreview> => {
      const [survey] = await tx.select().from(surveys).where(eq(surveys.id, surveyId));
      if (!survey) throw new Error(`no survey ${surveyId}`);
      const notYet = notYetReleasable(survey, civilDate(now));
      if (notYet) return { releasable: false, ...notYet };
      const { making, newAnswers, decidedTexts } = await makeNextRelease(tx, survey, label, now);
      if (!making.made) {
        const { why, message } = making;
        return { releasable: false, why, message };
      }
      const { release, crossings } = making;
      if (await saysNothingNew(tx, viewer, surveyId, { release, crossings })) {
        return { releasable: false, ...nothingNew };
      }
      const single = release.questions.flatMap(({ variables }) => variables);
      const tables =
        single.reduce((sum, { byStratum }) => sum + 1 + byStratum.length, 0) +
        release.crossings.length;
      const { cells, hidden } = release.audit;
      const found = { published: release, tables, cells, hidden, newAnswers, decidedTexts };
      return { releasable: true, ...found };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/**
 * Counts a survey's answers and publishes the tables as its next release. "nothing-new" when the
 * newest release says the same, unless it was a 速報 that becomes a 確報. `at` is for samples only.
 * Throws for a member of the council; `anyone` stands for the making of samples.
 */
export async function releaseResults(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  label: ReleaseLabel,
  at?: Date,
): Promise<Releasing> {
  if (viewer.kind === "member") throw new Error("a member cannot release results");
  return db.transaction(async (tx): Promise<Releasing> => {
    const survey = await lockSurvey(tx, surveyId);
    const now = at ?? new Date();
    const notYet = notYetReleasable(survey, civilDate(now));
    if (notYet) return { released: false, ...notYet };
    const next = await makeNextRelease(tx, survey, label, now);
    const { making, counts, layout, counted } = next;
    if (!making.made) {
      const { why, message } = making;
      return { released: false, why, message };
    }
    const { release, crossings, protection } = making;
    if (await saysNothingNew(tx, viewer, surveyId, { release, crossings })) {
      return { released: false, ...nothingNew };
    }
    const { number, cutOff, edition, responses, responseRate } = release;
    const { invited, complete, percent } = responseRate.overall;
    const [row] = await tx
      .insert(releases)
      .values({
        surveyId,
        number,
        label,
        cutOff,
        edition,
        responses,
        invited,
        responseRatePercent: percent,
        published: release,
        crossings,
        sha256: publishedSha256({ release, crossings }),
        createdBy: viewer.kind === "anyone" ? null : viewer.accountId,
        ...(at ? { releasedAt: at } : {}),
      })
      .returning({ releaseId: releases.id });
    if (!row) throw new Error("a release was not stored");
    await tx.insert(releaseCounts).values({ ...row, layout, counted, counts, protection });
    await announce(tx, {
      audience: "public",
      title: `調査「${survey.title}」の結果（集計版${number}・${label}）`,
      summary: `${invited}者に依頼し、${complete}者の${survey.isSimulated ? "模擬回答" : "回答"}を集計しました。`,
      subject: { kind: "release", slug: survey.slug, release: number },
      isSample: survey.isSample,
      ...(at ? { at } : {}),
    });
    await record(tx, viewer, "集計の公表", survey.title, { release: number, label });
    return { released: true, number };
  });
}

/** Whether the newest release says the same already, and calls it no less final. */
async function saysNothingNew(
  tx: Database,
  viewer: Viewer,
  surveyId: string,
  next: HashedRelease,
): Promise<boolean> {
  const newest = await newestRelease(tx, viewer, surveyId);
  if (!newest || (newest.label === "速報" && next.release.label === "確報")) return false;
  if (figuresOf(newest.published) !== figuresOf(next.release)) return false;
  const whole = await releaseWithCrossings(tx, viewer, surveyId, newest.number);
  return canonicalJson(whole?.crossings ?? null) === canonicalJson(next.crossings);
}

/** What a release says besides which one it is and how it was proved. */
function figuresOf({ number, label, cutOff, audit, ...figures }: PublishedRelease): string {
  return canonicalJson(figures);
}
