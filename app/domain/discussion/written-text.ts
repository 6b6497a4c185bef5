import { z } from "zod";

/** Longest comment or reply, in UTF-16 units as the browser's `maxlength` counts. */
export const commentMaximum = 4_000;
/** Longest reason of a disposition. */
export const reasonMaximum = 2_000;
/** Longest note beside a version or a link. */
export const noteMaximum = 2_000;

/**
 * A schema for text that a person writes into a form: line ends made equal, ends trimmed,
 * characters that cannot be stored (U+0000) dropped. `what` names it in the messages: 「意見」.
 */
export function writtenText(what: string, maximum: number, { required = true } = {}) {
  return z
    .string({ error: `${what}を入力してください。` })
    .transform((text) => text.replaceAll("\r\n", "\n").replaceAll("\u0000", "").trim())
    .superRefine((text, context) => {
      if (required && text === "") {
        context.addIssue({ code: "custom", message: `${what}を入力してください。` });
      } else if (text.length > maximum) {
        const message = `${what}は${maximum.toLocaleString("ja-JP")}文字までです。今は${text.length.toLocaleString("ja-JP")}文字あります。短くするか、二つに分けてください。`;
        context.addIssue({ code: "custom", message });
      }
    });
}
