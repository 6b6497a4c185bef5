import type { CommentThread } from "#app/domain/discussion/index.ts";
import type { DraftHistory } from "#app/domain/interim-draft/document.ts";
import type { CommentPart, HangingOn, InterimDraftParts } from "#app/domain/interim-draft/parts.ts";
import { civilDate } from "#app/domain/japan/index.ts";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import type { interimDrafts } from "#db/schema/index.ts";
import { listThreads } from "../comments.ts";
import { linksOf } from "../links.ts";
import { listMeetings } from "../meetings.ts";
import { surveyFacts } from "../surveys/index.ts";
import { type DraftVersion, versionById } from "../versions.ts";
import { draftEvidence } from "./evidence.ts";
import type { DraftPaths } from "./press.ts";
import { draftText } from "./text.ts";

/** An interim draft in preparation, as stored. */
export type DraftRow = Pick<
  typeof interimDrafts.$inferSelect,
  "number" | "title" | "statusText" | "introduction" | "versionId" | "commentaries" | "isSample"
>;

/** The rights under which comments are read: the public has none, but the draft shows them. */
const secretariat: Viewer = { kind: "secretariat", accountId: "", name: "" };

/**
 * Gathers everything an interim draft is assembled from, as it stands now. What is cited is read
 * with the rights of the public; comments are the members' on this version and those before it.
 * `preparedOn` is a civil date.
 */
export async function gatherParts(
  db: Database,
  draft: DraftRow,
  paths: DraftPaths,
  preparedOn: string,
): Promise<InterimDraftParts> {
  const { number, title, statusText, introduction, isSample } = draft;
  const own = await versionById(db, anyone, draft.versionId);
  const threads = (await listThreads(db, secretariat))
    .filter(
      ({ fromSecretariat, version }) => !fromSecretariat && version.number <= (own?.number ?? 0),
    )
    .reverse();
  const text = await draftText(db, draft.versionId, threads);
  const provisionIds = text?.provisionIds ?? [];
  return {
    title,
    number,
    statusText,
    introduction,
    isSample,
    preparedOn,
    history: await historyOf(db, text?.versions ?? [], paths, preparedOn),
    ...(text === undefined ? {} : { version: text.version }),
    commentaries: Object.entries(draft.commentaries)
      .filter(([, markdown]) => markdown.trim() !== "")
      .map(([provisionId, markdown]) => ({ provisionId, markdown })),
    ...(await draftEvidence(db, provisionIds, paths)),
    comments: await commentsOf(db, threads, provisionIds),
    changes: text?.changes ?? [],
    removedArticles: text?.removedArticles ?? [],
  };
}

async function historyOf(
  db: Database,
  versions: readonly DraftVersion[],
  paths: DraftPaths,
  preparedOn: string,
): Promise<DraftHistory> {
  const [meetings, surveys] = await Promise.all([
    listMeetings(db, anyone),
    surveyFacts(db, anyone),
  ]);
  return {
    meetings: meetings
      .filter(({ heldOn, minutes }) => minutes || heldOn <= preparedOn)
      .map(({ number, title, heldOn }) => ({ number, title, heldOn, path: paths.meeting(number) }))
      .reverse(),
    surveys: surveys.map(({ survey, release }) => ({
      title: survey.title,
      releaseLabel: release.label,
      releasedOn: civilDate(release.releasedAt),
      n: release.responses,
      invited: release.invited,
      responseRatePercent: release.responseRatePercent ?? 0,
      simulated: survey.isSimulated,
      path: paths.release(survey.slug, release.number),
    })),
    versions: versions.map(({ number, label, publishedAt, createdAt, note }) => ({
      number,
      label,
      publishedOn: civilDate(publishedAt ?? createdAt),
      note,
      path: paths.version(number),
    })),
  };
}

/** Each comment where it was written, and once more wherever the secretariat linked it. */
async function commentsOf(
  db: Database,
  threads: readonly CommentThread[],
  provisionIds: readonly string[],
): Promise<HangingOn<CommentPart>[]> {
  const links = [...(await linksOf(db, secretariat, provisionIds)).values()].flat();
  return threads.flatMap((thread) => {
    const part = commentPart(thread);
    const linked = links.flatMap((link) =>
      link.kind === "comment" && link.comment.id === thread.id ? [link.provisionId] : [],
    );
    const places = new Set([thread.provision.id, ...linked]);
    return [...places].map((provisionId) => ({ ...part, provisionId }));
  });
}

/** No names: members speak as 委員, the secretariat as 事務局. */
function commentPart({ id, provision, body, disposition, replies }: CommentThread): CommentPart {
  return {
    id,
    writtenOn: provision.id,
    body,
    ...(disposition === undefined
      ? {}
      : { disposition: { kind: disposition.kind, reason: disposition.reason } }),
    replies: replies.map((reply) => ({
      speaker: reply.fromSecretariat ? "事務局" : "委員",
      body: reply.body,
    })),
  };
}
