import { answerableQuestions, type Questionnaire } from "../questionnaire.ts";
import { stratumAxes } from "../strata/strata.ts";
import type { PanelRelease } from "./panel-release.ts";
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

/** Names for the tables of entries that are withheld: 問12の1件ごとの表, 問12「職種」（業種別）. */
export function withheldEntries(
  panels: readonly PanelRelease[],
  axes: readonly { axis: string }[],
  questionnaire: Questionnaire,
): string[] {
  return panels.flatMap(({ question, framed, safe }) => {
    const panel = answerableQuestions(questionnaire).find(({ name }) => name === question);
    const whole = `問${panel?.number ?? ""}の1件ごとの表`;
    if (!safe) return [whole];
    const inner = panel?.type === "paneldynamic" ? panel.questions : [];
    const named = framed.map(({ variable, ...one }) => {
      const title = inner.find(({ name }) => name === variable.question)?.title ?? "";
      const partText = variable.partText === null ? title : `${title}：${variable.partText}`;
      return { ...one, variable: { ...variable, question, partText } };
    });
    const byAxis = axes
      .filter(({ axis }) => !(axis in safe.shown))
      .map(({ axis }) => `${whole}（${axisLabel(axis)}別）`);
    return [...byAxis, ...withheldNames(safe.withheld, named, questionnaire)];
  });
}

const axisLabel = (axis: string) => stratumAxes.find((one) => one.axis === axis)?.label ?? axis;
