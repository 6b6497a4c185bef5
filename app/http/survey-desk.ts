import { z } from "zod";
import { isCivilDate } from "#app/domain/japan/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { checkDefinition, type Questionnaire } from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { findSurvey, type Survey } from "#db/queries/surveys/index.ts";
import type { RequestContext } from "./context.ts";
import { type CheckedForm, checkForm, textValues, uploadedFile } from "./forms.ts";
import { notFound } from "./guards.ts";

/** What the form of a survey brings; `definition` has been checked and read. */
export interface SurveyForm {
  title: string;
  closesOn: string;
  questionnaire: Questionnaire;
}

const title = z
  .string("調査の名称を入力してください。")
  .trim()
  .min(1, "調査の名称を入力してください。")
  .max(200, "調査の名称は200字までにしてください。")
  .regex(/^\P{Cc}*$/u, "調査の名称に使えない文字があります。入力し直してください。");
const closesOn = z
  .string("締切日を選んでください。")
  .refine(isCivilDate, "締切日を選んでください。");
const slug = z
  .string("調査の記号を入力してください。")
  .transform((text) => text.normalize("NFKC").trim())
  .refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 60, {
    message:
      "調査の記号は、英小文字と数字を - でつないで60字までで入力してください（例：r8-jigyosha）。",
  })
  .refine((text) => text !== "new", "「new」は使えません。別の記号にしてください。");

const entry = z.object({ title, closesOn });
const newEntry = z.object({ slug, title, closesOn });

/** Reads the form that replaces the questionnaire, title and deadline of a survey. */
export async function readSurveyForm(form: FormData): Promise<CheckedForm<SurveyForm>> {
  return withQuestionnaire(form, (filled) => checkForm(filled, entry));
}

/** Reads the form of a new survey, which gives the survey's slug besides. */
export async function readNewSurveyForm(
  form: FormData,
): Promise<CheckedForm<SurveyForm & { slug: string }>> {
  return withQuestionnaire(form, (filled) => checkForm(filled, newEntry));
}

/**
 * Checks the text fields and the definition together. A chosen file (JSON in UTF-8) takes the place
 * of the typed text, also in the values that go back, so that its lines can be found and mended.
 */
async function withQuestionnaire<T>(
  form: FormData,
  check: (form: FormData) => CheckedForm<T>,
): Promise<CheckedForm<T & { questionnaire: Questionnaire }>> {
  const file = await uploadedFile(form, "file");
  const text = file ? decodeUtf8(file.bytes) : (textValues(form).definition ?? "");
  if (text !== undefined) form.set("definition", text.replace(/\r\n?/g, "\n"));
  const fields = check(form);
  const definition = checkDefinition(textValues(form).definition ?? "");
  const faults =
    text === undefined ? [notUtf8] : definition.ok ? [] : definition.problems.map(atDefinition);
  if (fields.ok && definition.ok && faults.length === 0) {
    return { ok: true, data: { ...fields.data, questionnaire: definition.value } };
  }
  const problems = [...(fields.ok ? [] : fields.problems), ...faults];
  return { ok: false, problems, values: textValues(form) };
}

const notUtf8: Problem = {
  message:
    "このファイルは UTF-8 の文章として読み取れません。文字コードを UTF-8 にして保存し直してから、選び直してください。",
  field: "file",
};

/** A fault of the definition leads to the text area; a place that the message tells is not told twice. */
function atDefinition({ message, line, column }: Problem): Problem {
  const told = line !== undefined && message.includes(`${line}行目`);
  const place =
    told || line === undefined ? {} : { line, ...(column === undefined ? {} : { column }) };
  return { message, ...place, field: "definition" };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The survey that an address names, or the 404 page. */
export async function surveyOf(
  { db }: RequestContext,
  viewer: Viewer,
  param: string | undefined,
): Promise<Survey> {
  const name = param !== undefined && slug.safeParse(param).success ? param : notFound("調査");
  return (await findSurvey(db, viewer, name)) ?? notFound("調査");
}

/** Why no codes were made; the survey's page says it in words. */
export const codeFaults = ["closed", "no-roster", "none-left", "unconfirmed"] as const;
export type CodeFault = (typeof codeFaults)[number];

/** What to do when no codes were made. */
export const codeFaultMessages: Record<CodeFault, string> = {
  closed: "締め切った調査には、コードを発行できません。",
  "no-roster": "名簿がありません。先に名簿を登録してください。",
  "none-left":
    "コードを発行する事業者がありません。すべての事業者に発行済みか、すべてが回答済みです。コードのファイルをなくしたときは、再発行してください。",
  unconfirmed:
    "コードを再発行するときは、「前のコードが使えなくなることを確かめました」に印を付けてください。",
};
