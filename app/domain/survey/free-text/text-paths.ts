import { commentKey } from "../answers.ts";
import { type TextQuestionOf, takesText } from "./text-questions.ts";

/**
 * Where an answer holds the texts of a question, as SQL/JSON paths into its jsonb: what `textsIn`
 * reads, for a query that counts them.
 */
export function textPaths(question: TextQuestionOf): string[] {
  const { name } = question;
  if (question.type !== "paneldynamic") return pathsBelow("$", question);
  const inner = question.questions.filter((each) => each.type !== "html" && takesText(each));
  return [
    ...inner.flatMap((each) => (each.type === "html" ? [] : pathsBelow(`$.${key(name)}[*]`, each))),
    ...(question.commentArea ? [`$.${key(commentKey(name))}`] : []),
  ];
}

function pathsBelow(
  above: string,
  question: Exclude<TextQuestionOf, { type: "paneldynamic" }>,
): string[] {
  const own = `${above}.${key(question.name)}`;
  const other = "choices" in question && question.choices.some(({ kind }) => kind === "other");
  const beside =
    other || question.commentArea ? [`${above}.${key(commentKey(question.name))}`] : [];
  switch (question.type) {
    case "comment":
      return [own, ...beside];
    case "text":
      return question.inputType === "text" ? [own, ...beside] : beside;
    case "multipletext":
      return [
        ...question.items.flatMap((item) =>
          item.type === "text" && item.inputType === "text" ? [`${own}.${key(item.name)}`] : [],
        ),
        ...beside,
      ];
    default:
      return beside;
  }
}

/** A key as SQL/JSON paths write it; their strings are JavaScript's. */
const key = (name: string) => JSON.stringify(name);
