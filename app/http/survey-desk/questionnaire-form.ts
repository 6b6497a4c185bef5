import { z } from "zod";
import type { Problem } from "#app/domain/problem.ts";
import { calendarProblems } from "#app/domain/survey/calendar.ts";
import { checkDefinition, type Questionnaire } from "#app/domain/survey/index.ts";
import { type CheckedForm, checkForm, textValues, uploadedFile } from "../forms.ts";
import { type SurveySettings, settingsFields } from "./settings-form.ts";
import { surveySlug } from "./survey-of.ts";

/** What the form of a questionnaire brings; `source` is the definition as it was given. */
export interface QuestionnaireForm {
  title: string;
  questionnaire: Questionnaire;
  source: string;
}

/** A new survey: its slug, what it asks, and how it is conducted. */
export type NewSurveyForm = QuestionnaireForm & SurveySettings & { slug: string };

const title = z
  .string("調査の名称を入力してください。")
  .trim()
  .min(1, "調査の名称を入力してください。")
  .max(200, "調査の名称は200字までにしてください。")
  .regex(/^\P{Cc}*$/u, "調査の名称に使えない文字があります。入力し直してください。");

const entry = z.object({ title });
const newEntry = z.object({ slug: surveySlug, title, ...settingsFields });

/** Reads the form that replaces the questionnaire and title of a survey in preparation. */
export async function readQuestionnaireForm(
  form: FormData,
): Promise<CheckedForm<QuestionnaireForm>> {
  return withQuestionnaire(form, (filled) => checkForm(filled, entry));
}

/** Reads the form of a new survey. */
export async function readNewSurveyForm(form: FormData): Promise<CheckedForm<NewSurveyForm>> {
  return withQuestionnaire(form, (filled) => {
    const fields = checkForm(filled, newEntry);
    if (!fields.ok) return fields;
    const problems = calendarProblems(fields.data);
    return problems.length > 0 ? { ok: false, problems, values: textValues(filled) } : fields;
  });
}

/**
 * Checks the text fields and the definition together. A chosen file (JSON in UTF-8) takes the place
 * of the typed text, also in the values that go back, so that its lines can be found and mended.
 */
async function withQuestionnaire<T>(
  form: FormData,
  check: (form: FormData) => CheckedForm<T>,
): Promise<CheckedForm<T & { questionnaire: Questionnaire; source: string }>> {
  const definition = await readDefinitionField(form);
  const fields = check(form);
  if (fields.ok && definition.ok) {
    const { questionnaire, source } = definition;
    return { ok: true, data: { ...fields.data, questionnaire, source } };
  }
  const problems = [
    ...(fields.ok ? [] : fields.problems),
    ...(definition.ok ? [] : definition.problems),
  ];
  return { ok: false, problems, values: textValues(form) };
}

/** The definition of a form, from its file or its text area, which afterwards holds what was read. */
export async function readDefinitionField(
  form: FormData,
): Promise<
  | { ok: true; questionnaire: Questionnaire; source: string; warnings: Problem[] }
  | { ok: false; problems: Problem[] }
> {
  const file = await uploadedFile(form, "file");
  const text = file ? decodeUtf8(file.bytes) : (textValues(form).definition ?? "");
  if (text === undefined) return { ok: false, problems: [notUtf8] };
  const source = text.replace(/\r\n?/g, "\n");
  form.set("definition", source);
  const checked = checkDefinition(source);
  if (!checked.ok) return { ok: false, problems: checked.problems.map(atDefinition) };
  return { ok: true, questionnaire: checked.value, source, warnings: checked.warnings };
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
