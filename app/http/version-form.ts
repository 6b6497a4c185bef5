import { z } from "zod";
import { noteMaximum, writtenText } from "#app/domain/discussion/index.ts";
import { decodeTextFile } from "#app/domain/draft-version/index.ts";
import { type Ordinance, parseOrdinance } from "#app/domain/ordinance/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { checkForm, uploadedFile } from "./forms.ts";

const schema = z.object({
  label: writtenText("案の名前", 40),
  note: writtenText("説明", noteMaximum),
  source: writtenText("条例の本文", 1_000_000, { required: false }),
});

/** The form of a version as it was read; `values` keep what was typed or uploaded. */
export type VersionForm = { values: Record<string, string> } & (
  | {
      ok: true;
      text: { label: string; note: string; source: string; parsed: Ordinance };
    }
  | { ok: false; problems: Problem[] }
);

/** Reads label, note and text (typed, or from an uploaded file, which comes first). */
export async function readVersionForm(form: FormData): Promise<VersionForm> {
  const file = await uploadedFile(form, "file");
  const decoded = file && decodeTextFile(file.bytes);
  if (decoded?.ok) form.set("source", decoded.value);
  const checked = checkForm(form, schema);
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] = value;
  const problems = [
    ...(checked.ok ? [] : checked.problems),
    ...(decoded?.ok === false ? decoded.problems : []),
  ];
  if (!checked.ok || decoded?.ok === false) return { ok: false, values, problems };
  const { source } = checked.data;
  if (source === "") {
    const message = "条例の本文を貼り付けるか、テキストファイルを選んでください。";
    return { ok: false, values, problems: [{ message, field: "source" }] };
  }
  const { ordinance, problems: faults } = parseOrdinance(`${source}\n`);
  if (faults.length > 0) return { ok: false, values: { ...values, source }, problems: faults };
  return { ok: true, values, text: { ...checked.data, source: `${source}\n`, parsed: ordinance } };
}
