import type { ActionFunctionArgs } from "@remix-run/node";
import type { AnswerChecker } from "#app/domain/survey/index.ts";
import { answeringOf, receiptOf } from "#app/http/answering-cookie.ts";
import { checkerOf, knownChecker } from "#app/http/answering-forms.ts";
import { receiptHeaders } from "#app/http/answering-state.ts";
import type { RequestContext } from "#app/http/context.ts";
import { answerLimit } from "#app/http/forms.ts";
import { notFound } from "#app/http/guards.ts";
import { readJsonBody } from "#app/http/json-body.ts";
import { messageOf } from "#app/http/survey-codes.ts";
import { invitationById, receiveAnswers } from "#db/queries/surveys/index.ts";

export const loader = () => notFound("この画面");

/**
 * Takes a finished answer, { answers, edition, key }, from a script (`key`: the invitation that it
 * was written under, so that none goes under another code of the same browser): { receiptNumber, first }, where
 * `first` is false when the code had answered before. 400 { problems } for answers that the
 * questionnaire could not have given, 401 { why: "expired" } without a code, 409 { why, message }
 * when no answer is taken or the questionnaire was corrected. Costs no query but the writing.
 */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const body = await readJsonBody(request, answerLimit);
  const { answers, edition, key } = bodyOf(body);
  const answering = await answeringOf(request, context);
  if (answering === undefined) return withoutCode(request, context, key);
  if (key !== undefined && key !== answering.invitationId)
    return withoutCode(request, context, key);
  if (typeof edition !== "number") {
    return Response.json(
      { problems: [{ message: "回答を読み取れませんでした。" }] },
      { status: 400 },
    );
  }
  const { invitationId, surveyId, receiptNumber } = answering;
  const check =
    knownChecker(surveyId, edition) ?? (await freshChecker(context, invitationId, edition));
  if (typeof check === "string") return refused(check);
  const checked = check(answers);
  if (!checked.ok) return Response.json({ problems: checked.problems }, { status: 400 });
  const submission = { invitationId, surveyId, edition, answers: checked.value, receiptNumber };
  const reception = await receiveAnswers(context.db, submission);
  if (!reception.received) return refused(reception.refusal.why);
  return Response.json(
    { receiptNumber, first: reception.first },
    { headers: await receiptHeaders(answering, context) },
  );
}

/** Loads the questionnaire the first time; or why there is none to check by. */
async function freshChecker(
  { db }: RequestContext,
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
async function withoutCode(
  request: Request,
  context: RequestContext,
  key: unknown,
): Promise<Response> {
  const receipt = await receiptOf(request, context);
  if (receipt && receipt.invitationId === key)
    return Response.json({ receiptNumber: receipt.receiptNumber, first: false });
  return Response.json({ why: "expired", message: messageOf("expired") }, { status: 401 });
}

type Why = "unknown-code" | "already-answered" | "not-open" | "closed" | "edition-changed";

function refused(why: Why): Response {
  const message =
    why === "edition-changed"
      ? "入力している間に、調査票が直されました。画面を開き直して、答えを確かめてください。入力した内容は残っています。"
      : messageOf(why);
  return Response.json({ why, message, problems: [{ message }] }, { status: 409 });
}
