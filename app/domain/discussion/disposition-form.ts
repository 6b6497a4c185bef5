import { z } from "zod";
import { dispositionKinds } from "./disposition.ts";
import { reasonMaximum, writtenText } from "./written-text.ts";

/** What the form of a disposition sends. */
export const dispositionForm = z.object({
  kind: z.enum(dispositionKinds, { error: "対応の種類を選んでください。" }),
  reason: writtenText("理由", reasonMaximum),
});
