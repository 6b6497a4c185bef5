import {
  ArrayOperand,
  BinaryOperand,
  ConditionsParser,
  Const,
  UnaryOperand,
  Variable,
} from "survey-core";
import {
  type ComparedQuestion,
  type ConditionWords,
  japaneseConditions,
} from "./condition-words.ts";
import type { Choice, Question } from "./questionnaire.ts";

/**
 * A condition that `checkDefinition` has accepted, for people: 「問6で「導入した」を選んだとき」.
 * What cannot be said in plain words is given as the expression it is. Questions are found by what
 * a condition calls them: `panel.trade` for one inside a dynamic panel.
 */
export function conditionInWords(
  expression: string,
  questions: ReadonlyMap<string, Question>,
  words: ConditionWords = japaneseConditions,
): string {
  const clause = clauseOf(new ConditionsParser().parseExpression(expression), { questions, words });
  return clause === null ? words.unclear(expression) : words.when(clause);
}

interface Context {
  questions: ReadonlyMap<string, Question>;
  words: ConditionWords;
}

/** A clause; null where there are no plain words for it. */
function clauseOf(operand: unknown, context: Context): string | null {
  const { words } = context;
  if (operand instanceof UnaryOperand) {
    if (operand.operator === "negate") {
      const inner = clauseOf(operand.expression, context);
      return inner && words.not(inner);
    }
    const asked = askedBy(operand.expression, context);
    if (!asked) return null;
    if (operand.operator === "empty") return words.unanswered(asked.label);
    return operand.operator === "notempty" ? words.answered(asked.label) : null;
  }
  if (!(operand instanceof BinaryOperand)) return null;
  const { operator, leftOperand, rightOperand } = operand;
  if (operator === "and" || operator === "or") {
    const parts = [leftOperand, rightOperand].flatMap((part: unknown) => {
      const clause = clauseOf(part, context);
      const mixed = part instanceof BinaryOperand && part.isConjunction;
      if (clause === null) return [];
      return [mixed && part.operator !== operator ? words.grouped(clause) : clause];
    });
    return parts.length < 2 ? null : words.joined(operator, parts);
  }
  const asked = askedBy(leftOperand, context);
  const values = constantsOf(rightOperand);
  if (!asked || !values) return null;
  return words.compared(asked, operator, words.quoted(textsOf(asked, values)), values);
}

/** What a variable asks for: how the question is called and what can be chosen there. */
interface Asked extends ComparedQuestion {
  choices: Pick<Choice, "value" | "text">[];
}

function askedBy(operand: unknown, { questions, words }: Context): Asked | null {
  if (!(operand instanceof Variable)) return null;
  const whole = questions.get(operand.variable);
  const [name = "", row] = whole ? [operand.variable] : operand.variable.split(".");
  const question = whole ?? questions.get(name);
  if (!question) return null;
  const label = words.question(question.number, question.title);
  if (question.type === "matrix" && row !== undefined) {
    const found = question.rows.find(({ value }) => String(value) === row);
    if (!found) return null;
    return { label: words.row(label, found.text), choices: question.columns, answers: "chosen" };
  }
  if (row !== undefined) return null;
  if (question.type === "boolean") {
    const choices = [question.whenTrue, question.whenFalse].map(({ value, text }) => {
      return { value: String(value), text };
    });
    return { label, choices, answers: "yes-or-no" };
  }
  return "choices" in question
    ? { label, choices: question.choices, answers: "chosen" }
    : { label, choices: [], answers: "written" };
}

function constantsOf(operand: unknown): string[] | null {
  const parts: unknown[] = operand instanceof ArrayOperand ? operand.values : [operand];
  const constants = parts.filter(
    (part): part is Const => part instanceof Const && !(part instanceof Variable),
  );
  return constants.length === parts.length
    ? constants.map(({ correctValue }) => String(correctValue))
    : null;
}

function textsOf({ choices }: Asked, values: readonly string[]): string[] {
  return values.map((value) => {
    const same = ({ value: own }: { value: unknown }) =>
      String(own).toLowerCase() === value.toLowerCase();
    return choices.find(same)?.text ?? value;
  });
}
