import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type LinkForm, linkForm, linkRemoval } from "#app/domain/evidence/link-form.ts";
import type { Problem } from "#app/domain/problem.ts";
import { anyone, type SignedIn } from "#app/domain/viewer.ts";
import type { RequestContext } from "#app/http/context.ts";
import { checkForm, readForm, textValues } from "#app/http/forms.ts";
import { notFound, numberParam, requireSecretariat } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { href } from "#app/routes.ts";
import type { RefusedLink } from "#app/ui/discussion/link-note.tsx";
import { ProvisionLinks } from "#app/ui/discussion/provision-links.tsx";
import { pageTitle } from "#app/ui/page.tsx";
import { type ProvisionToLink, provisionToLink } from "#db/queries/link-desk.ts";
import { addLink, type LinkTarget, removeLink } from "#db/queries/link-writing.ts";
import { surveyToLink } from "#db/queries/question-to-link.ts";
import { listSurveys } from "#db/queries/surveys/index.ts";
import { findUtterance, searchUtterances } from "#db/queries/utterances.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.page.label}の根拠` : "条文と根拠の関連付け");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { db } = context;
  const number = numberParam(params.provision, "条項");
  const page = (await provisionToLink(db, viewer, number)) ?? notFound("条項");
  const query = new URL(request.url).searchParams;
  const words = (query.get("q") ?? "").replaceAll("\u0000", "").trim().slice(0, 200);
  const slug = query.get("survey");
  const surveys = await listSurveys(db, viewer);
  return {
    page,
    words,
    // Only what everybody may read can be evidence for everybody.
    found: await searchUtterances(db, anyone, words),
    surveys: surveys.map((survey) => ({
      slug: survey.slug,
      title: survey.title,
      released: survey.newestRelease !== undefined,
    })),
    survey: slug === null ? undefined : await surveyToLink(db, viewer, slug, query.get("question")),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const number = numberParam(params.provision, "条項");
  const page = (await provisionToLink(context.db, viewer, number)) ?? notFound("条項");
  const form = await readForm(request);
  // The search and the chosen survey stay: the next link is made from the same results.
  const { pathname, search } = new URL(request.url);
  return form.get("intent") === "remove"
    ? remove(context, viewer, page, form, pathname + search)
    : link(context, viewer, page, form, pathname + search);
}

async function remove(
  context: RequestContext,
  viewer: SignedIn,
  page: ProvisionToLink,
  form: FormData,
  back: string,
) {
  const checked = checkForm(form, linkRemoval);
  if (!checked.ok) return refuse(form, checked.problems, 400);
  const { link: linkId } = checked.data;
  const place = page.links.find(({ id }) => id === linkId)?.place ?? page.label;
  const removed = await removeLink(context.db, viewer, { linkId, provisionIds: page.ids, place });
  if (removed) return redirectWithNotice(context, back, "関連付けを取り消しました。");
  return refuse(form, [{ message: "この関連付けは、すでに取り消されています。" }], 409);
}

async function link(
  context: RequestContext,
  viewer: SignedIn,
  page: ProvisionToLink,
  form: FormData,
  back: string,
) {
  const checked = checkForm(form, linkForm);
  if (!checked.ok) return refuse(form, checked.problems, 400);
  const { note } = checked.data;
  const target = targetOf(checked.data);
  const obstacle = await obstacleTo(context, page, target);
  if (obstacle) return refuse(form, [{ message: obstacle }], 400);
  const { id: provisionId, label: place } = page;
  const done = await addLink(context.db, viewer, { provisionId, place, note, target });
  switch (done) {
    case "linked":
      return redirectWithNotice(context, back, `${place}に関連付けました。`);
    case "already": {
      const message = `これは、すでに${place}に関連付けられています。メモを変えるには、いったん取り消してから関連付けてください。`;
      return refuse(form, [{ message }], 409);
    }
    case "hidden": {
      const message =
        "この数は、回答した事業者が推測されないように集計版で伏せているため、関連付けられません。問いの全体か、数の出ている選択肢を選んでください。";
      return refuse(form, [{ message, field: "choice" }], 400);
    }
    case "unknown": {
      const message = "関連付ける相手が見つかりません。一覧から選び直してください。";
      return refuse(form, [{ message }], 400);
    }
  }
}

function targetOf(form: LinkForm): LinkTarget {
  switch (form.intent) {
    case "utterance":
      return { kind: "utterance", meeting: form.meeting, utterance: form.utterance };
    case "question": {
      const { survey, question, choice } = form;
      return { kind: "question", survey, question, ...(choice === undefined ? {} : { choice }) };
    }
    case "comment":
      return { kind: "comment", comment: form.comment };
  }
}

/** Why a target that exists cannot be evidence here; undefined when it can. */
async function obstacleTo(
  { db }: RequestContext,
  { threads }: ProvisionToLink,
  target: LinkTarget,
): Promise<string | undefined> {
  if (target.kind === "utterance") {
    const open = await findUtterance(db, anyone, target.meeting, target.utterance);
    return open
      ? undefined
      : "この発言は公開されていないか、見つからないため、関連付けられません。公開されている発言を選んでください。";
  }
  if (target.kind !== "comment" || threads.some(({ number }) => number === target.comment)) {
    return undefined;
  }
  return "この条への意見ではありません。一覧から選び直してください。";
}

/** The refused form; the problems of its fields lead to the form they belong to. */
function refuse(form: FormData, problems: readonly Problem[], status: number): Response {
  const values = textValues(form);
  const suffix = values.suffix ?? "";
  const placed = problems.map(({ message, field }) =>
    field === "note" || field === "choice" ? { message, field: `${field}-${suffix}` } : { message },
  );
  return Response.json({ suffix, values, problems: placed } satisfies RefusedLink, { status });
}

export default function DeskProvisionLinks() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedLink>();
  const action = href("deskProvisionLinks", { provision: data.page.number });
  return <ProvisionLinks {...data} action={action} refused={refused} />;
}
