import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answeringNotes } from "#app/domain/survey/answering-notes.ts";
import { answeringOf, rememberAnswering } from "#app/http/answering-cookie.ts";
import { pageAddress, pageAsked, pageAt } from "#app/http/answering-page.ts";
import { takePage } from "#app/http/answering-post.ts";
import { answeringState, backToCode } from "#app/http/answering-state.ts";
import { type AnswerView, viewOf } from "#app/http/answering-view.ts";
import type { RequestContext } from "#app/http/context.ts";
import { answerLimit, readForm } from "#app/http/forms.ts";
import { pageTitle } from "#app/ui/page.tsx";
import { AnswerPage } from "#app/ui/survey/plain/answer-page.tsx";

/** Whole without script; SurveyJS may take the form over, and sets inline styles. */
export const handle = { enhances: true, inlineStyles: true };

export const meta = () => pageTitle("調査への回答");

/** What an action has to show: the loader, which runs after it, must not lead away from it. */
const shownByAction = new WeakMap<RequestContext, AnswerView>();

export async function loader({ request, context }: LoaderFunctionArgs): Promise<AnswerView> {
  const shown = shownByAction.get(context);
  if (shown !== undefined) return shown;
  const lang = new URL(request.url).searchParams.get("lang");
  const state = await answeringState(request, context, lang);
  if (state.shut) backToCode(state.shut.why);
  const pages = state.form.pages(state.draft.answers);
  const page = pageAt(pages, pageAsked(request, state.draft.page));
  if (page === undefined) throw redirect(pageAddress(1, 0), 303);
  return viewOf(state, page, {
    notes: state.corrected
      ? [{ tone: "warning", text: answeringNotes(state.locale).corrected }]
      : [],
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request, answerLimit);
  const outcome = await takePage(request, context, fields);
  // Whoever goes on answering is not asked for the code again.
  const held = await answeringOf(request, context);
  const headers = new Headers();
  if (held) headers.append("Set-Cookie", await rememberAnswering(held, context));
  if ("to" in outcome) return redirect(outcome.to, { status: 303, headers });
  shownByAction.set(context, outcome.view);
  return Response.json(outcome.view, { status: outcome.status, headers });
}

export default function Answer() {
  const loaded = useLoaderData<typeof loader>();
  const posted = useActionData<AnswerView>();
  return <AnswerPage view={posted ?? loaded} />;
}
