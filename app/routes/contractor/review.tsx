import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  type ReviewView,
  reviewOf,
  sendReviewed,
  toFirstPage,
} from "#app/http/answering-review.ts";
import { answeringState, backToCode } from "#app/http/answering-state.ts";
import type { RequestContext } from "#app/http/context.ts";
import { readForm } from "#app/http/forms.ts";
import { pageTitle } from "#app/ui/page.tsx";
import { ReviewPage } from "#app/ui/survey/plain/review-page.tsx";

export const meta = () => pageTitle("回答の確認");

/** What an action has to show: the loader, which runs after it, must not lead away from it. */
const shownByAction = new WeakMap<RequestContext, ReviewView>();

export async function loader({ request, context }: LoaderFunctionArgs): Promise<ReviewView> {
  const shown = shownByAction.get(context);
  if (shown !== undefined) return shown;
  const lang = new URL(request.url).searchParams.get("lang");
  const state = await answeringState(request, context, lang);
  if (state.shut) backToCode(state.shut.why);
  if (state.revision === 0) throw toFirstPage();
  return reviewOf(state);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const outcome = await sendReviewed(request, context, await readForm(request));
  if (outcome instanceof Response) return outcome;
  shownByAction.set(context, outcome.view);
  return Response.json(outcome.view, { status: outcome.status });
}

export default function Review() {
  const loaded = useLoaderData<typeof loader>();
  const posted = useActionData<ReviewView>();
  return <ReviewPage view={posted ?? loaded} />;
}
