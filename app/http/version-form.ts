import { z } from "zod";
import { noteMaximum, writtenText } from "#app/domain/discussion/index.ts";
import { corrected, correctionNamed, plainText } from "#app/domain/draft-version/index.ts";
import { type Ordinance, parseOrdinance } from "#app/domain/ordinance/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { readDraftFile } from "#app/files/draft-file.ts";
import { checkForm, textValues, uploadedFile } from "./forms.ts";

const schema = z.object({
  label: writtenText("案の名前", 40),
  note: writtenText("説明", noteMaximum),
  source: writtenText("条例の本文", 1_000_000, { required: false }),
});

/**
 * The form of a version as it was read; `values` keep what was typed or uploaded. "shown" comes
 * from the buttons that store nothing: 「本文を確かめる」 and the corrections.
 */
export type VersionForm = { values: Record<string, string> } & (
  | {
      kind: "read";
      text: { label: string; note: string; source: string; parsed: Ordinance };
    }
  | { kind: "shown"; notice: string }
  | { kind: "refused"; problems: Problem[] }
);

/**
 * Reads label, note and text (typed, or from an uploaded file, which comes first). The button is
 * told by `intent`: "check", "correct:KEY" (KEY as in Remark) or anything else to store.
 *
 * @param previous the version before, against which corrections are found
 */
export async function readVersionForm(
  form: FormData,
  previous: Ordinance | undefined,
): Promise<VersionForm> {
  const file = await uploadedFile(form, "file");
  const loaded = file && (await readDraftFile(file.bytes));
  if (loaded?.ok) form.set("source", loaded.value.text);
  const values = textValues(form);
  values.source = plainText(values.source ?? "");
  if (loaded?.ok === false) return { kind: "refused", values, problems: loaded.problems };
  // The text stands in the form now: stored is it only when somebody has looked at it.
  if (loaded && loaded.value.problems.length > 0) {
    return { kind: "refused", values, problems: loaded.value.problems };
  }
  const { intent = "" } = values;
  if (intent === "check") return { kind: "shown", values, notice: "" };
  if (intent.startsWith("correct:")) {
    return correct(values, intent.slice("correct:".length), previous);
  }
  form.set("source", values.source);
  const checked = checkForm(form, schema);
  if (!checked.ok) return { kind: "refused", values, problems: checked.problems };
  const { source } = checked.data;
  if (source === "") {
    const message = "条例の本文を貼り付けるか、ファイルを選んでください。";
    return { kind: "refused", values, problems: [{ message, field: "source" }] };
  }
  const { ordinance, problems } = parseOrdinance(`${source}\n`);
  if (problems.length > 0) return { kind: "refused", values: { ...values, source }, problems };
  const text = { ...checked.data, source: `${source}\n`, parsed: ordinance };
  return { kind: "read", values, text };
}

function correct(
  values: Record<string, string>,
  key: string,
  previous: Ordinance | undefined,
): VersionForm {
  const source = values.source ?? "";
  const correction = correctionNamed(source, key, previous);
  if (!correction) {
    const message =
      "本文が変わったため、直せませんでした。下の一覧を見て、もう一度押してください。";
    return { kind: "refused", values, problems: [{ message, field: "source" }] };
  }
  const notice = `${correction.line}行目を直しました。まだ登録していません。`;
  return { kind: "shown", values: { ...values, source: corrected(source, correction) }, notice };
}
