import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formLimits, readForm } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { rosterFilterOf, rosterQuery } from "#app/http/roster-filter.ts";
import { rosterPreview } from "#app/http/roster-page.ts";
import {
  backToRoster,
  isUploadId,
  rosterActs,
  rosterFixed,
  uploadGone,
  uploadRoster,
} from "#app/http/survey-desk/act-on-roster.ts";
import { type DeskOutcome, refused } from "#app/http/survey-desk/outcome.ts";
import { surveyOf } from "#app/http/survey-desk/survey-of.ts";
import { href } from "#app/routes.ts";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { RosterPreviewView } from "#app/ui/survey/roster/preview.tsx";
import { RosterList } from "#app/ui/survey/roster/roster-list.tsx";
import { RosterUploadForm } from "#app/ui/survey/roster/upload-form.tsx";
import { rosterCounts } from "#db/queries/surveys/index.ts";
import { firmsOnPage, rosterPage, rosterStrata } from "#db/queries/surveys/roster-list.ts";
import { dropOldUploads, findUpload } from "#db/queries/surveys/roster-uploads.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `名簿：${data.survey.title}（事務局）` : "名簿（事務局）");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { db } = context;
  const { id, slug, title, state, isSample } = await surveyOf(context, viewer, params.survey);
  const url = new URL(request.url);
  const address = href("deskRoster", { survey: slug });
  const counts = await rosterCounts(db, id);
  const base = { survey: { slug, title, state, isSample }, counts };
  const asked = url.searchParams.get("upload");
  if (asked !== null) {
    await dropOldUploads(db);
    const upload = isUploadId(asked) ? await findUpload(db, viewer, id, asked) : undefined;
    if (upload && state === "preparing") return { ...base, preview: await rosterPreview(upload) };
    throw await backToRoster(context, { slug }, uploadGone);
  }
  const { filter, page } = rosterFilterOf(url);
  const [{ firms, total }, strata] = await Promise.all([
    rosterPage(db, viewer, id, filter, page),
    rosterStrata(db, viewer, id),
  ]);
  if (firms.length === 0 && page > 1) throw redirect(address + rosterQuery(filter, 1));
  const pages = Math.ceil(total / firmsOnPage);
  const to = (place: number) => address + rosterQuery(filter, place);
  const links = {
    previous: page > 1 ? to(page - 1) : undefined,
    next: page < pages ? to(page + 1) : undefined,
  };
  return { ...base, list: { firms, total, strata, filter, page, pages, links } };
}

/** Reads a roster's file, or acts on one that waits for its confirmation. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const form = await readForm(request, formLimits.file);
  if (survey.state !== "preparing") return refused(409, rosterFixed);
  if (form.get("intent") === "upload") return uploadRoster(context, viewer, survey, form);
  const uploadId = String(form.get("upload") ?? "");
  const upload = isUploadId(uploadId)
    ? await findUpload(context.db, viewer, survey.id, uploadId)
    : undefined;
  if (!upload) return backToRoster(context, survey, uploadGone);
  const intent = String(form.get("intent"));
  const act = Object.hasOwn(rosterActs, intent) ? rosterActs[intent] : undefined;
  return act
    ? act(context, viewer, survey, upload, form)
    : refused(400, "ボタンをもう一度押してください。");
}

export default function RosterPage() {
  const data = useLoaderData<typeof loader>();
  const { problems = [] } = useActionData<DeskOutcome>() ?? {};
  const { survey, counts } = data;
  return (
    <Page
      title={"preview" in data ? "名簿の確認" : "名簿"}
      sample={survey.isSample}
      crumbs={[
        { to: href("secretariat"), label: "事務局の机" },
        { to: href("deskSurveys"), label: "調査" },
        { to: href("deskSurvey", { survey: survey.slug }), label: survey.title },
        ...("preview" in data
          ? [{ to: href("deskRoster", { survey: survey.slug }), label: "名簿" }]
          : []),
      ]}
    >
      <ProblemList problems={problems} />
      {"preview" in data ? (
        <RosterPreviewView slug={survey.slug} preview={data.preview} withCode={counts.withCode} />
      ) : (
        <>
          <RosterUploadForm
            firms={counts.firms}
            preparing={survey.state === "preparing"}
            problems={problems}
          />
          {counts.firms > 0 && <RosterList slug={survey.slug} {...data.list} />}
        </>
      )}
    </Page>
  );
}
