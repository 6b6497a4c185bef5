import { z } from "zod";
import { isCivilDate } from "#app/domain/japan/index.ts";
import type { SurveyMode } from "#app/domain/survey/anonymity.ts";
import { calendarProblems, type SurveyDates } from "#app/domain/survey/calendar.ts";
import { letterTextMaximum } from "#app/domain/survey/letters/index.ts";
import { type CheckedForm, checkForm, textValues } from "../forms.ts";

/** How a survey is conducted; fixed from its opening on, but for a later deadline. */
export interface SurveySettings extends SurveyDates {
  mode: SurveyMode;
  /** How many firms of the roster share each combination of strata, at least. */
  threshold: number;
  closesOn: string;
  /** Whom to ask: the section's name and telephone number. */
  contact: string;
  letterText: string;
}

/** The least and greatest threshold that can be chosen. */
const thresholds = { least: 2, most: 20, usual: 3 } as const;

const thresholdMessage = `区分の人数は、${thresholds.least}から${thresholds.most}までの整数で入力してください。`;
const plainText = /^[^\p{Cc}\u2028\u2029]*$/u;
const paragraphs = /^(?:\n|[^\p{Cc}\u2028\u2029])*$/u;
const optionalDate = (message: string) =>
  z
    .string()
    .default("")
    .refine((text) => text === "" || isCivilDate(text), message)
    .transform((text) => (text === "" ? null : text));

/** The fields of the settings, for schemas of a survey's forms. A field left out is the usual one. */
export const settingsFields = {
  mode: z.enum(["anonymous", "named"], "匿名か記名かを選んでください。").default("anonymous"),
  threshold: z
    .string()
    .default(String(thresholds.usual))
    .transform((text) => text.normalize("NFKC").trim())
    .refine((text) => /^\d{1,3}$/.test(text), thresholdMessage)
    .transform(Number)
    .refine((count) => count >= thresholds.least && count <= thresholds.most, thresholdMessage),
  opensOn: optionalDate("受付を始める日を選び直すか、空にしてください。"),
  remindsOn: optionalDate("督促の日を選び直すか、空にしてください。"),
  closesOn: z.string("締切日を選んでください。").refine(isCivilDate, "締切日を選んでください。"),
  contact: z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .refine((text) => text.length <= 200, "問い合わせ先は200字までにしてください。")
    .refine((text) => paragraphs.test(text), "問い合わせ先に使えない文字があります。"),
  letterText: z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .refine(
      (text) => text.length <= letterTextMaximum,
      `依頼文は${letterTextMaximum.toLocaleString("ja-JP")}字までにしてください。`,
    )
    .refine((text) => paragraphs.test(text), "依頼文に使えない文字があります。"),
};

const settings = z.object(settingsFields);

/** Reads the form of a survey's settings; the dates must be in order. */
export function readSettingsForm(form: FormData): CheckedForm<SurveySettings> {
  const fields = checkForm(form, settings);
  if (!fields.ok) return fields;
  const problems = calendarProblems(fields.data);
  return problems.length > 0 ? { ok: false, problems, values: textValues(form) } : fields;
}

/** A new deadline of an open survey, and why. */
export interface Extension {
  closesOn: string;
  reason: string;
}

const extension = z.object({
  extendedTo: z
    .string("新しい締切日を選んでください。")
    .refine(isCivilDate, "新しい締切日を選んでください。"),
  reason: z
    .string("延ばす理由を入力してください。")
    .trim()
    .min(1, "延ばす理由を入力してください。")
    .max(200, "理由は200字までにしてください。")
    .regex(plainText, "理由は1行で入力してください。"),
});

/** Reads the form that extends the deadline. */
export function readExtensionForm(form: FormData): CheckedForm<Extension> {
  const read = checkForm(form, extension);
  if (!read.ok) return read;
  return { ok: true, data: { closesOn: read.data.extendedTo, reason: read.data.reason } };
}
