import { canonicalJson } from "../../interim-draft/canonical-json.ts";
import type { Question } from "../questionnaire.ts";
import { careful, type EditionChange, light } from "./change.ts";

/** A limit of a question by its SurveyJS name; null for none. */
type Limits = Record<string, { value: number | null; narrows: "up" | "down" }>;

/** Limits, validators and what is required: narrower ones may leave answers outside. */
export function compareLimits(label: string, before: Question, after: Question): EditionChange[] {
  const { name } = after;
  const changes: EditionChange[] = [];
  if (!before.required && after.required) {
    changes.push(
      careful(name, `${label}が必須になります。`, {
        given: "この問に答えていない回答があれば、無回答のまま残します。",
        tables: "無回答は、前の版で答えなくてよかった人の分だけ多くなります。",
        drafts: true,
      }),
    );
  }
  if (before.required && !after.required) changes.push(light(name, `${label}が任意になります。`));
  const [old, now] = [limitsOf(before), limitsOf(after)];
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const [was, is] = [old[key]?.value ?? null, now[key]?.value ?? null];
    if (was === is) continue;
    const what = `${label}の「${key}」が${inWords(was)}から${inWords(is)}に変わります。`;
    const { narrows } = now[key] ?? old[key] ?? { narrows: "down" };
    changes.push(isNarrower(was, is, narrows) ? narrower(name, what) : light(name, what));
  }
  if (before.type === "text" && after.type === "text" && before.inputType !== after.inputType) {
    const what = `${label}の「inputType」が「${before.inputType}」から「${after.inputType}」に変わります。`;
    changes.push(narrower(name, what));
  }
  // The database keeps no order of keys.
  if (canonicalJson(before.validators) !== canonicalJson(after.validators)) {
    changes.push(narrower(name, `${label}の検査（validators）が変わります。`));
  }
  return changes;
}

function narrower(name: string, what: string): EditionChange {
  return careful(name, what, {
    given: "新しい決まりに合わない回答があっても、受け付けた回答は変えずに残します。",
    tables: "前の版の回答には、新しい決まりの外の値が入っていることがあります。",
    drafts: true,
  });
}

function isNarrower(was: number | null, is: number | null, narrows: "up" | "down"): boolean {
  if (is === null) return false;
  if (was === null) return true;
  return narrows === "up" ? is > was : is < was;
}

function inWords(value: number | null): string {
  return value === null ? "なし" : String(value);
}

function limitsOf(question: Question): Limits {
  const up = (value: number | null) => ({ value, narrows: "up" as const });
  const down = (value: number | null) => ({ value, narrows: "down" as const });
  const comment = {
    maxCommentLength: down(question.commentMaxLength),
    showCommentArea: down(Number(question.commentArea)),
  };
  switch (question.type) {
    case "text":
    case "comment":
      return { ...comment, maxLength: down(question.maxLength) };
    case "number":
      return {
        ...comment,
        min: up(question.min),
        max: down(question.max),
        step: up(question.step),
      };
    case "date":
      return { ...comment, min: up(dayNumber(question.min)), max: down(dayNumber(question.max)) };
    case "checkbox":
    case "ranking":
      return {
        ...comment,
        minSelectedChoices: up(question.minSelected),
        maxSelectedChoices: down(question.maxSelected),
      };
    case "matrix":
      return {
        ...comment,
        eachRowRequired: up(Number(question.eachRowRequired)),
        eachRowUnique: up(Number(question.eachRowUnique)),
      };
    case "paneldynamic":
      return {
        ...comment,
        minPanelCount: up(question.minPanels),
        maxPanelCount: down(question.maxPanels),
        keyName: up(question.keyName === null ? null : 1),
      };
    default:
      return comment;
  }
}

/** YYYYMMDD, which reads and compares as the day does. */
function dayNumber(date: string | null): number | null {
  return date === null ? null : Number(date.replaceAll("-", ""));
}
