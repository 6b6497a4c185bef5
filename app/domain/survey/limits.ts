/**
 * How large a definition and an answer may be. Texts count UTF-16 units, as HTML's maxlength
 * and SurveyJS do.
 */
export const limits = {
  definitionCharacters: 500_000,
  definitionDepth: 24,
  questions: 300,
  choices: 300,
  matrixCells: 2_000,
  panels: 50,
  titleCharacters: 2_000,
  nameCharacters: 64,
  expressionCharacters: 2_000,
  /** The most an author may allow, and what holds when the author sets nothing. */
  longestText: 20_000,
  defaultText: 4_000,
  /** Problems reported at once. */
  problems: 100,
} as const;
