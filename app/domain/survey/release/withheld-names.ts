import { answerableQuestions, type Questionnaire } from "../questionnaire.ts";
import { stratumAxes } from "../strata/strata.ts";
import type { FramedVariable } from "./release-counts.ts";

/** Names that people read for tables that are withheld: 問5, 問5（業種別）, 問5×問7. */
export function withheldNames(
  withheld: readonly string[],
  framed: readonly FramedVariable[],
  questionnaire: Questionnaire,
): string[] {
  const numbers = new Map(
    answerableQuestions(questionnaire).map(({ name, number }) => [name, number]),
  );
  const names = new Map(
    framed.map(({ id, variable: { question, partText } }) => [
      id,
      `問${numbers.get(question) ?? ""}${partText === null ? "" : `「${partText}」`}`,
    ]),
  );
  return withheld.map((table) => {
    const [first = "", second] = table.split("&");
    const name = names.get(first) ?? first;
    if (second === undefined) return name;
    const axis = stratumAxes.find((one) => one.axis === second);
    return axis ? `${name}（${axis.label}別）` : `${name}×${names.get(second) ?? second}`;
  });
}
