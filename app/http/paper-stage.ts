import type { Answers } from "#app/domain/survey/index.ts";
import {
  type Difference,
  differencesOf,
  type PaperRemark,
} from "#app/domain/survey/paper/index.ts";
import { answerableQuestions } from "#app/domain/survey/questionnaire.ts";
import type { PaperState, Survey } from "#db/queries/surveys/index.ts";
import { openDraft } from "./answering-draft.ts";
import { paperFormOf } from "./paper-forms.ts";
import type { PaperInHand } from "./paper-keying.ts";

/** Where the paper in hand stands for the clerk who holds it. */
export type PaperStage =
  /** The firm has answered on the web: the paper does not count. */
  | { stage: "web-first" }
  /** The paper has been counted already. */
  | { stage: "counted" }
  /** Two others have keyed it in. */
  | { stage: "others" }
  /** The clerk has to key it in, or mends an own keying. */
  | { stage: "keying"; keyed: Answers }
  /** Keyed in by the clerk alone. */
  | { stage: "waiting"; keyed: Answers }
  /** Keyed in by both; without differences it can be counted. */
  | { stage: "compared"; own: Answers; other: Answers; name: string; differences: Difference[] };

/**
 * Opens the keyings of the paper in hand under its code's key.
 *
 * @param mending whether the clerk asked to change an own keying
 */
export function paperStage(
  survey: Survey,
  paper: PaperInHand,
  state: PaperState,
  mending: boolean,
): PaperStage {
  if (state.answered === "web") return { stage: "web-first" };
  if (state.answered === "paper") return { stage: "counted" };
  const opened = (sealed: Uint8Array | undefined) =>
    sealed && openDraft(paper.key, paper.invitationId, sealed)?.answers;
  const own = opened(state.own);
  if (own === undefined) {
    return state.others > 1 ? { stage: "others" } : { stage: "keying", keyed: {} };
  }
  if (mending) return { stage: "keying", keyed: own };
  const other = opened(state.other?.sealed);
  if (other === undefined) return { stage: "waiting", keyed: own };
  const differences = differencesOf(survey.questionnaire, own, other);
  return { stage: "compared", own, other, name: state.other?.name ?? "", differences };
}

/** What is odd about a keying, each with its question's number. */
export function remarksOn(survey: Survey, keyed: Answers): (PaperRemark & { number: number })[] {
  const numbers = new Map(
    answerableQuestions(survey.questionnaire).map(({ name, number }) => [name, number]),
  );
  return paperFormOf(survey)
    .answer(keyed)
    .remarks.map((remark) => ({ ...remark, number: numbers.get(remark.name) ?? 0 }));
}
