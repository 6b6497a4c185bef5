import type { Questionnaire } from "#app/domain/survey/index.ts";
import type { Database } from "#db/database.ts";
import { codedAnswers } from "#db/queries/surveys/coded-answers.ts";
import { codingBy } from "#db/queries/surveys/codings.ts";
import { openReleaseMaker } from "#db/queries/surveys/release-thread/open-release-maker.ts";

/**
 * Counts answers as a release does, from the database to the counts as they are stored, in the
 * thread of releases, and gives these bytes. `base`: the stored counts that are added to; `crossed`
 * false: only the single tables by stratum.
 */
export async function countAsReleased(
  db: Database,
  surveyId: string,
  questionnaire: Questionnaire,
  { from, to, base, crossed }: { from: number; to: number; base?: Uint8Array; crossed?: boolean },
): Promise<Uint8Array> {
  const coding = codingBy(questionnaire);
  const range = { surveyId, edition: 1, codingOf: () => coding, from, to };
  const maker = openReleaseMaker(
    { questionnaire, base, ...(crossed === undefined ? {} : { crossed }) },
    base !== undefined,
  );
  try {
    let counting = Promise.resolve();
    for await (const piece of codedAnswers(db, range)) {
      await counting;
      counting = maker.add(piece);
      counting.catch(() => {});
    }
    await counting;
    return await maker.counts();
  } finally {
    await maker.close();
  }
}
