import { civilDate } from "#app/domain/japan/index.ts";
import { admit, normalizeCode, refusalBecause } from "#app/domain/survey/index.ts";
import { type Invitation, invitationByCode } from "#db/queries/surveys/index.ts";
import type { Answering, ReceiptHeld } from "./answering-cookie.ts";
import { answerKeys } from "./answering-keys.ts";
import type { RequestContext } from "./context.ts";
import { mayTry, takeTryBack } from "./rate-limits.ts";

/** Why a code does not open a questionnaire; the first four are the domain's. */
export const codeRefusals = [
  "unknown-code",
  "already-answered",
  "not-open",
  "closed",
  "malformed",
  "too-many-tries",
  "expired",
  "other-code",
] as const;
export type CodeRefusal = (typeof codeRefusals)[number];

export type CodeEntry =
  | { may: true; invitation: Invitation; answering: Answering }
  /** The code has done its work; its holder gets the receipt again. */
  | { may: false; why: "already-answered"; message: string; receipt: ReceiptHeld }
  | { may: false; why: Exclude<CodeRefusal, "already-answered">; message: string };

const everybody = "everybody";

/**
 * Looks a typed code up. Wrong codes are counted, per address and overall; after too many, none
 * is looked up for a while, right ones neither. What cannot be a code costs nobody a try.
 */
export async function enterCode(context: RequestContext, typed: string): Promise<CodeEntry> {
  const code = normalizeCode(typed);
  if (!code.ok) {
    const message = code.problems.map((problem) => problem.message).join(" ");
    return { may: false, why: "malformed", message };
  }
  // One address that tries on and on must not use up the tries of everybody.
  const allowed =
    (await mayTry(context, "code", context.address)) &&
    (await mayTry(context, "code-all", everybody));
  if (!allowed) return refused("too-many-tries");
  const invitation = await invitationByCode(context.db, context.hashes("survey-code", code.value));
  if (!invitation) return refused("unknown-code");
  await takeTryBack(context, "code", context.address);
  await takeTryBack(context, "code-all", everybody);
  const { draftKey, receiptNumber } = answerKeys(code.value);
  const { id: invitationId, survey } = invitation;
  const admission = admitToday(invitation);
  if (admission.may) {
    const answering = { invitationId, surveyId: survey.id, key: draftKey, receiptNumber };
    return { may: true, invitation, answering };
  }
  const { why } = admission;
  if (why !== "already-answered") return refused(why);
  return { ...admission, why, receipt: { receiptNumber, invitationId } };
}

/** Whether the holder of an invitation may answer today. */
export function admitToday(invitation: Invitation | null) {
  return admit({
    survey: invitation?.survey ?? { state: "open" },
    invitation,
    today: civilDate(new Date()),
  });
}

function refused<Why extends Exclude<CodeRefusal, "already-answered">>(why: Why) {
  return { may: false as const, why, message: messageOf(why) };
}

/** What is told when a code does not open a questionnaire. */
export function messageOf(why: CodeRefusal): string {
  switch (why) {
    case "malformed":
      return "コードが正しくありません。依頼文に書かれたコードを入力してください。";
    case "too-many-tries":
      return "違うコードの入力が続いたため、止めています。15分ほど待ってから、もう一度入力してください。";
    case "expired":
      return "コードを入力してから時間がたったため、続けられません。もう一度コードを入力してください。前に「次へ」を押したところまでの内容は残っています。";
    case "other-code":
      return "この端末の別の画面で、違う回答コードが使われました。続ける方の回答コードを、もう一度入力してください。前に「次へ」を押したところまでの内容は残っています。";
    case "unknown-code":
    case "already-answered":
    case "not-open":
    case "closed":
      return refusalBecause(why).message;
  }
}
