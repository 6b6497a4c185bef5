import { z } from "zod";
import type { Problem } from "#app/domain/problem.ts";
import { compareEditions, type EditionEffects } from "#app/domain/survey/editions/index.ts";
import type { Questionnaire } from "#app/domain/survey/index.ts";
import { checkForm, textValues } from "../forms.ts";
import { readDefinitionField } from "./questionnaire-form.ts";

/** A corrected definition beside the current one: what it does, and what stands in its way. */
export type EditionForm =
  | {
      ok: true;
      questionnaire: Questionnaire;
      source: string;
      effects: EditionEffects;
      warnings: Problem[];
    }
  | { ok: false; problems: Problem[]; values: Record<string, string>; effects?: EditionEffects };

/** Reads the corrected definition, as text or file, and compares it with the current edition. */
export async function readEditionForm(
  form: FormData,
  current: Questionnaire,
): Promise<EditionForm> {
  const read = await readDefinitionField(form);
  const values = textValues(form);
  if (!read.ok) return { ok: false, problems: read.problems, values };
  const effects = compareEditions(current, read.questionnaire);
  const refused = effects.changes.filter(({ severity }) => severity === "refused");
  if (refused.length > 0) {
    const problems = refused.map(({ what }) => ({ message: what, field: "definition" }));
    return { ok: false, problems, values, effects };
  }
  return { ...read, effects };
}

const confirmation = z.object({
  follows: z.coerce.number().int().min(1),
  reason: z
    .string("直した理由を書いてください。")
    .trim()
    .min(1, "直した理由を書いてください。調査のページで公表します。")
    .max(500, "直した理由は500字までにしてください。"),
  confirmed: z.literal("on", "確かめたことを示す印を付けてから、もう一度押してください。"),
});

/** Reads what goes with a confirmed edition: the reason, and which edition it follows. */
export function readConfirmation(form: FormData) {
  return checkForm(form, confirmation);
}
