import { civilDate } from "#app/domain/japan/index.ts";
import { type Admission, admit, normalizeCode } from "#app/domain/survey/index.ts";
import { type Clerk, invitationByCode, type Survey } from "#db/queries/surveys/index.ts";
import { answerKeys } from "./answering-keys.ts";
import type { RequestContext } from "./context.ts";
import { mayTry, takeTryBack } from "./rate-limits.ts";

/** The paper whose code a clerk has typed, as the cookie `keying` holds it; the code it does not hold. */
export interface PaperInHand {
  surveyId: string;
  invitationId: string;
  /** Draft key of the code, 32 bytes: it opens the keyings. */
  key: Uint8Array;
  receiptNumber: string;
}

export type PaperCodeEntry = { may: true; paper: PaperInHand } | { may: false; message: string };

const refused = (message: string): PaperCodeEntry => ({ may: false, message });

/**
 * Looks up the code that stands on a returned paper. A firm that has answered already is let in,
 * so that the paper can be noted. Wrong codes are counted for the account.
 */
export async function enterPaperCode(
  context: RequestContext,
  clerk: Clerk,
  survey: Pick<Survey, "id" | "state" | "closesOn">,
  typed: string,
): Promise<PaperCodeEntry> {
  const code = normalizeCode(typed);
  if (!code.ok) return refused(code.problems.map(({ message }) => message).join(" "));
  if (!(await mayTry(context, "code-paper", clerk.accountId))) {
    return refused("違うコードの入力が続いたため、止めています。15分ほど待ってください。");
  }
  const invitation = await invitationByCode(context.db, context.hashes("survey-code", code.value));
  if (invitation === null || invitation.survey.id !== survey.id) {
    return refused(
      invitation === null
        ? "このコードは見つかりません。紙に書かれたコードを確かめてください。再発行したために使えなくなったコードの紙は、手紙のページで新しいコードの手紙を作ってから入力します。"
        : "ほかの調査のコードです。調査を確かめてください。",
    );
  }
  await takeTryBack(context, "code-paper", clerk.accountId);
  const admission = admitPaper(survey);
  if (!admission.may) return refused(admission.message);
  const { draftKey: key, receiptNumber } = answerKeys(code.value);
  return {
    may: true,
    paper: { surveyId: survey.id, invitationId: invitation.id, key, receiptNumber },
  };
}

/** Whether paper can be keyed in now: while the survey is open, also after its deadline. */
export function admitPaper(survey: Pick<Survey, "state" | "closesOn">): Admission {
  const today = civilDate(new Date());
  const admission = admit({ survey, invitation: { answered: false }, today, channel: "paper" });
  if (admission.may) return admission;
  const message =
    admission.why === "closed"
      ? "この調査は締め切りました。紙の回答は、もう入力できません。"
      : "この調査の受付はまだ始まっていません。始めた後に入力してください。";
  return { ...admission, message };
}

/** The Set-Cookie header that remembers the paper in hand, for this clerk alone. */
export function rememberPaper(
  { cookies }: Pick<RequestContext, "cookies">,
  clerk: Clerk,
  { key, ...paper }: PaperInHand,
): Promise<string> {
  const { accountId } = clerk;
  return cookies.keying.serialize({
    ...paper,
    accountId,
    key: Buffer.from(key).toString("base64url"),
  });
}

/** The Set-Cookie header that forgets it. */
export function forgetPaper({ cookies }: Pick<RequestContext, "cookies">): Promise<string> {
  return cookies.keying.serialize("", { maxAge: 0 });
}

/** The paper this clerk has in hand; undefined when it is of another survey or another account. */
export async function paperInHand(
  request: Request,
  { cookies }: Pick<RequestContext, "cookies">,
  clerk: Clerk,
  surveyId: string,
): Promise<PaperInHand | undefined> {
  const kept: unknown = await cookies.keying.parse(request.headers.get("Cookie"));
  if (typeof kept !== "object" || kept === null) return undefined;
  const fields = new Map(Object.entries(kept));
  const text = (name: string) => {
    const value: unknown = fields.get(name);
    return typeof value === "string" ? value : "";
  };
  if (text("accountId") !== clerk.accountId || text("surveyId") !== surveyId) return undefined;
  const key = new Uint8Array(Buffer.from(text("key"), "base64url"));
  const [invitationId, receiptNumber] = [text("invitationId"), text("receiptNumber")];
  if (key.length !== 32 || invitationId === "" || receiptNumber === "") return undefined;
  return { surveyId, invitationId, key, receiptNumber };
}
