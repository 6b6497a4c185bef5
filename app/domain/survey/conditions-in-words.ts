import {
  ArrayOperand,
  BinaryOperand,
  ConditionsParser,
  Const,
  UnaryOperand,
  Variable,
} from "survey-core";
import type { Choice, Question } from "./questionnaire.ts";

/**
 * A condition that `checkDefinition` has accepted, for people: 「問6で「導入した」を選んだとき」.
 * What cannot be said in plain words is given as the expression it is.
 */
export function conditionInWords(
  expression: string,
  questions: ReadonlyMap<string, Question>,
): string {
  const clause = clauseOf(new ConditionsParser().parseExpression(expression), questions);
  return clause === null ? `式「${expression}」が成り立つとき` : `${clause}とき`;
}

type Questions = ReadonlyMap<string, Question>;

/** A clause that 「とき」 can follow; null where there are no plain words for it. */
function clauseOf(operand: unknown, questions: Questions): string | null {
  if (operand instanceof UnaryOperand) {
    if (operand.operator === "negate") {
      const inner = clauseOf(operand.expression, questions);
      return inner && `（${inner}）に当てはまらない`;
    }
    const asked = askedBy(operand.expression, questions);
    if (!asked) return null;
    if (operand.operator === "empty") return `${asked.label}に答えていない`;
    return operand.operator === "notempty" ? `${asked.label}に答えた` : null;
  }
  if (!(operand instanceof BinaryOperand)) return null;
  const { operator, leftOperand, rightOperand } = operand;
  if (operator === "and" || operator === "or") {
    const parts = [leftOperand, rightOperand].map((part: unknown) => {
      const clause = clauseOf(part, questions);
      const mixed = part instanceof BinaryOperand && part.isConjunction;
      return clause && mixed && part.operator !== operator ? `（${clause}）` : clause;
    });
    const joined = parts.join(operator === "and" ? "、かつ、" : "、または、");
    return parts.includes(null) ? null : joined;
  }
  const asked = askedBy(leftOperand, questions);
  const values = constantsOf(rightOperand);
  return asked && values ? comparisonOf(asked, operator, values) : null;
}

/** What a variable asks for: how the question is called and what can be chosen there. */
interface Asked {
  label: string;
  choices: Pick<Choice, "value" | "text">[] | null;
  isBoolean: boolean;
}

function askedBy(operand: unknown, questions: Questions): Asked | null {
  if (!(operand instanceof Variable)) return null;
  const [name = "", row] = operand.variable.split(".");
  const question = questions.get(name);
  if (!question) return null;
  const label = question.number > 0 ? `問${question.number}` : `「${question.title}」`;
  if (question.type === "matrix" && row !== undefined) {
    const found = question.rows.find(({ value }) => String(value) === row);
    const choices = question.columns;
    return found ? { label: `${label}の「${found.text}」`, choices, isBoolean: false } : null;
  }
  if (row !== undefined) return null;
  if (question.type !== "boolean") {
    return { label, choices: "choices" in question ? question.choices : null, isBoolean: false };
  }
  const choices = [question.whenTrue, question.whenFalse].map(({ value, text }) => {
    return { value: String(value), text };
  });
  return { label, choices, isBoolean: true };
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

function comparisonOf({ label, choices, isBoolean }: Asked, operator: string, values: string[]) {
  const quoted = values
    .map((value) => {
      const same = ({ value: own }: { value: unknown }) =>
        String(own).toLowerCase() === value.toLowerCase();
      return `「${choices?.find(same)?.text ?? value}」`;
    })
    .join("");
  const [value = ""] = values;
  switch (operator) {
    case "equal":
      if (!choices) return `${label}の答えが${quoted}である`;
      return isBoolean ? `${label}で${quoted}と答えた` : `${label}で${quoted}を選んだ`;
    case "notequal":
      return choices ? `${label}で${quoted}を選んでいない` : `${label}の答えが${quoted}でない`;
    case "anyof":
      return `${label}で${quoted}${values.length > 1 ? "のどれか" : ""}を選んだ`;
    case "contains":
    case "allof":
      if (!choices) return `${label}の答えに${quoted}がある`;
      return `${label}で${quoted}${values.length > 1 ? "のすべて" : ""}を選んだ`;
    case "noneof":
    case "notcontains":
      if (!choices) return `${label}の答えに${quoted}がない`;
      return `${label}で${quoted}${values.length > 1 ? "のどれも" : "を"}選んでいない`;
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
}
