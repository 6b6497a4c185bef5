import { redirect } from "@remix-run/node";
import { href } from "#app/routes.ts";
import { loadDraft } from "#db/queries/surveys/index.ts";
import { rememberAnswering } from "./answering-cookie.ts";
import type { RequestContext } from "./context.ts";
import type { CodeEntry } from "./survey-codes.ts";

const resumed = "前に入力した内容が残っています。続きから入力できます。";

/** To the questionnaire, after a right code; who comes back is told that nothing was lost. */
export async function toQuestionnaire(
  { answering }: Extract<CodeEntry, { may: true }>,
  context: RequestContext,
): Promise<Response> {
  const headers = new Headers({ "Set-Cookie": await rememberAnswering(answering, context) });
  // The receipt of another code must not be shown for what is answered under this one.
  headers.append("Set-Cookie", await context.cookies.receipt.serialize("", { maxAge: 0 }));
  if (await loadDraft(context.db, answering.invitationId)) {
    headers.append("Set-Cookie", await context.cookies.notice.serialize(resumed));
  }
  return redirect(href("answer"), { status: 303, headers });
}
