import { redirect } from "@remix-run/node";
import type { Viewer } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import { rosterCounts, type Survey } from "#db/queries/surveys/index.ts";
import {
  changeUpload,
  discardUpload,
  importUpload,
  keepUpload,
  type RosterUpload,
  uploadedRoster,
} from "#db/queries/surveys/roster-uploads.ts";
import type { RequestContext } from "../context.ts";
import { uploadedFile } from "../forms.ts";
import { redirectWithNotice } from "../notices.ts";
import { codingOf, matchingOf, readingOf, readUpload } from "../roster-upload.ts";
import { type DeskOutcome, refused, unconfirmed } from "./outcome.ts";

type Clerk = Extract<Viewer, { kind: "secretariat" }>;

export const uploadGone =
  "確認中の名簿は残っていません（登録したか、取りやめたか、1日が過ぎました）。登録していないときは、ファイルをもう一度選んでください。";
export const rosterFixed = "受付を始めた後は、名簿を変えられません。何も変えていません。";

/** Whether a text from a form or an address can be the identifier of an upload (a uuid). */
export function isUploadId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** To the page of the roster, with a message. */
export function backToRoster(
  context: RequestContext,
  { slug }: Pick<Survey, "slug">,
  message: string,
): Promise<Response> {
  return redirectWithNotice(context, href("deskRoster", { survey: slug }), message);
}

function toPreview({ slug }: Survey, upload: string): Response {
  return redirect(`${href("deskRoster", { survey: slug })}?upload=${upload}`, 303);
}

/** Reads a roster's file and keeps it until it is confirmed. */
export async function uploadRoster(
  { db }: RequestContext,
  viewer: Clerk,
  survey: Survey,
  form: FormData,
): Promise<Response> {
  const file = await uploadedFile(form, "roster");
  const field = "roster";
  if (!file) {
    return refused(400, "名簿のファイルを選んでください。空のファイルは使えません。", { field });
  }
  const read = await readUpload(file.bytes);
  if (!read.ok) {
    const problems = read.problems.map((problem) => ({ ...problem, field }));
    return Response.json({ problems, values: {} } satisfies DeskOutcome, { status: 400 });
  }
  const fileName = file.name.slice(0, 200) || "名簿";
  const kept = { ...read.value, fileName, file: file.bytes };
  return toPreview(survey, await keepUpload(db, viewer, survey.id, kept));
}

/** What a form of the preview does with the roster that waits for its confirmation. */
type RosterAct = (
  context: RequestContext,
  viewer: Clerk,
  survey: Survey,
  upload: RosterUpload,
  form: FormData,
) => Promise<Response>;

export const rosterActs: Partial<Record<string, RosterAct>> = {
  async sheet({ db }, viewer, survey, { id, facts }, form) {
    const sheet = facts.sheets.find((name) => name === form.get("sheet"));
    const bytes = await uploadedRoster(db, viewer, survey.id, id);
    if (sheet === undefined || !bytes) return refused(400, "シートを選んでください。");
    const read = await readUpload(bytes, sheet);
    if (!read.ok) return refused(400, read.problems.map(({ message }) => message).join(""));
    await changeUpload(db, survey.id, id, read.value);
    return toPreview(survey, id);
  },
  async check({ db }, _, survey, { id }, form) {
    const decided = { matching: matchingOf(form), coding: codingOf(form) };
    await changeUpload(db, survey.id, id, decided);
    return toPreview(survey, id);
  },
  async discard(context, _, survey, { id }) {
    await discardUpload(context.db, survey.id, id);
    return backToRoster(context, survey, "取りやめました。名簿は変えていません。");
  },
  async import(context, viewer, survey, upload, form) {
    const { db } = context;
    const { withCode } = await rosterCounts(db, survey.id);
    if (withCode > 0 && !form.has("rosterConfirmed")) {
      return refused(400, unconfirmed, { field: "rosterConfirmed" });
    }
    const { firms, problems, faults } = (await readingOf(upload)).reading;
    const wrong = problems.length + faults.length;
    if (wrong > 0) {
      const count = wrong.toLocaleString("ja-JP");
      return refused(400, `直す所が${count}件あります。名簿は登録していません。`);
    }
    const imported = await importUpload(db, viewer, survey.id, upload.id, firms);
    if (imported === "opened") return refused(409, rosterFixed);
    if (imported === "gone") return backToRoster(context, survey, uploadGone);
    const count = firms.length.toLocaleString("ja-JP");
    return backToRoster(context, survey, `名簿（${count}者）を登録しました。`);
  },
};
