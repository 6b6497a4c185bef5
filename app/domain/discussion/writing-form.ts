import { z } from "zod";
import { commentMaximum, writtenText } from "./written-text.ts";

const formId = z.uuid({
  error: "フォームが古くなっています。ページを開き直して、もう一度送ってください。",
});
const suffix = z.string().regex(/^[a-z0-9-]{1,40}$/, "ページを開き直してください。");

/** What the form of a comment sends. `id` names the form as it was shown: it is sent once. */
export const commentForm = z.object({
  id: formId,
  suffix,
  provision: z.uuid({ error: "どの部分への意見かを選んでください。" }),
  body: writtenText("意見", commentMaximum),
});

/** What the form of a reply sends. */
export const replyForm = z.object({
  id: formId,
  suffix,
  body: writtenText("返信", commentMaximum),
});
