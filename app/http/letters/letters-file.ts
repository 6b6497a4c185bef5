import { redirect } from "@remix-run/node";
import type { LetterKind } from "#app/domain/survey/letters/index.ts";
import type { SignedIn } from "#app/domain/viewer.ts";
import { attachment } from "#app/files/attachment.ts";
import { href } from "#app/routes.ts";
import { record } from "#db/queries/record.ts";
import type { Survey } from "#db/queries/surveys/index.ts";
import type { RequestContext } from "../context.ts";
import { uuidParam } from "../guards.ts";
import { type FinishedLetters, letterJobs } from "./letter-jobs.ts";

/**
 * Finished letters to be saved, for any clerk of the secretariat; each saving is recorded. Who
 * comes too early or too late is led to the page that says so.
 */
export async function lettersFile(
  { db }: RequestContext,
  viewer: SignedIn,
  survey: Survey,
  param: string | undefined,
): Promise<{
  letters: FinishedLetters;
  kind: LetterKind;
  respond(bytes: Uint8Array<ArrayBuffer>, mediaType: string, name: string): Response;
}> {
  const id = uuidParam(param, "手紙");
  const job = letterJobs.find(survey.id, id);
  if (job?.state.at !== "finished") {
    throw redirect(`${href("deskLetters", { survey: survey.slug })}?job=${id}`);
  }
  const { kind, firms } = job;
  await record(db, viewer, "手紙の保存", survey.title, { kind, firms });
  return {
    letters: job.state.letters,
    kind,
    respond: (bytes, mediaType, name) =>
      new Response(bytes, {
        headers: {
          "Content-Type": mediaType,
          "Content-Length": String(bytes.byteLength),
          "Content-Disposition": attachment(name),
          // The file holds codes: no cache keeps it.
          "Cache-Control": "no-store",
        },
      }),
  };
}
