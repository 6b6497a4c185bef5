import { z } from "zod";
import { checkPaperFile, type PaperFile } from "#app/domain/papers/paper-file.ts";
import { type CheckedForm, checkForm, textValues, uploadedFile } from "./forms.ts";

const schema = z.object({
  number: z
    .string()
    .transform((text) => text.normalize("NFKC").replace(/\s/gu, ""))
    .refine(
      (text) => /^(\p{L}{0,6}資料\d{1,3}(-\d{1,3})?|次第|委員名簿|席次表?)$/u.test(text),
      "番号は「資料1」「参考資料2-1」「次第」のように入力してください。",
    ),
  // Not "title": the page has a form for the meeting as well.
  paperTitle: z
    .string()
    .trim()
    .min(1, "名称を入力してください。")
    .max(200, "名称は200字までにしてください。"),
  audience: z.enum(["members", "public"], "だれに見せるかを選んでください。"),
});

/** A paper as the form brings it. */
export interface PaperForm extends PaperFile {
  number: string;
  title: string;
  audience: "members" | "public";
  content: Uint8Array;
}

/** Reads the form of a new paper and checks its file; all problems come at once. */
export async function readPaperForm(form: FormData): Promise<CheckedForm<PaperForm>> {
  const checked = checkForm(form, schema);
  const upload = await uploadedFile(form, "file");
  const file = upload
    ? checkPaperFile(upload.name, upload.bytes)
    : {
        ok: false as const,
        problems: [{ message: "資料のファイルを選んでください。", field: "file" }],
      };
  if (checked.ok && file.ok && upload) {
    const { number, paperTitle: title, audience } = checked.data;
    return { ok: true, data: { number, title, audience, ...file.value, content: upload.bytes } };
  }
  const problems = [...(checked.ok ? [] : checked.problems), ...(file.ok ? [] : file.problems)];
  return { ok: false, problems, values: textValues(form) };
}
