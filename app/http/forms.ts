import type { z } from "zod";
import type { Problem } from "#app/domain/problem.ts";
import { boundedBody } from "./bounded-body.ts";

const kilobyte = 1024;

/** How many bytes a form may have as a whole: text only, or with files. */
export const formLimits = {
  small: 64 * kilobyte,
  text: 2 * kilobyte * kilobyte,
  file: 21 * kilobyte * kilobyte,
} as const;

/** How many bytes an answer to a survey may have as it is sent, all in all. */
export const answerLimit = 512 * kilobyte;

/**
 * Reads a form (urlencoded or multipart) and stops as soon as it exceeds `limit` bytes,
 * whatever the header announced. Throws the 413 or 400 page.
 */
export async function readForm(
  request: Request,
  limit: number = formLimits.small,
): Promise<FormData> {
  const body = await boundedBody(request, limit);
  if (body === undefined) throw tooLarge();
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  try {
    return await new Response(body, { headers }).formData();
  } catch {
    throw new Response(
      "送信された内容を読み取れませんでした。前のページからもう一度送信してください。",
      {
        status: 400,
      },
    );
  }
}

const tooLarge = () =>
  new Response("ファイルや文章を小さくして、前のページからもう一度送信してください。", {
    status: 413,
  });

/** What a form held, checked against a schema; a refused form comes back with what was typed. */
export type CheckedForm<T> =
  | { ok: true; data: T }
  | { ok: false; problems: Problem[]; values: Record<string, string> };

/** The text fields of a form, as typed. Files are left out. */
export function textValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] = value;
  return values;
}

/** Checks the text fields of a form. A schema's messages are Japanese and name no field. */
export function checkForm<T>(form: FormData, schema: z.ZodType<T>): CheckedForm<T> {
  const values = textValues(form);
  const read = schema.safeParse(values);
  if (read.success) return { ok: true, data: read.data };
  const problems = read.error.issues.map((issue) => ({
    message: issue.message,
    field: issue.path.join("."),
  }));
  return { ok: false, problems, values };
}

/** An uploaded file: its name and bytes; undefined when none was chosen. */
export async function uploadedFile(
  form: FormData,
  field: string,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const value = form.get(field);
  if (value === null || typeof value === "string" || value.size === 0) return undefined;
  return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
}
