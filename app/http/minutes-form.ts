import { z } from "zod";
import type { Problem } from "#app/domain/problem.ts";
import { type CheckedForm, checkForm, textValues, uploadedFile } from "./forms.ts";

const schema = z.object({
  intent: z.enum(["preview", "save", "publish"], "ボタンをもう一度押してください。"),
  source: z.string(),
  reason: z.string().trim().max(1_000, "訂正の理由は1,000字までにしてください。").default(""),
  audience: z.enum(["members", "public"], "だれに見せるかを選んでください。").optional(),
  base: z.string().max(100),
});

/** What the editor of minutes sends. Line ends of `source` are "\n". */
export type MinutesForm = z.infer<typeof schema>;

/**
 * Reads the editor's form. A chosen file (Markdown in UTF-8) takes the place of the typed text,
 * also in the values that go back with a refused form.
 */
export async function readMinutesForm(form: FormData): Promise<CheckedForm<MinutesForm>> {
  const file = await uploadedFile(form, "file");
  if (file) {
    const text = decodeUtf8(file.bytes);
    if (text === undefined) return refuse(form, notUtf8);
    form.set("source", text);
  }
  form.set("source", textValues(form).source?.replace(/\r\n?/g, "\n") ?? "");
  return checkForm(form, schema);
}

const notUtf8: Problem = {
  message:
    "このファイルは UTF-8 の文章として読み取れません。文字コードを UTF-8 にして保存し直してから、選び直してください。",
  field: "file",
};

function refuse(form: FormData, problem: Problem): CheckedForm<MinutesForm> {
  return { ok: false, problems: [problem], values: textValues(form) };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
