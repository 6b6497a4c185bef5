/** What a comparison is made with: how its question is called, and of what kind its answers are. */
export interface ComparedQuestion {
  /** 問6, question 6 */
  label: string;
  answers: "chosen" | "yes-or-no" | "written";
}

/** How conditions are said in a language. Clauses are what `when` makes a whole of. */
export interface ConditionWords {
  /** A question by its number, or by its title where it has none (0). */
  question(number: number, title: string): string;
  /** A row of a matrix. */
  row(label: string, row: string): string;
  quoted(texts: readonly string[]): string;
  not(clause: string): string;
  answered(label: string): string;
  unanswered(label: string): string;
  grouped(clause: string): string;
  joined(how: "and" | "or", clauses: readonly string[]): string;
  /** An answer against the values written in the condition; null: there are no plain words. */
  compared(
    question: ComparedQuestion,
    operator: string,
    quoted: string,
    values: readonly string[],
  ): string | null;
  when(clause: string): string;
  /** Where there are no plain words. */
  unclear(expression: string): string;
}

export const japaneseConditions: ConditionWords = {
  question: (number, title) => (number > 0 ? `問${number}` : `「${title}」`),
  row: (label, row) => `${label}の「${row}」`,
  quoted: (texts) => texts.map((text) => `「${text}」`).join(""),
  not: (clause) => `（${clause}）に当てはまらない`,
  answered: (label) => `${label}に答えた`,
  unanswered: (label) => `${label}に答えていない`,
  grouped: (clause) => `（${clause}）`,
  joined: (how, clauses) => clauses.join(how === "and" ? "、かつ、" : "、または、"),
  when: (clause) => `${clause}とき`,
  unclear: (expression) => `式「${expression}」が成り立つとき`,
  compared({ label, answers }, operator, quoted, values) {
    const chosen = answers !== "written";
    const many = values.length > 1;
    const [value = ""] = values;
    switch (operator) {
      case "equal":
        if (!chosen) return `${label}の答えが${quoted}である`;
        return answers === "yes-or-no"
          ? `${label}で${quoted}と答えた`
          : `${label}で${quoted}を選んだ`;
      case "notequal":
        return chosen ? `${label}で${quoted}を選んでいない` : `${label}の答えが${quoted}でない`;
      case "anyof":
        return `${label}で${quoted}${many ? "のどれか" : ""}を選んだ`;
      case "contains":
      case "allof":
        if (!chosen) return `${label}の答えに${quoted}がある`;
        return `${label}で${quoted}${many ? "のすべて" : ""}を選んだ`;
      case "noneof":
      case "notcontains":
        if (!chosen) return `${label}の答えに${quoted}がない`;
        return `${label}で${quoted}${many ? "のどれも" : "を"}選んでいない`;
      case "greater":
        return `${label}の答えが${value}より大きい`;
      case "greaterorequal":
        return `${label}の答えが${value}以上である`;
      case "less":
        return `${label}の答えが${value}より小さい`;
      case "lessorequal":
        return `${label}の答えが${value}以下である`;
      default:
        return null;
    }
  },
};

export const englishConditions: ConditionWords = {
  question: (number, title) => (number > 0 ? `question ${number}` : `“${title}”`),
  row: (label, row) => `“${row}” of ${label}`,
  quoted: (texts) => texts.map((text) => `“${text}”`).join(", "),
  not: (clause) => `it is not so that (${clause})`,
  answered: (label) => `you answered ${label}`,
  unanswered: (label) => `you did not answer ${label}`,
  grouped: (clause) => `(${clause})`,
  joined: (how, clauses) => clauses.join(how === "and" ? ", and " : ", or "),
  when: (clause) => `if ${clause}`,
  unclear: (expression) => `if ${expression} holds`,
  compared({ label, answers }, operator, quoted, values) {
    const many = values.length > 1;
    const [value = ""] = values;
    switch (operator) {
      case "equal":
        if (answers === "written") return `your answer to ${label} is ${quoted}`;
        return `you chose ${quoted} in ${label}`;
      case "notequal":
        if (answers === "written") return `your answer to ${label} is not ${quoted}`;
        return `you did not choose ${quoted} in ${label}`;
      case "anyof":
        return `you chose ${many ? "any of " : ""}${quoted} in ${label}`;
      case "contains":
      case "allof":
        return `you chose ${many ? "all of " : ""}${quoted} in ${label}`;
      case "noneof":
      case "notcontains":
        return `you chose ${many ? "none of" : "anything but"} ${quoted} in ${label}`;
      case "greater":
        return `your answer to ${label} is more than ${value}`;
      case "greaterorequal":
        return `your answer to ${label} is ${value} or more`;
      case "less":
        return `your answer to ${label} is less than ${value}`;
      case "lessorequal":
        return `your answer to ${label} is ${value} or less`;
      default:
        return null;
    }
  },
};
