import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { isDraft, sealDraft } from "#app/http/answering-draft.ts";
import { localeOf } from "#app/http/answering-forms.ts";
import { type AnsweringState, answeringState } from "#app/http/answering-state.ts";
import type { RequestContext } from "#app/http/context.ts";
import { answerLimit } from "#app/http/forms.ts";
import { readJsonBody } from "#app/http/json-body.ts";
import { saveDraft } from "#db/queries/surveys/index.ts";

/**
 * The draft for the script form: { revision, answers, page, locale, locales, edition }, where
 * `page` counts from 1 and revision 0 means that nothing was saved. 401 { why: "expired" }
 * without a code, 409 { why, message } when no answer is taken now.
 */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const state = await stateOf(request, context);
  return state instanceof Response ? state : Response.json(draftOf(state));
}

const base = z.object({
  revision: z.int().min(0),
  edition: z.int().min(1).optional(),
  /** The invitation that it was written under. */
  key: z.string().optional(),
});

/**
 * Saves { revision, answers, page, locale, edition?, key? } over the revision that was loaded:
 * { revision }. 409 { why: "changed-elsewhere", … } comes with the draft as it is now, and
 * "edition-changed" with the edition.
 */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const body = await readJsonBody(request, answerLimit);
  const state = await stateOf(request, context);
  if (state instanceof Response) return state;
  const { answering, invitation } = state;
  const read = base.safeParse(body);
  // Another code was entered in another tab since: this draft is not of that one.
  if (read.success && read.data.key !== undefined && read.data.key !== answering.invitationId) {
    return Response.json({ why: "expired" }, { status: 401 });
  }
  const draft = { edition: invitation.survey.edition, ...(read.success ? Object(body) : {}) };
  if (!read.success || !isDraft(draft)) return Response.json({ why: "malformed" }, { status: 400 });
  if (draft.edition !== invitation.survey.edition) {
    return Response.json({ why: "edition-changed", ...draftOf(state) }, { status: 409 });
  }
  const { answers, page, edition } = draft;
  const locale = localeOf(invitation.survey.questionnaire, draft.locale);
  const { invitationId, key } = answering;
  const saving = await saveDraft(context.db, {
    invitationId,
    revision: read.data.revision,
    sealed: sealDraft(key, invitationId, { answers, page, locale, edition }),
  });
  if (saving.saved) return Response.json({ revision: saving.revision });
  const now = await stateOf(request, context);
  if (now instanceof Response) return now;
  return Response.json({ why: "changed-elsewhere", ...draftOf(now) }, { status: 409 });
}

function draftOf({ draft, revision, form }: AnsweringState) {
  return { revision, ...draft, locales: form.questionnaire.locales };
}

/** The state, or the JSON that says why there is none: a script cannot follow redirects to pages. */
async function stateOf(
  request: Request,
  context: RequestContext,
): Promise<AnsweringState | Response> {
  try {
    const state = await answeringState(request, context, null);
    return state.shut ? Response.json(state.shut, { status: 409 }) : state;
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    const to = new URL(thrown.headers.get("Location") ?? "/", request.url);
    const why = to.searchParams.get("why") ?? "already-answered";
    const status = why === "expired" ? 401 : 409;
    return Response.json({ why }, { status });
  }
}
