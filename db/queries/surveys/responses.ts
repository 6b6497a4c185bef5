import { and, eq } from "drizzle-orm";
import type { Answers, Questionnaire, SurveyMode, SurveyState } from "#app/domain/survey/index.ts";
import type { Database } from "#db/database.ts";
import { responses, surveyEditions, surveys } from "#db/schema/index.ts";

/** What a contractor keeps of an answer. */
export interface Receipt {
  receiptNumber: string;
  answers: Answers;
  edition: number;
  survey: {
    id: string;
    slug: string;
    title: string;
    state: SurveyState;
    mode: SurveyMode;
    /** How many firms share each combination of strata, at least. */
    threshold: number;
    contact: string;
    isSample: boolean;
    /** Of the edition that was answered. */
    questionnaire: Questionnaire;
  };
}

/**
 * The receipt of an answer; the number is known to who holds the code alone. Undefined where no
 * answer has it, and for every answer of an anonymous survey that has closed.
 */
export async function findReceipt(
  db: Database,
  receiptNumber: string,
): Promise<Receipt | undefined> {
  const { id, slug, title, state, mode, threshold, contact, isSample } = surveys;
  const { questionnaire } = surveyEditions;
  const [row] = await db
    .select({
      answers: responses.answers,
      edition: responses.edition,
      survey: { id, slug, title, state, mode, threshold, contact, isSample, questionnaire },
    })
    .from(responses)
    .innerJoin(surveys, eq(surveys.id, responses.surveyId))
    .innerJoin(
      surveyEditions,
      and(
        eq(surveyEditions.surveyId, responses.surveyId),
        eq(surveyEditions.number, responses.edition),
      ),
    )
    .where(eq(responses.receiptNumber, receiptNumber));
  return row && { receiptNumber, ...row };
}
