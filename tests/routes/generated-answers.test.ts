import { setImmediate } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "#app/domain/interim-draft/canonical-json.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { responses } from "#db/schema/index.ts";
import { type Contractor, enter } from "#tests/support/contractor.ts";
import { answeredDefinitions, generatedAnswers } from "#tests/support/generated-answers.ts";
import { referenceVerdict } from "#tests/support/reference-verdict.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";
import { environment, type TestSite, testSite } from "#tests/support/site.ts";

/** ANSWERS=10000 for the whole run. */
const count = Number(process.env.ANSWERS ?? 300);

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
});
afterAll(() => site.stop());

const hashCode = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];

describe("generated answers, sent over HTTP", () => {
  it.each(answeredDefinitions)(
    "$name: each is taken or refused as the reference says, and a refused one stays in the form",
    { timeout: 3_600_000 },
    async ({ name, definition }) => {
      const each = Math.ceil(count / answeredDefinitions.length);
      const slug = `generated-${name}`;
      const { surveyId, codes } = await makeSurvey(site.db, slug, hashCode, {
        firms: Math.ceil(each / 2),
        definition,
      });
      let contractor: Contractor | undefined;
      const taken: string[] = [];
      const differing: unknown[] = [];
      for (const [index, { kind, answers }] of generatedAnswers(definition, each, 7).entries()) {
        const sent: unknown = JSON.parse(JSON.stringify(answers));
        const verdict = referenceVerdict(definition, sent);
        contractor ??= await enter(site.visitor(), codes.pop());
        const { person } = contractor;
        const looked = index % 10 === 0;
        if (looked) await saveDraft(contractor, sent);
        const response = await person.json(
          href("answerSending"),
          JSON.stringify({ answers: sent, edition: 1 }),
        );
        const said: { problems?: unknown[]; first?: boolean } = await response.json();
        const accepted = response.status === 200 && said.first === true;
        const refused = response.status === 400 && (said.problems?.length ?? 0) > 0;
        if (accepted !== verdict.accepted || refused === accepted) {
          differing.push({ kind, verdict, status: response.status, said });
        }
        if (accepted) {
          taken.push(canonicalJson(sent));
          contractor = undefined;
        } else if (looked) await expectDraft(contractor, sent);
        if (index % 20 === 0) await setImmediate();
      }
      expect(differing).toEqual([]);
      const stored = await site.db
        .select({ answers: responses.answers })
        .from(responses)
        .where(eq(responses.surveyId, surveyId));
      expect(stored.map(({ answers }) => canonicalJson(answers)).sort()).toEqual(taken.sort());
      // Most are mutated; enough must be left that taking is tried as well.
      expect(taken.length).toBeGreaterThan(each / 20);
    },
  );
});

/** The draft as the form would have it, where the answers are an object at all. */
async function saveDraft({ person }: Contractor, answers: unknown): Promise<void> {
  const { revision }: { revision: number } = await (await person.get(href("answerDraft"))).json();
  await person.json(
    href("answerDraft"),
    JSON.stringify({ revision, answers, page: 1, locale: "ja", edition: 1 }),
  );
}

/**
 * The refused answers are still in the draft, but for what the form would not ask for, and the
 * form can be opened with whatever they are.
 */
async function expectDraft({ person }: Contractor, answers: unknown): Promise<void> {
  const draft: { answers: Record<string, unknown> } = await (
    await person.get(href("answerDraft"))
  ).json();
  if (typeof answers === "object" && answers !== null && !Array.isArray(answers)) {
    const sent = new Map<string, unknown>(Object.entries(answers));
    for (const [key, value] of Object.entries(draft.answers)) {
      // Of a list, what is no panel at all goes.
      if (typeof value !== "object") expect(value).toBe(sent.get(key));
    }
    if (sent.size > 3) expect(Object.keys(draft.answers)).not.toEqual([]);
  }
  for (const path of [href("answer"), href("answerReview")]) {
    const { status } = await person.get(path);
    expect([200, 302, 303]).toContain(status);
  }
}
