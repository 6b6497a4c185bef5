import { civilDate } from "#app/domain/japan/index.ts";
import { admit, normalizeCode, refusalBecause } from "#app/domain/survey/index.ts";
import { type Invitation, invitationByCode, invitationById } from "#db/queries/surveys/index.ts";
import type { RequestContext } from "./context.ts";
import { mayStillTry, mayTry } from "./rate-limits.ts";

/** Why a code does not open a questionnaire; the first four are the domain's. */
export const codeRefusals = [
  "unknown-code",
  "already-answered",
  "not-open",
  "closed",
  "malformed",
  "too-many-tries",
  "expired",
] as const;
export type CodeRefusal = (typeof codeRefusals)[number];

export type CodeEntry =
  | { may: true; invitation: Invitation }
  | { may: false; why: CodeRefusal; message: string };

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
  const allowed =
    (await mayStillTry(context, "code", context.address)) &&
    (await mayStillTry(context, "code-all", everybody));
  if (!allowed) return refusalOf("too-many-tries");
  const invitation = await invitationByCode(context.db, context.hashes("survey-code", code.value));
  if (!invitation) {
    await mayTry(context, "code", context.address);
    await mayTry(context, "code-all", everybody);
    return refusalOf("unknown-code");
  }
  const today = civilDate(new Date());
  const admission = admit({ survey: invitation.survey, invitation, today });
  return admission.may ? { may: true, invitation } : admission;
}

/** The words for a refusal. */
export function refusalOf(why: CodeRefusal): { may: false; why: CodeRefusal; message: string } {
  return { may: false, why, message: messageOf(why) };
}

function messageOf(why: CodeRefusal): string {
  switch (why) {
    case "malformed":
      return "コードが正しくありません。依頼文に書かれたコードを入力してください。";
    case "too-many-tries":
      return "違うコードの入力が続いたため、止めています。15分ほど待ってから、もう一度入力してください。";
    case "expired":
      return "コードを入力してから時間がたったため、続けられません。もう一度コードを入力してください。同じ画面（タブ）で入力した内容は残っています。";
    case "unknown-code":
    case "already-answered":
    case "not-open":
    case "closed":
      return refusalBecause(why).message;
  }
}

/** The invitation that the browser's cookie names; undefined without a cookie, null when revoked. */
export async function answeringInvitation(
  request: Request,
  { cookies, db }: RequestContext,
): Promise<Invitation | null | undefined> {
  const kept: unknown = await cookies.answering.parse(request.headers.get("Cookie"));
  if (typeof kept !== "object" || kept === null || !("invitationId" in kept)) return undefined;
  const { invitationId } = kept;
  return typeof invitationId === "string" ? invitationById(db, invitationId) : undefined;
}

/** The submission whose receipt this browser was given last. */
export async function receiptSubmission(
  request: Request,
  { cookies }: RequestContext,
): Promise<string | undefined> {
  const kept: unknown = await cookies.receipt.parse(request.headers.get("Cookie"));
  if (typeof kept !== "object" || kept === null || !("submissionId" in kept)) return undefined;
  return typeof kept.submissionId === "string" ? kept.submissionId : undefined;
}
