/** One answer as SurveyJS stores it. */
export type AnswerValue =
  | string
  | number
  | boolean
  | AnswerValue[]
  | { readonly [key: string]: AnswerValue };

/**
 * One firm's finished answers by question name, as SurveyJS stores them: the value of a radio
 * group, the list of a checkbox, row → column of a matrix, a list of objects of a dynamic panel.
 * A question without an answer is absent. Texts to "other" and comments stand under NAME-Comment.
 */
export interface Answers {
  readonly [questionName: string]: AnswerValue;
}

/** The key under which SurveyJS keeps the comment or other-text of a question. */
export function commentKey(questionName: string): string {
  return `${questionName}-Comment`;
}

/** The part of an answer under a row of a matrix, a field or a question of an entry, if any. */
export function partOf(value: AnswerValue | undefined, key: string): AnswerValue | undefined {
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Whether SurveyJS holds a value for no answer: undefined, null, "", [], {} (also nested). */
export function isEmptyAnswer(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (typeof value !== "object") return false;
  if (Array.isArray(value)) return value.length === 0;
  return Object.values(value).every(isEmptyAnswer);
}
