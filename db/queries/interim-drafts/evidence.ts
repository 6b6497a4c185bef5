import type { Link } from "#app/domain/evidence/index.ts";
import type { InterimDraftParts, ReleasePart } from "#app/domain/interim-draft/parts.ts";
import { releasedTablesOf } from "#app/domain/interim-draft/released-tables.ts";
import { hiddenReason } from "#app/domain/survey/release/hidden-words.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { linksOf } from "../links.ts";
import { findRelease } from "../surveys/index.ts";
import type { DraftPaths } from "./press.ts";

type QuestionLink = Extract<Link, { kind: "question" }>;

/**
 * The utterances and figures linked to provisions, as the public may see them: closed passages and
 * surveys without a release are not among them. A figure comes from the newest release.
 */
export async function draftEvidence(
  db: Database,
  provisionIds: readonly string[],
  paths: DraftPaths,
): Promise<Pick<InterimDraftParts, "figures" | "utterances" | "releases">> {
  const links = [...(await linksOf(db, anyone, provisionIds)).values()].flat();
  const questions = links.filter((link) => link.kind === "question");
  return {
    utterances: links.flatMap((link) => {
      if (link.kind !== "utterance") return [];
      const { meeting, number, speaker, text } = link.utterance;
      return [
        {
          provisionId: link.provisionId,
          meetingNumber: meeting.number,
          meetingTitle: meeting.title,
          number,
          speaker,
          text,
          ...noteOf(link),
          path: paths.utterance(meeting.number, number),
        },
      ];
    }),
    figures: questions.flatMap((link) => {
      const { survey, name, choice, figure } = link.question;
      if (figure === undefined) return [];
      return [
        {
          provisionId: link.provisionId,
          surveyTitle: survey.title,
          releaseId: figure.release.id,
          question: name,
          ...(choice === undefined ? {} : { choice: choice.value }),
          ...noteOf(link),
        },
      ];
    }),
    releases: await citedReleases(db, questions, paths),
  };
}

function noteOf({ note }: Link): { note?: string } {
  return note === "" ? {} : { note };
}

async function citedReleases(
  db: Database,
  links: readonly QuestionLink[],
  paths: DraftPaths,
): Promise<ReleasePart[]> {
  const cited = new Map(
    links.flatMap(({ question: { survey, figure } }) =>
      figure === undefined ? [] : [[figure.release.id, { survey, release: figure.release }]],
    ),
  );
  const parts = await Promise.all(
    [...cited.values()].map(async ({ survey, release: { number } }) => {
      const release = await findRelease(db, anyone, survey.id, number);
      if (release === undefined) return [];
      const pathOf = (question: string) => paths.question(survey.slug, number, question);
      return [
        {
          id: release.id,
          number,
          label: release.label,
          sha256: release.sha256,
          survey: survey.slug,
          surveyTitle: survey.title,
          simulated: survey.isSimulated,
          hiddenReason: hiddenReason(release.published.threshold),
          tables: releasedTablesOf(release.published, pathOf),
        },
      ];
    }),
  );
  return parts.flat();
}

/** A link that the public would not see: the draft leaves it out, and the secretariat is told. */
export interface OmittedLink {
  provisionId: string;
  words: string;
}

/** The links of provisions that an interim draft leaves out, in words. For the secretariat. */
export async function omittedLinks(
  db: Database,
  provisionIds: readonly string[],
): Promise<OmittedLink[]> {
  const secretariat = { kind: "secretariat", accountId: "", name: "" } as const;
  const [all, shown] = await Promise.all(
    [secretariat, anyone].map(async (viewer) => [
      ...(await linksOf(db, viewer, provisionIds)).values(),
    ]),
  );
  const shownIds = new Set(shown?.flat().map(({ id }) => id));
  return (all ?? []).flat().flatMap((link) => {
    if (shownIds.has(link.id) || link.kind === "comment") return [];
    const words =
      link.kind === "utterance"
        ? `第${link.utterance.meeting.number}回会議の発言${link.utterance.number}（公開していません）`
        : `調査「${link.question.survey.title}」の問${link.question.number}（集計を公表していません）`;
    return [{ provisionId: link.provisionId, words }];
  });
}
