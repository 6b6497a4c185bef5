import { redirect } from "@remix-run/node";
import { answeringNotes } from "#app/domain/survey/answering-notes.ts";
import { homeLocale } from "#app/domain/survey/locales.ts";
import { href } from "#app/routes.ts";
import { loadDraft } from "#db/queries/surveys/index.ts";
import { rememberAnswering } from "./answering-cookie.ts";
import { openDraft } from "./answering-draft.ts";
import type { RequestContext } from "./context.ts";
import type { CodeEntry } from "./survey-codes.ts";

/** To the questionnaire, after a right code; who comes back is told that nothing was lost. */
export async function toQuestionnaire(
  { answering }: Extract<CodeEntry, { may: true }>,
  context: RequestContext,
): Promise<Response> {
  const headers = new Headers({ "Set-Cookie": await rememberAnswering(answering, context) });
  // The receipt of another code must not be shown for what is answered under this one.
  headers.append("Set-Cookie", await context.cookies.receipt.serialize("", { maxAge: 0 }));
  const kept = await loadDraft(context.db, answering.invitationId);
  if (kept) {
    const draft = openDraft(answering.key, answering.invitationId, kept.sealed);
    const { resumed } = answeringNotes(draft?.locale ?? homeLocale);
    headers.append("Set-Cookie", await context.cookies.notice.serialize(resumed));
  }
  return redirect(href("answer"), { status: 303, headers });
}
