import { compileCondition, type Values } from "../conditions.ts";
import type { Validator } from "../questionnaire.ts";
import { type Fault, firstFault } from "./fault.ts";
import { isEmail } from "./text.ts";

/** Compiles a question's validators. As in SurveyJS all but expressions pass over empty values. */
export function compileValidators(
  validators: readonly Validator[],
): (value: unknown, values: Values) => Fault {
  const compiled = validators.map(compileValidator);
  return (value, values) => firstFault(compiled.map((validate) => validate(value, values)));
}

function compileValidator(validator: Validator): (value: unknown, values: Values) => Fault {
  const { message } = validator;
  switch (validator.type) {
    case "numeric": {
      const { min, max } = validator;
      return (value) => {
        if (typeof value !== "number") return null;
        if (min !== null && value < min) return message ?? `${min}以上の数を入力してください。`;
        if (max !== null && value > max) return message ?? `${max}以下の数を入力してください。`;
        return null;
      };
    }
    case "text": {
      const { minLength, maxLength, allowDigits } = validator;
      return onText((value) => {
        if (!allowDigits && /\d$/.test(value)) return message ?? "数字を入れないでください。";
        if (value.length < minLength) return message ?? `${minLength}字以上で入力してください。`;
        if (maxLength > 0 && value.length > maxLength) {
          return message ?? `${maxLength}字までにしてください。`;
        }
        return null;
      });
    }
    case "answercount": {
      const { min, max } = validator;
      return (value) => {
        if (!Array.isArray(value)) return null;
        if (min > 0 && value.length < min) return message ?? `${min}つ以上選んでください。`;
        if (max > 0 && value.length > max) return message ?? `${max}つまで選んでください。`;
        return null;
      };
    }
    case "email":
      return onText((value) =>
        isEmail(value) ? null : (message ?? "メールアドレスを正しく入力してください。"),
      );
    case "regex": {
      const pattern = new RegExp(validator.regex, validator.caseInsensitive ? "i" : "");
      return onText((value) =>
        pattern.test(value) ? null : (message ?? "決められた形で入力してください。"),
      );
    }
    case "expression": {
      const holds = compileCondition(validator.expression);
      return (_, values) =>
        holds(values) ? null : (message ?? "ほかの答えと合っていません。確かめてください。");
    }
  }
}

function onText(judge: (value: string) => Fault): (value: unknown) => Fault {
  return (value) => (typeof value === "string" && value.trim() !== "" ? judge(value) : null);
}
