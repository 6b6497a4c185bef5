import type { PublishedRelease } from "#app/domain/survey/release/published.ts";
import {
  choiceValues,
  type RawDefinition,
  type RawElement,
} from "#tests/support/generated-survey/definition.ts";
import { type Law, less, type Population, populationsOf, sum } from "./reader.ts";

/**
 * What follows from the questionnaire, which everybody can read: whom a condition shows a question
 * to, that the rows of a matrix are shown together, that places of a ranking are given once, that
 * 「あてはまるものはない」 stands alone. `definition` must be the only edition there was.
 */
export function knowledgeOf(definition: RawDefinition, release: PublishedRelease): Law[] {
  const questions = new Map<string, { element: RawElement; conditions: string[] }>();
  for (const { visibleIf = "", elements } of definition.pages) {
    for (const element of elements) {
      const conditions = [visibleIf, String(element.visibleIf ?? "")].filter((one) => one !== "");
      questions.set(element.name, { element, conditions });
    }
  }
  const variables = new Map(release.questions.map(({ name, variables }) => [name, variables]));
  return populationsOf(release).flatMap((population) =>
    [...questions.values()].flatMap(({ element, conditions }) => {
      const own = variables.get(element.name) ?? [];
      if (own.length === 0) return [];
      const ids = own.map(({ id }) => id);
      const at = (id: string, slot: string) => population.cell(id, slot);
      const laws: Law[] = [];
      const first = ids[0] ?? "";
      if (element.type === "paneldynamic") {
        laws.push(...panelLaws(element, population));
      } else {
        for (const id of ids.slice(1)) {
          // A question is asked whole.
          laws.push({
            sense: "=",
            terms: [...sum(at(id, "#非該当")), ...less(at(first, "#非該当"))],
          });
        }
      }
      if (
        element.enableIf === undefined &&
        (element.type !== "paneldynamic" || ids[0] === element.name)
      ) {
        const shown: Law["terms"] = [...sum(population.whole), ...less(at(first, "#非該当"))];
        laws.push(...shownLaws(shown, conditions, questions, population));
      }
      if (element.type === "ranking") laws.push(...rankingLaws(element, ids, population));
      if (element.type === "checkbox") laws.push(...checkboxLaws(element, population));
      return laws;
    }),
  );
}

type Questions = ReadonlyMap<string, { element: RawElement }>;

/** Those to whom a question is shown, by its conditions. */
function shownLaws(
  shown: Law["terms"],
  conditions: readonly string[],
  questions: Questions,
  population: Population,
): Law[] {
  const minus = shown.map(([factor, cell]) => [-factor, cell] as const);
  if (conditions.length === 0)
    return [{ sense: "=", terms: shown }].map((law) => ({
      ...law,
      sense: "<=" as const,
      terms: [...sum(population.whole), ...minus],
    }));
  const operator = conditions.join(" ").includes(" or ") ? "or" : "and";
  const mixed = conditions.length > 1 && operator === "or";
  if (mixed) return [];
  const parts = conditions.flatMap((one) => one.split(` ${operator} `));
  const met = parts.map((part) => holds(part, questions, population));
  const laws: Law[] = [];
  for (const one of met) {
    if (!one) continue;
    const negative = one.terms.map(([factor, cell]) => [-factor, cell] as const);
    // The condition's cells may be fewer than those who meet it, or just these.
    if (parts.length === 1 && one.exact) laws.push({ sense: "=", terms: [...minus, ...one.terms] });
    else if (operator === "and" && one.exact) {
      laws.push({ sense: "<=", terms: [...shown, ...negative] });
    } else if (operator === "or" || parts.length === 1) {
      laws.push({ sense: "<=", terms: [...one.terms, ...minus] });
    }
  }
  if (operator === "or" && met.every((one) => one?.exact)) {
    const most = met.flatMap(
      (one) => one?.terms.map(([factor, cell]) => [-factor, cell] as const) ?? [],
    );
    laws.push({ sense: "<=", terms: [...shown, ...most] });
  }
  return laws;
}

