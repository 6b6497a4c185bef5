import { asc, desc, inArray } from "drizzle-orm";
import type { LinkedFigure, LinkedQuestion } from "#app/domain/evidence/index.ts";
import {
  answerableQuestions,
  type Cell,
  cellsOf,
  type Question,
  type Questionnaire,
  type Tabulation,
} from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { type links, releases, surveys } from "#db/schema/index.ts";

type LinkRow = Pick<typeof links.$inferSelect, "id" | "surveyId" | "question" | "choice">;

/** Resolves links to survey questions, by the link's identifier. */
export async function linkedQuestions(
  db: Database,
  viewer: Viewer,
  rows: readonly LinkRow[],
): Promise<Map<string, LinkedQuestion>> {
  const surveyIds = [...new Set(rows.flatMap(({ surveyId }) => surveyId ?? []))];
  if (surveyIds.length === 0) return new Map();
  const [found, released] = await Promise.all([
    db.select().from(surveys).where(inArray(surveys.id, surveyIds)),
    db
      .selectDistinctOn([releases.surveyId])
      .from(releases)
      .where(inArray(releases.surveyId, surveyIds))
      .orderBy(asc(releases.surveyId), desc(releases.number)),
  ]);
  const resolved = new Map<string, LinkedQuestion>();
  for (const row of rows) {
    const survey = found.find(({ id }) => id === row.surveyId);
    const release = released.find(({ surveyId }) => surveyId === row.surveyId);
    if (!survey || (!release && viewer.kind !== "secretariat")) continue;
    const question = questionNamed(survey.questionnaire, row.question);
    if (!question) continue;
    const { id, slug, title, isSample, isSimulated } = survey;
    const choice = choicesOf(question).find(({ value }) => value === row.choice);
    resolved.set(row.id, {
      survey: { id, slug, title, isSample, isSimulated },
      name: question.name,
      number: question.number,
      title: question.title,
      choice,
      figure: release && {
        release: {
          id: release.id,
          number: release.number,
          label: release.label,
          releasedAt: release.releasedAt,
        },
        ...figureIn(release.tabulation, question.name, choice?.value),
      },
    });
  }
  return resolved;
}

/** The surveys whose questions can be linked, newest first. For the secretariat. */
export async function surveysToLink(db: Database) {
  return db
    .select({
      id: surveys.id,
      slug: surveys.slug,
      title: surveys.title,
      state: surveys.state,
      questionnaire: surveys.questionnaire,
    })
    .from(surveys)
    .orderBy(desc(surveys.createdAt));
}

/** A question by its name, where it can have an answer. */
export function questionNamed(
  questionnaire: Questionnaire,
  name: string | null,
): Question | undefined {
  return answerableQuestions(questionnaire).find((question) => question.name === name);
}

/**
 * The choices of a question that a link may name, by the name of their cell in the tables
 * (see `cellsOf`): a choice's value, or row and column of a matrix (r1/c2).
 */
export function choicesOf(question: Question): { value: string; text: string }[] {
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
    case "checkbox":
    case "rating":
    case "ranking":
      return question.choices.map(({ value, text }) => ({ value: String(value), text }));
    case "boolean":
      return [question.whenTrue, question.whenFalse].map(({ value, text }) => ({
        value: String(value),
        text,
      }));
    case "matrix":
      return question.rows.flatMap((row) =>
        question.columns.map((column) => ({
          value: `${row.value}/${column.value}`,
          text: `${row.text}：${column.text}`,
        })),
      );
    default:
      return [];
  }
}

/** The linked choice's cell, or without one the answer given most often; a matrix has no such one. */
function figureIn(
  tabulation: Tabulation,
  question: string,
  choice: string | undefined,
): Pick<LinkedFigure, "n" | "row"> {
  const table = tabulation.tables.find((each) => each.question === question);
  if (!table) return { n: 0, row: undefined };
  const cells = cellsOf(table);
  if (choice !== undefined) {
    const row = cells.find(({ cell }) => cell === choice);
    return { n: row?.n ?? table.n, row };
  }
  const most = [...cells].sort((a, b) => b.count - a.count)[0];
  if (table.kind === "matrix" || !most) return { n: table.n, row: undefined };
  return { n: table.n, row: table.kind === "rating" ? endNamed(table, most) : most };
}

/** A bare 「5」 says nothing: the ends of a scale with their words, 「5（負担がとても大きい）」. */
function endNamed(
  { rows, minText, maxText }: Extract<Tabulation["tables"][number], { kind: "rating" }>,
  step: Cell,
): Cell {
  const at = rows.findIndex(({ value }) => String(value) === step.cell);
  const end = at === 0 ? minText : at === rows.length - 1 ? maxText : "";
  return end === "" ? step : { ...step, text: `${step.text}（${end}）` };
}
