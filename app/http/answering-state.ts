import { redirect } from "@remix-run/node";
import type { CompiledForm } from "#app/domain/survey/form/index.ts";
import { href } from "#app/routes.ts";
import { type Invitation, invitationById, loadDraft } from "#db/queries/surveys/index.ts";
import {
  type Answering,
  answeringOf,
  type ReceiptHeld,
  receiptOf,
  rememberReceipt,
} from "./answering-cookie.ts";
import { type Draft, openDraft } from "./answering-draft.ts";
import { formOf, localeOf } from "./answering-forms.ts";
import type { RequestContext } from "./context.ts";
import { admitToday, type CodeRefusal } from "./survey-codes.ts";

/** What a page of the questionnaire stands on: the code entered here, and its draft as it is now. */
export interface AnsweringState {
  answering: Answering;
  invitation: Invitation;
  form: CompiledForm;
  locale: string;
  /** Fits the questionnaire as it is now; empty where nothing has been saved. */
  draft: Draft;
  /** How often the draft was saved; 0: never. */
  revision: number;
  /** The draft was written for an earlier edition. */
  corrected: boolean;
  /** Why no answer is taken now, though the code is right. */
  shut: { why: "not-open" | "closed"; message: string } | undefined;
}

/** Throws the way back to the entry of the code, which tells why. */
export function backToCode(why: CodeRefusal): never {
  throw redirect(`${href("codeEntry")}?${new URLSearchParams({ why })}`, 303);
}

/**
 * The state under the code that this browser has entered. Throws redirects: to the entry where
 * no live code was entered, to the receipt where it has been answered.
 *
 * @param lang the language asked for in the address or by a button, if any
 * @param madeFor the invitation that a posted page was made for
 */
export async function answeringState(
  request: Request,
  context: RequestContext,
  lang: string | null,
  madeFor?: string,
): Promise<AnsweringState> {
  const answering = await answeringOf(request, context);
  // Another code was entered in another window: nothing typed under one goes under the other.
  if (answering && madeFor !== undefined && madeFor !== answering.invitationId) {
    return backToCode("other-code");
  }
  if (answering === undefined) {
    // Sent already, and "back" pressed: the receipt is what they look for.
    if (request.method !== "GET" && (await receiptOf(request, context))) {
      throw redirect(href("receipt"), 303);
    }
    return backToCode("expired");
  }
  const { invitationId, key } = answering;
  // The draft first: it goes when it is sent, and then the invitation says that it was.
  const kept = await loadDraft(context.db, invitationId);
  const invitation = await invitationById(context.db, invitationId);
  if (invitation === null) return backToCode("unknown-code");
  const admission = admitToday(invitation);
  if (!admission.may && admission.why === "already-answered") {
    throw await toReceipt(answering, context);
  }
  const { survey } = invitation;
  const opened = kept && openDraft(key, invitationId, kept.sealed);
  const locale = localeOf(survey.questionnaire, lang, opened?.locale ?? null);
  const form = formOf(survey, locale);
  const { edition } = survey;
  return {
    answering,
    invitation,
    form,
    locale,
    draft: {
      answers: form.fitting(opened?.answers ?? {}),
      page: opened?.page ?? 1,
      locale,
      edition,
    },
    revision: kept?.revision ?? 0,
    corrected: opened !== undefined && opened.edition !== edition,
    shut: admission.may ? undefined : shutOf(admission),
  };
}

function shutOf({ why, message }: { why: string; message: string }): AnsweringState["shut"] {
  return { why: why === "not-open" ? "not-open" : "closed", message };
}

/** From now on this browser holds the receipt of a code, and no longer the code. */
export async function receiptHeaders(
  { receiptNumber, invitationId }: ReceiptHeld,
  context: Pick<RequestContext, "cookies">,
): Promise<Headers> {
  const headers = new Headers();
  headers.append("Set-Cookie", await rememberReceipt({ receiptNumber, invitationId }, context));
  headers.append("Set-Cookie", await context.cookies.answering.serialize("", { maxAge: 0 }));
  return headers;
}

/** To the receipt of a code that has been answered. */
export async function toReceipt(
  receipt: ReceiptHeld,
  context: RequestContext,
  notice?: string,
  locale?: string,
): Promise<Response> {
  const headers = await receiptHeaders(receipt, context);
  // What script kept in this browser has done its work; the script form itself clears up after it,
  // and spares an answer that waits here under another code.
  headers.set("Clear-Site-Data", '"storage"');
  if (notice !== undefined) {
    headers.append("Set-Cookie", await context.cookies.notice.serialize(notice));
  }
  const lang =
    locale === undefined || locale === "ja" ? "" : `?${new URLSearchParams({ lang: locale })}`;
  return redirect(href("receipt") + lang, { status: 303, headers });
}
