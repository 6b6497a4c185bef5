import type { Answers } from "#app/domain/survey/answers.ts";
import type { Questionnaire } from "#app/domain/survey/questionnaire.ts";
import { href } from "#app/routes.ts";

/** What the server tells the script form once (routes/contractor/definition.ts). */
export interface Definition {
  /** Tells the invitations of this browser apart; it opens nothing without the signed cookie. */
  key: string;
  edition: number;
  questionnaire: Questionnaire;
}

/** A draft as the server gives it: `page` counts from 1 over the pages shown; revision 0: none. */
export interface ServerDraft {
  revision: number;
  answers: Answers;
  page: number;
  locale: string;
}

/** Fetches what the script form begins with; undefined when the server gives none (no cookie). */
export async function fetchStart(): Promise<
  { definition: Definition; draft: ServerDraft } | undefined
> {
  const [definition, draft] = await Promise.all([
    fetchJson<Definition>(href("answerDefinition")),
    fetchJson<ServerDraft>(href("answerDraft")),
  ]);
  return definition && draft ? { definition, draft } : undefined;
}

/** JSON from our own server, of the shape that its route declares; undefined when it refuses. */
export async function fetchJson<Shape>(address: string): Promise<Shape | undefined> {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  const isJson = response.headers.get("Content-Type")?.includes("json");
  return response.ok && isJson && !response.redirected
    ? ((await response.json()) as Shape)
    : undefined;
}
