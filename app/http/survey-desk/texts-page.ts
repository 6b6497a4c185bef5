import {
  firmNames,
  shownGroup,
  textQuestions,
  verdictOn,
} from "#app/domain/survey/free-text/index.ts";
import type { SignedIn } from "#app/domain/viewer.ts";
import { decidedTexts, rosterNames, type Survey } from "#db/queries/surveys/index.ts";
import type { RequestContext } from "../context.ts";
import { groupsOnDesk, perPage } from "./text-groups.ts";

/** A question that takes texts, in the list of all; `decided` counts different texts. */
export interface TextQuestionRow {
  name: string;
  number: number;
  title: string;
  decided: number;
}

/** Which part of a question's groups is asked for by an address. */
export interface TextsAsked {
  question: string;
  /** Only groups that nothing was decided on. */
  open: boolean;
  /** From 1. */
  page: number;
}

/** Reads ?question=q24&show=open&page=2; undefined without a question. */
export function textsAsked({ searchParams }: URL): TextsAsked | undefined {
  const question = searchParams.get("question");
  const page = Number(searchParams.get("page") ?? "1");
  return question
    ? {
        question,
        open: searchParams.get("show") === "open",
        page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
      }
    : undefined;
}

/** The questions of a survey that take texts. */
export async function textQuestionRows(
  { db }: RequestContext,
  viewer: SignedIn,
  { id, questionnaire }: Survey,
): Promise<TextQuestionRow[]> {
  const decided = await decidedTexts(db, viewer, id);
  return textQuestions(questionnaire).map(({ name, number, title }) => ({
    name,
    number,
    title,
    decided: decided.get(name) ?? 0,
  }));
}

/** What the page of a question's texts shows; undefined where there is nothing to decide. */
export async function textGroups(
  context: RequestContext,
  viewer: SignedIn,
  survey: Survey,
  asked: TextsAsked,
) {
  const found = await groupsOnDesk(context, viewer, survey, asked);
  if (!found) return undefined;
  const { question, decisions, firms, different, pages: byPages } = found;
  const undecided = found.groups.filter((group) => verdictOn(group, decisions) === undefined);
  const listed = asked.open ? undecided : found.groups;
  const pages = byPages ?? Math.max(1, Math.ceil(listed.length / perPage));
  const page = Math.min(asked.page, pages);
  const shown = byPages ? listed : listed.slice((page - 1) * perPage, page * perPage);
  const names = firmNames(await rosterNames(context.db, viewer, survey.id));
  const { name, number, title } = question;
  return {
    question: { name, number, title },
    ...{ firms, different, open: asked.open, page, pages },
    counts: byPages ? null : { all: found.groups.length, undecided: undecided.length },
    groups: shown.map((group) => shownGroup(group, decisions, names)),
  };
}
