import type { Problem } from "#app/domain/problem.ts";
import type { SignedIn } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import type { Survey } from "#db/queries/surveys/index.ts";
import type { RequestContext } from "../context.ts";
import { textValues } from "../forms.ts";

/** A refused form of the letters' page. */
export interface LettersRefusal {
  problems: Problem[];
  values: Record<string, string>;
}

/** What one button of the letters' page does. */
export type Act = (
  context: RequestContext,
  viewer: SignedIn,
  survey: Survey,
  form: FormData,
) => Promise<Response>;

/** The address of a survey's letters. */
export const lettersAddress = ({ slug }: Pick<Survey, "slug">) =>
  href("deskLetters", { survey: slug });

/** The answer to a refused form: its problems, and all that was typed. */
export function refuse(form: FormData, status: number, problems: Problem[]): Response {
  return Response.json({ problems, values: textValues(form) } satisfies LettersRefusal, { status });
}
