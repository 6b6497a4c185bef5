import {
  firmNames,
  groupsOfTexts,
  shownGroup,
  textQuestions,
  verdictOn,
} from "#app/domain/survey/free-text/index.ts";
import type { SignedIn } from "#app/domain/viewer.ts";
import {
  decidedTexts,
  rosterNames,
  type Survey,
  textsToDecide,
} from "#db/queries/surveys/index.ts";
import type { RequestContext } from "../context.ts";

/** Groups on one page. */
const perPage = 20;

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

/** One page of the groups of a question; undefined where there is nothing to decide. */
export async function textGroups(
  { db }: RequestContext,
  viewer: SignedIn,
  survey: Survey,
  { question, open, page }: TextsAsked,
) {
  const found = await textsToDecide(db, viewer, survey.id, question);
  if (!found) return undefined;
  const all = groupsOfTexts(found.written);
  const undecided = all.filter((group) => verdictOn(group, found.decisions) === undefined);
  const asked = open ? undecided : all;
  const pages = Math.max(1, Math.ceil(asked.length / perPage));
  const shown = Math.min(page, pages);
  const names = firmNames(await rosterNames(db, viewer, survey.id));
  const groups = asked
    .slice((shown - 1) * perPage, shown * perPage)
    .map((group) => shownGroup(group, found.decisions, names));
  const { name, number, title } = found.question;
  return {
    question: { name, number, title },
    firms: found.written.firms,
    counts: { all: all.length, undecided: undecided.length },
    open,
    page: shown,
    pages,
    groups,
  };
}