/** How many meet a condition on one question; not exact: at least so many. */
function holds(
  condition: string,
  questions: Questions,
  { whole, cell }: Population,
): { terms: Law["terms"]; exact: boolean } | undefined {
  const match = /^\{([^}]+)\} (=|<>|anyof|contains|>|<=|notempty|empty)\s*(.*)$/u.exec(condition);
  const [, name = "", operator = "", operand = ""] = match ?? [];
  const element = questions.get(name)?.element;
  if (!element) return undefined;
  const values = operand
    .replace(/^\[|\]$/gu, "")
    .split(",")
    .map((value) => value.trim().replace(/^'|'$/gu, ""));
  const chosen = values.map((value) => cell(name, `=${value}`));
  const exact = true;
  switch (operator) {
    case "notempty":
      return { terms: sum(cell(name, "#n")), exact };
    case "empty":
      return { terms: [...sum(whole), ...less(cell(name, "#n"))], exact };
    case "<>":
      return { terms: [...sum(whole), ...less(...chosen)], exact };
    case "=":
    case "anyof":
    case "contains":
      if (element.type === "checkbox" && chosen.length > 1) return undefined;
      return { terms: sum(...chosen), exact };
    case ">": {
      const steps = stepsOf(element);
      if (!steps) return undefined;
      const above = steps.filter((step) => step > Number(operand));
      return { terms: sum(...above.map((step) => cell(name, `=${step}`))), exact };
    }
    case "<=": {
      const steps = stepsOf(element);
      if (!steps) return undefined;
      const upTo = steps.filter((step) => step <= Number(operand));
      return { terms: sum(...upTo.map((step) => cell(name, `=${step}`))), exact };
    }
    default:
      return undefined;
  }
}

function stepsOf(element: RawElement): number[] | undefined {
  if (element.type !== "rating") return undefined;
  const own = choiceValues(element, "rateValues").map(Number);
  if (own.length > 0) return own;
  const { rateMin = 1, rateMax = 5, rateStep = 1 } = element;
  const count = (Number(rateMax) - Number(rateMin)) / Number(rateStep) + 1;
  return Array.from({ length: count }, (_, at) => Number(rateMin) + at * Number(rateStep));
}

/** Every place is given once; of a ranking by choosing, each place at most to those who gave the one before. */
function rankingLaws(element: RawElement, ids: readonly string[], { cell }: Population): Law[] {
  const [first = ""] = ids;
  const place = (number: number) => sum(...ids.map((id) => cell(id, `=${number}`)));
  const isWhole = !element.selectToRankEnabled;
  return ids.flatMap((id, index): Law[] => [
    ...(index > 0
      ? [{ sense: "=" as const, terms: [...sum(cell(id, "#n")), ...less(cell(first, "#n"))] }]
      : []),
    {
      sense: isWhole || index === 0 ? "=" : "<=",
      terms: [...place(index + 1), ...less(cell(first, "#n"))],
    },
  ]);
}

/** What stands alone stands beside nothing else. */
function checkboxLaws(element: RawElement, { cell }: Population): Law[] {
  const { name } = element;
  const n = less(cell(name, "#n"));
  const others = [...choiceValues(element), ...(element.showOtherItem ? ["other"] : [])].map(
    (value) => cell(name, `=${value}`),
  );
  const alone = element.showNoneItem ? sum(cell(name, "=none")) : [];
  const laws: Law[] = others.map((part) => ({
    sense: "<=",
    terms: [...sum(part), ...alone, ...n],
  }));
  const most = element.maxSelectedChoices;
  if (typeof most === "number") {
    const room = n.map(([factor, cell]) => [factor * most, cell] as const);
    const taken = alone.map(([factor, cell]) => [factor * most, cell] as const);
    laws.push({ sense: "<=", terms: [...sum(...others), ...room, ...taken] });
  }
  return laws;
}

/** A firm that filled in a panel has one entry at least and no more than may be. */
function panelLaws(element: RawElement, { whole, cell }: Population): Law[] {
  const suffix = whole === "responses" ? "" : whole;
  const entries = `${element.name}#entries${suffix}`;
  const n = cell(element.name, "#n");
  const most = Number(element.maxPanelCount ?? 50);
  return [
    { sense: "<=", terms: [...sum(n), ...less(entries)] },
    { sense: "<=", terms: [...sum(entries), [-most, n]] },
  ];
}
