import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { commentForm } from "#app/domain/discussion/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { checkForm, formLimits, readForm } from "#app/http/forms.ts";
import { notFound, numberParam, requireCouncil, requireMember } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { href } from "#app/routes.ts";
import type { RefusedWriting } from "#app/ui/discussion/article-discussion.tsx";
import { DiscussedVersion } from "#app/ui/discussion/discussed-version.tsx";
import { versionName } from "#app/ui/ordinance/version-entries.tsx";
import { pageTitle } from "#app/ui/page.tsx";
import { addComment } from "#db/queries/comment-writing.ts";
import { discussionPage } from "#db/queries/discussion-page.ts";
import { versionByNumber } from "#db/queries/versions.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${versionName(data.version)}への意見` : "条例案への意見");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireCouncil(request, context);
  const number = numberParam(params.version, "条例案の版");
  const version = await versionByNumber(context.db, viewer, number);
  if (!version) return notFound("条例案の版");
  const { articles, elsewhere } = await discussionPage(context.db, viewer, version);
  return {
    version,
    articles,
    elsewhere,
    mayWrite: viewer.kind === "member" && version.audience !== "secretariat",
    formIds: new Map([...articles.keys()].map((path) => [path, randomUUID()])),
    /** The article whose comments are open from the start. */
    open: new URL(request.url).searchParams.get("open"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireMember(request, context);
  const number = numberParam(params.version, "条例案の版");
  if (!(await versionByNumber(context.db, viewer, number))) return notFound("条例案の版");
  const form = checkForm(await readForm(request, formLimits.text), commentForm);
  const refuse = (values: Record<string, string>, problems: Problem[]) => {
    const { suffix = "" } = values;
    const placed = problems.map(({ message, field }) => ({ message, field: `${field}-${suffix}` }));
    return Response.json({ suffix, values, problems: placed }, { status: 400 });
  };
  if (!form.ok) return refuse(form.values, form.problems);
  const { suffix, provision: provisionId, ...comment } = form.data;
  const posted = await addComment(context.db, viewer, { ...comment, version: number, provisionId });
  if (posted.kind === "missing") {
    const message = "この版に、その条項はありません。どの部分への意見かを選び直してください。";
    return refuse({ ...form.data, suffix }, [{ message, field: "place" }]);
  }
  const page = href("councilVersion", { version: number });
  const place = `${page}?open=${suffix}#comment-${posted.number}`;
  return redirectWithNotice(context, place, "意見を登録しました。");
}

export default function CouncilVersionPage() {
  const { version, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedWriting>();
  return (
    <DiscussedVersion version={version} ordinance={version.parsed} {...page} refused={refused} />
  );
}
