import { z } from "zod";
import { noteMaximum, writtenText } from "../discussion/written-text.ts";

const again = "ページを開き直して、もう一度選んでください。";
const number = z
  .string({ error: again })
  .regex(/^[1-9][0-9]{0,8}$/, again)
  .transform(Number);
const note = writtenText("メモ", noteMaximum, { required: false });

/**
 * What the forms of the links desk send, told apart by `intent`. A question without `choice` is
 * linked as a whole.
 */
export const linkForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("utterance"), meeting: number, utterance: number, note }),
    z.object({
      intent: z.literal("question"),
      survey: z.string({ error: again }),
      question: z.string({ error: again }),
      choice: z
        .string({ error: "問いの全体か、選択肢の一つを選んでください。" })
        .transform((value) => (value === "" ? undefined : value)),
      note,
    }),
    z.object({ intent: z.literal("comment"), comment: number, note }),
  ],
  { error: again },
);
export type LinkForm = z.infer<typeof linkForm>;

/** What the form sends that takes a link back. */
export const linkRemoval = z.object({ link: z.uuid({ error: again }) });
