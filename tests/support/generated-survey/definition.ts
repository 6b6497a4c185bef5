import type { Draw } from "./draw.ts";

/** A question as a definition writes it. */
export type RawElement = Record<string, unknown> & { type: string; name: string };

export interface RawDefinition {
  title: string;
  pages: { name: string; visibleIf?: string; elements: RawElement[] }[];
}

/** Values that a table might mix up with its own words. */
const values = ["a", "b", "written", "unranked", "n", "1", "2", "無回答", "x&y", "a&sector=工事"];

const choices = (draw: Draw, least: number, most: number): unknown[] => {
  const count = draw.whole(least, most);
  if (draw.chance(0.2)) return Array.from({ length: count }, (_, index) => index + 1);
  return values.slice(0, count).map((value) => ({ value, text: `選択肢${value}` }));
};

type Maker = (draw: Draw) => Record<string, unknown>;

const number: Maker = (draw) => ({
  type: "text",
  inputType: "number",
  ...draw.any([{ min: 0, max: 40, step: 1 }, { min: -20, max: 20, step: 0.5 }, { min: 0 }, {}]),
});

const simple: Record<string, Maker> = {
  radiogroup: (draw) => ({
    type: "radiogroup",
    choices: choices(draw, 2, 5),
    showOtherItem: draw.chance(0.3),
    showNoneItem: draw.chance(0.2),
  }),
  dropdown: (draw) => ({
    type: "dropdown",
    choices: choices(draw, 2, 8),
    showDontKnowItem: draw.chance(0.3),
  }),
  checkbox: (draw) => ({
    type: "checkbox",
    choices: choices(draw, 2, 9),
    showOtherItem: draw.chance(0.3),
    showNoneItem: draw.chance(0.3),
  }),
  boolean: (draw) => ({
    type: "boolean",
    ...draw.any([{}, { valueTrue: "ok", valueFalse: "ng" }, { valueTrue: 1, valueFalse: 0 }]),
  }),
  rating: (draw) => ({
    type: "rating",
    ...draw.any([
      { rateMin: 1, rateMax: 5 },
      { rateMin: 0, rateMax: 10, rateStep: 5 },
      { rateValues: [1, 2, 4] },
    ]),
  }),
  number,
};

const whole: Record<string, Maker> = {
  ...simple,
  matrix: (draw) => ({
    type: "matrix",
    rows: ["r1", "r2", { value: "n", text: "行" }].slice(0, draw.whole(1, 3)),
    columns: choices(draw, 2, 4),
  }),
  ranking: (draw) => ({
    type: "ranking",
    choices: ["a", "b", "c", "1"].slice(0, draw.whole(2, 4)),
  }),
  top: (draw) => ({
    type: "ranking",
    choices: ["a", "b", "unranked", "d"].slice(0, draw.whole(3, 4)),
    selectToRankEnabled: true,
    maxSelectedChoices: 2,
  }),
  line: () => ({ type: "text", maxLength: 60 }),
  comment: () => ({ type: "comment", maxLength: 200 }),
  date: () => ({ type: "text", inputType: "date" }),
  multipletext: () => ({
    type: "multipletext",
    items: [
      { name: "lowest", inputType: "number" },
      { name: "written", inputType: "number" },
      { name: "memo" },
    ],
  }),
  paneldynamic: (draw) => ({
    type: "paneldynamic",
    maxPanelCount: 4,
    templateElements: [
      { type: "boolean", name: "insured" },
      { ...draw.any(Object.values(simple))(draw), name: "inner" },
      {
        ...draw.any(Object.values(simple))(draw),
        name: "asked",
        visibleIf: "{panel.insured} = true",
      },
    ],
  }),
};

/** Everything that a table is made of, at least once in so many draws. */
export const kindsOfQuestion = Object.keys(whole);

