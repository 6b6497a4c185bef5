import type { Choice } from "../questionnaire.ts";
import { careful, type EditionChange, light, notShownBefore, refusal } from "./change.ts";
import { likeness, sameMeaning } from "./likeness.ts";

/** What choices, rows or columns are called, and of which question. */
export interface Listed {
  question: string;
  label: string;
  /** 選択肢, 行, 列 or 段階. */
  kind: string;
}

/** Choices added, removed, reworded; a value may not come to mean something else. */
export function compareChoices(
  { question, label, kind }: Listed,
  before: readonly Choice[],
  after: readonly Choice[],
): EditionChange[] {
  const changes: EditionChange[] = [];
  const [old, now] = [byValue(before), byValue(after)];
  for (const choice of before) {
    const kept = now.get(choice.value);
    if (kept === undefined) {
      changes.push(
        careful(question, `${label}の${kind}「${choice.text}」がなくなります。`, {
          given: `この${kind}を選んだ回答は、新しい版では受け付けない形になります。受け付けた回答は変えずに残します。`,
          tables:
            kind === "行"
              ? "この行の表は、前の版の行として残します。新しい版で答えた人は、非該当に数えます。"
              : `この${kind}を選んだ回答は、集計で「なくなった選択肢」に分けて数えます。`,
          drafts: true,
        }),
      );
    } else if (kept.text !== choice.text) {
      changes.push(reworded({ question, label, kind }, choice, kept, before));
    }
  }
  for (const choice of after) {
    if (old.has(choice.value)) continue;
    changes.push(
      careful(question, `${label}に${kind}「${choice.text}」が加わります。`, {
        tables:
          kind === "行"
            ? notShownBefore("行")
            : `前の版で答えた人は、この${kind}を選べませんでした。数を比べるときは注意が要ります。`,
      }),
    );
  }
  if (changes.length === 0 && before.some(({ value }, at) => after[at]?.value !== value)) {
    changes.push(light(question, `${label}の${kind}の順が変わります。`));
  }
  return changes;
}

function reworded(
  { question, label, kind }: Listed,
  before: Choice,
  after: Choice,
  all: readonly Choice[],
): EditionChange {
  const what = `${label}の${kind}「${before.text}」（値 ${before.value}）が「${after.text}」に変わります。`;
  const anothers = all.some(({ value, text }) => value !== before.value && text === after.text);
  if (anothers || likeness(before.text, after.text) < sameMeaning) {
    return refusal(
      question,
      `${what}同じ値に別の意味を持たせると、すでに受け付けた回答の意味が変わります。値を新しくしてください。`,
    );
  }
  return careful(question, what, {
    tables: "集計には新しい文を載せます。前の版で答えた人は、前の文を読んで答えています。",
  });
}

function byValue(choices: readonly Choice[]) {
  return new Map<Choice["value"], Choice>(choices.map((choice) => [choice.value, choice]));
}
