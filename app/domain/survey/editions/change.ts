/**
 * How much a change of an open questionnaire bears on: "refused" may not be made while the survey
 * is open, "careful" touches answers given or the tables, "light" touches neither.
 */
export type Severity = "refused" | "careful" | "light";

/**
 * One change from an edition to the next, and what it does, known from the two definitions alone:
 * no answer is looked at.
 */
export interface EditionChange {
  severity: Severity;
  /** Name of the question; null for the survey as a whole. */
  question: string | null;
  /** What changes: 「問5（q5）の選択肢「…」がなくなります。」 */
  what: string;
  /** What becomes of answers already given; null where nothing does. */
  given: string | null;
  /** Whether tables over all answers can still be read as one; null where they can. */
  tables: string | null;
  /** Whether a draft that was begun may have to be looked at again. */
  drafts: boolean;
}

/** What a new edition does, all in all. */
export interface EditionEffects {
  changes: EditionChange[];
  /** Whether any change may not be made while the survey is open. */
  refused: boolean;
  /** Whether some answers that were in order would not be any more. */
  givenAffected: boolean;
  tablesAffected: boolean;
  draftsAffected: boolean;
}

/** How tables count those who answered before a question, a row or a field (`what`) came. */
export const notShownBefore = (what: string) =>
  `前の版で答えた人には、この${what}を示していません。表では非該当に数えます（無記名の調査で、その版の回答が公表の下限の数に満たないときは、無回答に数えます）。`;

const nothing = { given: null, tables: null, drafts: false };

export const light = (question: string | null, what: string): EditionChange => {
  return { severity: "light", question, what, ...nothing };
};

export const careful = (
  question: string | null,
  what: string,
  effects: Partial<Pick<EditionChange, "given" | "tables" | "drafts">>,
): EditionChange => ({ severity: "careful", question, what, ...nothing, ...effects });

export const refusal = (question: string | null, what: string): EditionChange => {
  return { severity: "refused", question, what, ...nothing };
};
