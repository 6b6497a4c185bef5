import {
  groupsOfTexts,
  type TextDecision,
  type TextQuestionOf,
  textQuestions,
  textsOfPage,
  type WrittenText,
} from "#app/domain/survey/free-text/index.ts";
import type { SignedIn } from "#app/domain/viewer.ts";
import {
  decisionsOn,
  type Survey,
  textsOnPage,
  textsSize,
  textsToDecide,
} from "#db/queries/surveys/index.ts";
import type { RequestContext } from "../context.ts";

/** Groups on one page; where they are read by pages, different texts. */
export const perPage = 20;

/** Up to so many different texts nearly identical ones are put together wherever they stand. */
const comparedTogether = 2_000;

/** The groups of a question's texts: all, or of very many those of one page. */
export interface DeskGroups {
  question: TextQuestionOf;
  groups: [WrittenText, ...WrittenText[]][];
  decisions: ReadonlyMap<string, TextDecision>;
  /** Firms that wrote something. */
  firms: number;
  /** Texts that differ as they are stored. */
  different: number;
  /** How many pages there are, where `groups` are those of one; null where they are all. */
  pages: number | null;
}

/**
 * The groups of a question as the desk decides on them; undefined where there is nothing to
 * decide. Up to `comparedTogether` different texts are grouped over all pages. More are read and
 * grouped a page at a time: a look at 100,000 texts costs what its page costs, and a query.
 *
 * @param page from 1; the last one where there are fewer
 */
export async function groupsOnDesk(
  { db }: RequestContext,
  viewer: SignedIn,
  { id, state, questionnaire }: Pick<Survey, "id" | "state" | "questionnaire">,
  { question: name, page }: { question: string; page: number },
): Promise<DeskGroups | undefined> {
  const question = textQuestions(questionnaire).find((one) => one.name === name);
  if (!question || state !== "closed") return undefined;
  const { firms, different } = await textsSize(db, viewer, id, question);
  if (different <= comparedTogether) {
    const found = await textsToDecide(db, viewer, id, name);
    if (!found) return undefined;
    const { written, decisions } = found;
    const groups = groupsOfTexts(written);
    return { question, groups, decisions, firms: written.firms, different, pages: null };
  }
  const pages = Math.ceil(different / perPage);
  const place = { page: Math.min(page, pages), perPage };
  const texts = textsOfPage(await textsOnPage(db, viewer, id, question, place));
  const hashes = texts.map(({ hash }) => hash);
  const decisions = await decisionsOn(db, viewer, id, name, hashes);
  const groups = groupsOfTexts({ firms, texts });
  return { question, groups, decisions, firms, different, pages };
}
