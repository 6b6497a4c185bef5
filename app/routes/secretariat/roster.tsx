import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "#app/domain/problem.ts";
import { formLimits, readForm, uploadedFile } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { rosterFilterOf, rosterQuery } from "#app/http/roster-filter.ts";
import { rosterPreview } from "#app/http/roster-page.ts";
import { codingOf, matchingOf, readingOf, readUpload } from "#app/http/roster-upload.ts";
import { surveyOf } from "#app/http/survey-desk/survey-of.ts";
import { href } from "#app/routes.ts";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { RosterPreviewView } from "#app/ui/survey/roster/preview.tsx";
import { RosterList } from "#app/ui/survey/roster/roster-list.tsx";
import { RosterUploadForm } from "#app/ui/survey/roster/upload-form.tsx";
import { rosterCounts } from "#db/queries/surveys/index.ts";
import { firmsOnPage, rosterPage, rosterStrata } from "#db/queries/surveys/roster-list.ts";
import {
  changeUpload,
  discardUpload,
  dropOldUploads,
  findUpload,
  importUpload,
  keepUpload,
  uploadedRoster,
} from "#db/queries/surveys/roster-uploads.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `名簿：${data.survey.title}（事務局）` : "名簿（事務局）");

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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
    const upload = uuid.test(asked) ? await findUpload(db, viewer, id, asked) : undefined;
    if (upload && state === "preparing") return { ...base, preview: await rosterPreview(upload) };
    throw await redirectWithNotice(context, address, gone);
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

interface Outcome {
  problems: Problem[];
}

const gone =
  "確認中の名簿は残っていません（登録したか、取りやめたか、1日が過ぎました）。登録していないときは、ファイルをもう一度選んでください。";
const fixed = "受付を始めた後は、名簿を変えられません。何も変えていません。";
const unconfirmed = "確かめたことを示す印を付けてから、もう一度押してください。";

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { db } = context;
  const { id, slug, state } = await surveyOf(context, viewer, params.survey);
  const form = await readForm(request, formLimits.file);
  const refuse = (status: number, problems: Problem[]) =>
    Response.json({ problems } satisfies Outcome, { status });
  if (state !== "preparing") return refuse(409, [{ message: fixed }]);
  const address = href("deskRoster", { survey: slug });
  const preview = (upload: string) => redirect(`${address}?upload=${upload}`, 303);

  const intent = form.get("intent");
  if (intent === "upload") {
    const file = await uploadedFile(form, "roster");
    const missing = "名簿のファイルを選んでください。空のファイルは使えません。";
    if (!file) return refuse(400, [{ message: missing, field: "roster" }]);
    const read = await readUpload(file.bytes);
    if (!read.ok) {
      return refuse(
        400,
        read.problems.map((problem) => ({ ...problem, field: "roster" })),
      );
    }
    const fileName = file.name.slice(0, 200) || "名簿";
    return preview(await keepUpload(db, viewer, id, { ...read.value, fileName, file: file.bytes }));
  }

  const uploadId = String(form.get("upload") ?? "");
  const upload = uuid.test(uploadId) ? await findUpload(db, viewer, id, uploadId) : undefined;
  if (!upload) return redirectWithNotice(context, address, gone);
  switch (intent) {
    case "sheet": {
      const sheet = upload.facts.sheets.find((name) => name === form.get("sheet"));
      const bytes = await uploadedRoster(db, viewer, id, uploadId);
      if (sheet === undefined || !bytes)
        return refuse(400, [{ message: "シートを選んでください。" }]);
      const read = await readUpload(bytes, sheet);
      if (!read.ok) return refuse(400, read.problems);
      await changeUpload(db, id, uploadId, read.value);
      return preview(uploadId);
    }
    case "check":
      await changeUpload(db, id, uploadId, { matching: matchingOf(form), coding: codingOf(form) });
      return preview(uploadId);
    case "discard":
      await discardUpload(db, id, uploadId);
      return redirectWithNotice(context, address, "取りやめました。名簿は変えていません。");
    case "import": {
      const { withCode } = await rosterCounts(db, id);
      if (withCode > 0 && !form.has("rosterConfirmed")) {
        return refuse(400, [{ message: unconfirmed, field: "rosterConfirmed" }]);
      }
      const { firms, problems, faults } = (await readingOf(upload)).reading;
      const wrong = problems.length + faults.length;
      if (wrong > 0) {
        const message = `直す所が${wrong.toLocaleString("ja-JP")}件あります。名簿は登録していません。`;
        return refuse(400, [{ message }]);
      }
      const imported = await importUpload(db, viewer, id, uploadId, firms);
      if (imported === "opened") return refuse(409, [{ message: fixed }]);
      if (imported === "gone") return redirectWithNotice(context, address, gone);
      const count = firms.length.toLocaleString("ja-JP");
      return redirectWithNotice(context, address, `名簿（${count}者）を登録しました。`);
    }
    default:
      return refuse(400, [{ message: "ボタンをもう一度押してください。" }]);
  }
}

export default function RosterPage() {
  const data = useLoaderData<typeof loader>();
  const { problems = [] } = useActionData<Outcome>() ?? {};
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
