import type { AnswerChecker } from "#app/domain/survey/index.ts";
import { invitationById, receiveAnswers } from "#db/queries/surveys/index.ts";
import { answeringIn, type ReceiptHeld, receiptIn } from "./answering-cookie.ts";
import { checkerOf, knownChecker } from "./answering-forms.ts";
import type { RequestContext } from "./context.ts";
import { messageOf } from "./survey-codes.ts";

type Context = Pick<RequestContext, "db" | "cookies">;

/** What a script hears of the answer that it sent. */
export interface Told {
  status: 200 | 400 | 401 | 409;
  /** As JSON. */
  said: unknown;
  /** From now on this browser holds the receipt, and no longer the code. */
  receipt?: ReceiptHeld;
}

/**
 * Takes a finished answer, { answers, edition, key }, from a script (`key`: the invitation that it
 * was written under, so that none goes under another code of the same browser): { receiptNumber, first }, where
 * `first` is false when the code had answered before. 400 { problems } for answers that the
 * questionnaire could not have given, 401 { why: "expired" } without a code, 409 { why, message }
 * when no answer is taken or the questionnaire was corrected. Costs no query but the writing.
 *
 * @param cookie the header Cookie
 * @param body what was sent, read as JSON; undefined when it was none
 */
export async function takeSentAnswer(
  context: Context,
  cookie: string | null,
  body: unknown,
): Promise<Told> {
  const { answers, edition, key } = bodyOf(body);
  const answering = await answeringIn(cookie, context);
  if (!answering || (key !== undefined && key !== answering.invitationId)) {
    return withoutCode(context, cookie, key);
  }
  if (typeof edition !== "number") {
    return { status: 400, said: { problems: [{ message: "回答を読み取れませんでした。" }] } };
  }
  const { invitationId, surveyId, receiptNumber } = answering;
  const check =
    knownChecker(surveyId, edition) ?? (await freshChecker(context, invitationId, edition));
  if (typeof check === "string") return refused(check);
  const checked = check(answers);
  if (!checked.ok) return { status: 400, said: { problems: checked.problems } };
  const submission = { invitationId, surveyId, edition, answers: checked.value, receiptNumber };
  const reception = await receiveAnswers(context.db, submission);
  if (!reception.received) return refused(reception.refusal.why);
  return {
    status: 200,
    said: { receiptNumber, first: reception.first },
    receipt: { receiptNumber, invitationId },
  };
}

/** Loads the questionnaire the first time; or why there is none to check by. */
async function freshChecker(
  { db }: Context,
  invitationId: string,
  edition: number,
): Promise<AnswerChecker | "unknown-code" | "edition-changed"> {
  const invitation = await invitationById(db, invitationId);
  if (invitation === null) return "unknown-code";
  const checker = checkerOf(invitation.survey);
  return invitation.survey.edition === edition ? checker : "edition-changed";
}

function bodyOf(body: unknown): { answers: unknown; edition: unknown; key: unknown } {
  return { answers: undefined, edition: undefined, key: undefined, ...Object(body) };
}

/** Sent a second time after the receipt, whose cookie took the place of the code's; or too late. */
async function withoutCode(context: Context, cookie: string | null, key: unknown): Promise<Told> {
  const receipt = await receiptIn(cookie, context);
  if (receipt && receipt.invitationId === key) {
    return { status: 200, said: { receiptNumber: receipt.receiptNumber, first: false } };
  }
  return { status: 401, said: { why: "expired", message: messageOf("expired") } };
}

type Why = "unknown-code" | "already-answered" | "not-open" | "closed" | "edition-changed";

function refused(why: Why): Told {
  const message =
    why === "edition-changed"
      ? "入力している間に、調査票が直されました。画面を開き直して、答えを確かめてください。入力した内容は残っています。"
      : messageOf(why);
  return { status: 409, said: { why, message, problems: [{ message }] } };
}
