import type { Question, Questionnaire } from "../questionnaire.ts";
import {
  careful,
  type EditionChange,
  type EditionEffects,
  light,
  notShownBefore,
  refusal,
} from "./change.ts";
import { compareQuestion } from "./compare-question.ts";
import { likeness } from "./likeness.ts";

/**
 * What a corrected questionnaire changes for an open survey, and what that does to the answers
 * already given, to drafts and to the tables. Only the two questionnaires are looked at. The same
 * questionnaire gives no change.
 */
export function compareEditions(before: Questionnaire, after: Questionnaire): EditionEffects {
  const [old, now] = [questionsOf(before), questionsOf(after)];
  const removed = old.filter(({ name }) => !now.some((question) => question.name === name));
  const added = now.filter(({ name }) => !old.some((question) => question.name === name));
  const renamed = removed.flatMap((question) => {
    const to = added.find((each) => isRenamed(question, each));
    return to ? [{ from: question, to }] : [];
  });
  const isOfPair = (question: Question) =>
    renamed.some(({ from, to }) => from === question || to === question);
  const changes = [
    ...compareSurvey(before, after),
    ...renamed.map(({ from, to }) => renaming(from, to)),
    ...removed.filter((question) => !isOfPair(question)).map(removal),
    ...added.filter((question) => !isOfPair(question)).map(addition),
    ...now.flatMap((question) => {
      const same = old.find(({ name }) => name === question.name);
      return same ? compareQuestion(labelOf(question), same, question) : [];
    }),
    ...compareOrder(old, now),
  ];
  return effectsOf(changes);
}

function effectsOf(changes: EditionChange[]): EditionEffects {
  return {
    changes,
    refused: changes.some(({ severity }) => severity === "refused"),
    givenAffected: changes.some(({ given }) => given !== null),
    tablesAffected: changes.some(({ tables }) => tables !== null),
    draftsAffected: changes.some(({ drafts }) => drafts),
  };
}

function compareSurvey(before: Questionnaire, after: Questionnaire): EditionChange[] {
  const changes: EditionChange[] = [];
  if (before.title !== after.title) {
    changes.push(
      light(null, `調査票の題が「${before.title}」から「${after.title}」に変わります。`),
    );
  }
  const pageTexts = ({ pages, description }: Questionnaire) =>
    JSON.stringify([description, ...pages.map((page) => [page.title, page.description])]);
  if (pageTexts(before) !== pageTexts(after)) {
    changes.push(light(null, "調査票やページの題、説明、区切りが変わります。"));
  }
  const dropped = before.locales.filter((locale) => !after.locales.includes(locale));
  if (dropped.length > 0) {
    const what = `言語「${dropped.join("、")}」で答えられなくなります。`;
    changes.push(careful(null, what, { drafts: true }));
  }
  const offered = after.locales.filter((locale) => !before.locales.includes(locale));
  if (offered.length > 0) {
    changes.push(light(null, `言語「${offered.join("、")}」で答えられるようになります。`));
  }
  return changes;
}

/** A question of the same type and almost the same words under another name. */
function isRenamed(from: Question, to: Question): boolean {
  return from.type !== "html" && from.type === to.type && likeness(from.title, to.title) > 0.9;
}

function renaming(from: Question, to: Question): EditionChange {
  return refusal(
    to.name,
    `${labelOf(to)}の名前が「${from.name}」から「${to.name}」に変わります。前の名前で受け付けた回答とつながらなくなります。名前を「${from.name}」に戻してください。`,
  );
}

function removal(question: Question): EditionChange {
  const what = `${labelOf(question)}がなくなります。`;
  if (question.type === "html") return light(question.name, what);
  return careful(question.name, what, {
    given: "この問への回答は変えずに残しますが、集計の表には出ません。",
    tables: "この問の表はなくなります。",
    drafts: true,
  });
}

function addition(question: Question): EditionChange {
  const what = `${labelOf(question)}「${question.title}」が加わります。`;
  if (question.type === "html")
    return light(question.name, `説明の文（${question.name}）が加わります。`);
  return careful(question.name, what, {
    given: mustBeAnswered(question) ? "前の版の回答は、この問に答えがないまま残します。" : null,
    tables: notShownBefore("問"),
    drafts: mustBeAnswered(question),
  });
}

/** Whether an answer without it can be refused. */
function mustBeAnswered(question: Question): boolean {
  const { required, requiredIf, validators } = question;
  if (required || requiredIf !== null || validators.some(({ type }) => type === "expression")) {
    return true;
  }
  if (question.type === "matrix") return question.eachRowRequired;
  if (question.type === "multipletext") return question.items.some(mustBeAnswered);
  if (question.type === "checkbox" || question.type === "ranking") return question.minSelected > 0;
  return question.type === "paneldynamic" && question.minPanels > 0;
}

function compareOrder(old: readonly Question[], now: readonly Question[]): EditionChange[] {
  const both = (list: readonly Question[], other: readonly Question[]) =>
    list.map(({ name }) => name).filter((name) => other.some((each) => each.name === name));
  const moved = both(old, now).join() !== both(now, old).join();
  return moved ? [light(null, "問の順が変わります。問の番号も変わります。")] : [];
}

function labelOf({ number, name }: Question): string {
  return number > 0 ? `問${number}（${name}）` : `説明の文（${name}）`;
}

function questionsOf({ pages }: Questionnaire): Question[] {
  return pages.flatMap(({ questions }) => questions);
}
