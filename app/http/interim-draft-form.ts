import { z } from "zod";
import { writtenText } from "#app/domain/discussion/index.ts";
import { findActiveContent, findUnfitText } from "#app/domain/markdown/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import type { DraftEntry } from "#db/queries/interim-drafts/desk.ts";
import { type CheckedForm, checkForm, textValues } from "./forms.ts";

/** Longest introduction or commentary, in UTF-16 units. */
const markdownMaximum = 20_000;

const schema = z.object({
  title: writtenText("題名", 200),
  statusText: writtenText("位置付け", 500),
  introduction: writtenText("はじめに", markdownMaximum, { required: false }),
  version: z
    .string({ error: "もとにする版を選んでください。" })
    .regex(/^[1-9][0-9]{0,4}$/, "もとにする版を選んでください。")
    .transform(Number),
});

/** Reads the head of an interim draft: title, status, introduction, version. */
export function readDraftForm(form: FormData): CheckedForm<DraftEntry> {
  const checked = checkForm(form, schema);
  if (!checked.ok) return checked;
  const problems = markdownProblems("はじめに", "introduction", checked.data.introduction);
  return problems.length === 0 ? checked : { ok: false, problems, values: textValues(form) };
}

const prefix = "commentary-";

/** The field in which the commentary on an article is written. */
export function commentaryField(provisionId: string): string {
  return prefix + provisionId;
}

/**
 * Reads the commentaries of a form by the identity of their article; empty ones are left out.
 * `labelOf` names the articles in the problems.
 */
export function readCommentaries(
  form: FormData,
  labelOf: (provisionId: string) => string | undefined,
): { commentaries: Record<string, string>; problems: Problem[] } {
  const commentaries: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const [field, value] of Object.entries(textValues(form))) {
    const id = field.startsWith(prefix) ? field.slice(prefix.length) : "";
    const label = labelOf(id);
    if (label === undefined) continue;
    const name = `${label}の解説`;
    const read = writtenText(name, markdownMaximum, { required: false }).safeParse(value);
    if (!read.success) {
      problems.push(...read.error.issues.map(({ message }) => ({ message, field })));
    } else if (read.data !== "") {
      problems.push(...markdownProblems(name, field, read.data));
      commentaries[id] = read.data;
    }
  }
  return { commentaries, problems };
}

/** A page has many texts: the message itself says in which one the fault is, and where. */
function markdownProblems(name: string, field: string, source: string): Problem[] {
  const unfit = findUnfitText(source);
  const found = unfit.length > 0 ? unfit : findActiveContent(source);
  return found.map(({ message, line, column }) => {
    const place = `${line ? `の${line}行目` : ""}${column ? ` ${column}文字目` : ""}`;
    return { message: `${name}${place}：${message}`, field };
  });
}
