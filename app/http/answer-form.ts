import { LRUCache } from "lru-cache";
import type { Problem } from "#app/domain/problem.ts";
import {
  type AnswerChecker,
  answerableQuestions,
  compileQuestionnaire,
  type Questionnaire,
} from "#app/domain/survey/index.ts";
import { readForm } from "./forms.ts";

/** How many bytes an answer may have as it is sent, all in all. */
export const answerLimit = 512 * 1024;

/** What the questionnaire page sends: the answers as JSON text, not yet checked. */
export interface AnswerForm {
  submissionId: string;
  answers: unknown;
}

/** Reads the form of the questionnaire page; a problem where it is too large or not ours. */
export async function readAnswerForm(
  request: Request,
): Promise<{ ok: true; form: AnswerForm } | { ok: false; status: number; problem: Problem }> {
  let fields: FormData;
  try {
    fields = await readForm(request, answerLimit);
  } catch (error) {
    if (!(error instanceof Response) || error.status !== 413) throw error;
    const message =
      "回答が大きすぎるため、受け取れませんでした。全体で512KB（およそ17万字）までです。長い記述を短くしてから、もう一度送信してください。";
    return { ok: false, status: 413, problem: { message } };
  }
  const [submissionId, text] = [fields.get("submissionId"), fields.get("answers")];
  if (typeof submissionId === "string" && uuid.test(submissionId) && typeof text === "string") {
    try {
      return { ok: true, form: { submissionId, answers: JSON.parse(text) } };
    } catch {
      // Not JSON: the same fault as a missing field.
    }
  }
  const message =
    "回答を読み取れませんでした。この画面を開き直して、もう一度送信してください。入力した内容は残っています。";
  return { ok: false, status: 400, problem: { message } };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const checkers = new LRUCache<string, AnswerChecker>({ max: 50 });

/** The checker of a survey that has opened: its questionnaire is fixed, so it is compiled once. */
export function checkerOf(survey: { id: string; questionnaire: Questionnaire }): AnswerChecker {
  const checker = checkers.get(survey.id) ?? compileQuestionnaire(survey.questionnaire);
  checkers.set(survey.id, checker);
  return checker;
}

/** Problems at questions, told with the question's number and title. */
export function withQuestionNames(
  questionnaire: Questionnaire,
  problems: readonly Problem[],
): Problem[] {
  const questions = new Map(answerableQuestions(questionnaire).map((each) => [each.name, each]));
  return problems.map(({ message, field = "" }) => {
    const question = questions.get(field);
    const where = question ? `問${question.number}「${question.title}」` : field && `「${field}」`;
    return { message: where ? `${where}：${message}` : message };
  });
}