/** A questionnaire of two to seven questions, the first of the kind given; conditions on many. */
export function drawDefinition(draw: Draw, kind: string): RawDefinition {
  const elements: RawElement[] = [];
  for (let index = 0; index < draw.whole(2, 7); index++) {
    const make = whole[index === 1 ? kind : draw.any(kindsOfQuestion)];
    if (!make) throw new Error(`no kind ${kind}`);
    const name = `q${index + 1}`;
    const drawn: RawElement = { type: "", ...make(draw), name, title: `問${index + 1}` };
    const visibleIf = draw.chance(0.35) ? condition(draw, elements) : undefined;
    const enableIf = draw.chance(0.1) ? condition(draw, elements) : undefined;
    elements.push({ ...drawn, ...(visibleIf && { visibleIf }), ...(enableIf && { enableIf }) });
  }
  const turn = draw.whole(1, elements.length);
  const second = elements.slice(turn);
  const pageIf = draw.chance(0.3) ? condition(draw, elements.slice(0, turn)) : undefined;
  return {
    title: "作られた調査",
    pages: [
      { name: "p1", elements: elements.slice(0, turn) },
      ...(second.length > 0
        ? [{ name: "p2", elements: second, ...(pageIf && { visibleIf: pageIf }) }]
        : []),
    ],
  };
}

/** A condition on one question before, or on two. */
function condition(draw: Draw, before: readonly RawElement[]): string | undefined {
  const parts = Array.from({ length: draw.whole(1, 2) }, () => {
    const asked = before.filter(
      ({ type }) => !["matrix", "ranking", "paneldynamic"].includes(type),
    );
    return asked.length === 0 ? undefined : conditionOn(draw, draw.any(asked));
  }).filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(draw.any([" and ", " or "]));
}

function conditionOn(draw: Draw, element: RawElement): string {
  const { name, type, inputType } = element;
  const quoted = (value: unknown) => (typeof value === "string" ? `'${value}'` : String(value));
  if (type === "radiogroup" || type === "dropdown") {
    const value = quoted(draw.skewed(choiceValues(element)));
    return draw.any([
      `{${name}} = ${value}`,
      `{${name}} <> ${value}`,
      `{${name}} anyof [${value}]`,
    ]);
  }
  if (type === "checkbox") {
    const value = quoted(draw.skewed(choiceValues(element)));
    return draw.any([`{${name}} contains ${value}`, `{${name}} anyof [${value}]`]);
  }
  if (type === "boolean") return `{${name}} = ${quoted(element.valueTrue ?? true)}`;
  if (type === "rating" || inputType === "number") return `{${name}} ${draw.any([">", "<="])} 2`;
  return `{${name}} ${draw.any(["notempty", "empty"])}`;
}

/** The values of a question's own choices, rows or columns. */
export function choiceValues(element: Record<string, unknown>, key = "choices"): unknown[] {
  const list = element[key];
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown) =>
    typeof item === "object" && item !== null && "value" in item ? item.value : item,
  );
}

/**
 * The edition after: a question added, a question taken away that no condition looks at, or the
 * last choice of one taken away, or a row added to a matrix.
 */
export function nextEdition(draw: Draw, before: RawDefinition): RawDefinition {
  const after = structuredClone(before);
  const elements = after.pages.flatMap((page) => page.elements);
  const looked = JSON.stringify(after);
  const free = elements.filter(({ name }) => !looked.includes(`{${name}}`));
  const first = after.pages[0];
  if (!first) throw new Error("a questionnaire without pages");
  if (draw.chance(0.6)) {
    const added = whole[draw.any(kindsOfQuestion)]?.(draw);
    first.elements.push({ type: "", ...added, name: "added", title: "加えた問" });
  }
  const gone = free.length > 0 && elements.length > 2 ? draw.any(free) : undefined;
  if (gone && draw.chance(0.5)) {
    for (const page of after.pages) page.elements = page.elements.filter((one) => one !== gone);
    after.pages = after.pages.filter((page) => page.elements.length > 0);
  } else if (
    gone &&
    Array.isArray(gone.choices) &&
    gone.choices.length > 2 &&
    gone.type !== "ranking"
  ) {
    gone.choices = gone.choices.slice(0, -1);
  } else if (gone && Array.isArray(gone.rows)) {
    gone.rows = [...gone.rows, "later"];
  }
  return after;
}
