import { z } from "zod";
import type { Viewer } from "#app/domain/viewer.ts";
import { findSurvey, type Survey } from "#db/queries/surveys/index.ts";
import type { RequestContext } from "../context.ts";
import { notFound } from "../guards.ts";

/** A survey's slug: lower-case letters and digits joined by hyphens, 60 characters at most. */
export const surveySlug = z
  .string("調査の記号を入力してください。")
  .transform((text) => text.normalize("NFKC").trim())
  .refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 60, {
    message:
      "調査の記号は、英小文字と数字を - でつないで60字までで入力してください（例：r8-jigyosha）。",
  })
  .refine((text) => text !== "new", "「new」は使えません。別の記号にしてください。");

/** The survey that an address names, or the 404 page. */
export async function surveyOf(
  { db }: Pick<RequestContext, "db">,
  viewer: Viewer,
  param: string | undefined,
): Promise<Survey> {
  const named = param !== undefined && surveySlug.safeParse(param).success;
  return (await findSurvey(db, viewer, named ? param : "")) ?? notFound("調査");
}
