import { and, eq, isNull } from "drizzle-orm";
import type { SignedIn, Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { comments, links, meetings, provisions, surveys } from "#db/schema/index.ts";
import { choicesOf, isHiddenFigure, questionNamed } from "./linked-questions.ts";
import { linkedUtterances } from "./linked-utterances.ts";
import { record } from "./record.ts";
import { newestRelease } from "./surveys/index.ts";

/** What a provision is linked to, by public names. */
export type LinkTarget =
  | { kind: "utterance"; meeting: number; utterance: number }
  | { kind: "question"; survey: string; question: string; choice?: string }
  | { kind: "comment"; comment: number };

/**
 * "unknown" when the target does not exist; "already" when the link is there; "hidden" when the
 * figure is hidden in the newest release and so cannot be cited.
 */
export type Linking = "linked" | "already" | "unknown" | "hidden";

type Columns = Pick<
  typeof links.$inferInsert,
  "kind" | "meetingId" | "utterance" | "surveyId" | "question" | "choice" | "commentId"
>;

/** Links a provision to what led to it. `place` is what the record calls it: 「第8条」. */
export async function addLink(
  db: Database,
  viewer: SignedIn,
  {
    provisionId,
    place,
    note,
    target,
    createdAt,
  }: {
    provisionId: string;
    place: string;
    note: string;
    target: LinkTarget;
    /** For samples only. */
    createdAt?: Date;
  },
): Promise<Linking> {
  return db.transaction(async (tx) => {
    // One link at a time on a provision, so that none is made twice.
    const [provision] = await tx
      .select({ id: provisions.id })
      .from(provisions)
      .where(eq(provisions.id, provisionId))
      .for("update");
    const columns = await resolve(tx, viewer, target);
    if (!provision || !columns) return "unknown";
    const { surveyId, question, choice } = columns;
    if (
      surveyId &&
      question &&
      (await isHiddenFigure(tx, surveyId, question, choice ?? undefined))
    ) {
      return "hidden";
    }
    const known = await tx
      .select()
      .from(links)
      .where(and(eq(links.provisionId, provisionId), isNull(links.removedAt)));
    if (known.some((link) => isSameTarget(link, columns))) return "already";
    await tx.insert(links).values({
      ...columns,
      provisionId,
      note,
      createdBy: viewer.accountId,
      ...(createdAt ? { createdAt } : {}),
    });
    await record(tx, viewer, "関連付け", `${place} ← ${targetName(target)}`);
    return "linked";
  });
}

/** Takes a link of a provision back; it stays in the record. False when it is not there (any more). */
export async function removeLink(
  db: Database,
  viewer: SignedIn,
  { linkId, provisionIds, place }: { linkId: string; provisionIds: string[]; place: string },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [link] = await tx
      .select()
      .from(links)
      .where(and(eq(links.id, linkId), isNull(links.removedAt)))
      .for("update");
    if (!link || !provisionIds.includes(link.provisionId)) return false;
    await tx.update(links).set({ removedAt: new Date() }).where(eq(links.id, linkId));
    await record(tx, viewer, "関連付けの取消し", place, { link: linkId });
    return true;
  });
}

async function resolve(
  tx: Database,
  viewer: Viewer,
  target: LinkTarget,
): Promise<Columns | undefined> {
  switch (target.kind) {
    case "utterance": {
      const { meeting, utterance } = target;
      const [row] = await tx
        .select({ id: meetings.id })
        .from(meetings)
        .where(eq(meetings.number, meeting));
      if (!row) return undefined;
      const probe = { id: "probe", meetingId: row.id, utterance };
      const found = await linkedUtterances(tx, viewer, [probe]);
      return found.has("probe") ? { kind: "utterance", meetingId: row.id, utterance } : undefined;
    }
    case "question": {
      const [survey] = await tx.select().from(surveys).where(eq(surveys.slug, target.survey));
      const question = survey && questionNamed(survey.questionnaire, target.question);
      if (!question) return undefined;
      const { choice } = target;
      if (choice !== undefined) {
        const release = await newestRelease(tx, viewer, survey.id);
        const published = release?.published?.questions.find(({ name }) => name === question.name);
        if (!choicesOf(question, published).some(({ value }) => value === choice)) return undefined;
      }
      return {
        kind: "question",
        surveyId: survey.id,
        question: question.name,
        ...(choice === undefined ? {} : { choice }),
      };
    }
    case "comment": {
      const [comment] = await tx
        .select({ id: comments.id })
        .from(comments)
        .where(and(eq(comments.number, target.comment), isNull(comments.parentId)));
      return comment && { kind: "comment", commentId: comment.id };
    }
  }
}

function isSameTarget(link: Columns, other: Columns): boolean {
  const keys = ["kind", "meetingId", "utterance", "surveyId", "question", "choice", "commentId"];
  return (keys as (keyof Columns)[]).every((key) => (link[key] ?? null) === (other[key] ?? null));
}

function targetName(target: LinkTarget): string {
  switch (target.kind) {
    case "utterance":
      return `第${target.meeting}回会議の発言${target.utterance}`;
    case "question":
      return `調査「${target.survey}」の${target.question}${target.choice ? `（${target.choice}）` : ""}`;
    case "comment":
      return `意見${target.comment}`;
  }
}
