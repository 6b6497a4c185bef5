import type { AnswerValue } from "../answers.ts";
import type { Choice, FieldQuestion, HtmlQuestion, PanelQuestion } from "../questionnaire.ts";
import type { RosterFirm } from "../roster/firm.ts";
import { stratumAxes } from "../strata/strata.ts";
import type { Leaning, Weights } from "./leanings.ts";
import { pick, type Random } from "./random.ts";

/** What an answer is drawn from. */
export interface Draw {
  random: Random;
  firm: RosterFirm;
  leaning: Leaning;
}

/** One answer to a question, as SurveyJS would store it; undefined where nothing can be drawn. */
export function drawAnswer(
  question: Exclude<PanelQuestion, HtmlQuestion>,
  draw: Draw,
): AnswerValue | undefined {
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
      return drawChoice(question.choices, draw);
    case "rating":
      return drawChoice(question.choices, draw);
    case "boolean": {
      const { whenTrue, whenFalse } = question;
      const weight = (key: string) => weightOf(key, draw.leaning.weights ?? {}, draw);
      return pick(draw.random, [
        { item: whenTrue.value, weight: weight("true") },
        { item: whenFalse.value, weight: weight("false") },
      ]);
    }
    case "checkbox": {
      const count = draw.random() < 0.35 ? 1 : draw.random() < 0.6 ? 2 : 3;
      const most = question.maxSelected ?? question.choices.length;
      return drawSeveral(
        question.choices,
        Math.max(question.minSelected, Math.min(count, most)),
        draw,
      );
    }
    case "ranking": {
      const all = question.choices.length;
      const count = question.selectToRank ? (question.maxSelected ?? all) : all;
      return drawSeveral(question.choices, count, draw);
    }
    case "matrix":
      return drawMatrix(question.rows, question.columns, question.eachRowUnique, draw);
    case "multipletext":
      return Object.fromEntries(
        question.items.flatMap((item) => {
          const value = drawField(item, { ...draw, leaning: {} });
          return value === undefined ? [] : [[item.name, value]];
        }),
      );
    case "comment":
      return drawText(question.maxLength, draw);
    case "text":
    case "number":
    case "date":
      return drawField(question, draw);
  }
}

function drawField(field: FieldQuestion, draw: Draw): AnswerValue | undefined {
  switch (field.type) {
    case "text":
      if (field.inputType === "email") return "sample@example.jp";
      return drawText(field.maxLength, draw);
    case "number": {
      const { leaning, random, firm } = draw;
      const [low, high] = leaning.rangeBySize?.[firm.size] ??
        leaning.range ?? [field.min ?? 0, Math.min(field.max ?? 100, (field.min ?? 0) + 100)];
      // The sum of two draws crowds about the middle; one in ten strays above.
      const middle = low + ((random() + random()) / 2) * (high - low);
      const drawn = random() < 0.1 ? middle + random() * (high - low) : middle;
      const kept = Math.min(Math.max(drawn, field.min ?? drawn), field.max ?? drawn);
      const step = field.step ?? 1;
      const stepped = Math.max(Math.round(kept / step), Math.ceil((field.min ?? -Infinity) / step));
      return Number((stepped * step).toFixed(6));
    }
    case "date":
      return field.min ?? field.max ?? "2026-04-01";
  }
}

/** A text to draw: one of the leaning's, else a plain sentence; never one too long to be sent. */
export function drawText(maxLength: number, { leaning, random }: Draw): string {
  const texts = leaning.texts ?? ["特にありません。"];
  const text = pick(
    random,
    texts.map((item) => ({ item, weight: 1 })),
  );
  return text.slice(0, maxLength);
}

function drawChoice(choices: readonly Choice[], draw: Draw): AnswerValue {
  const weights = draw.leaning.weights ?? {};
  return pick(
    draw.random,
    choices.map(({ value, kind }) => ({
      item: value,
      weight:
        weightOf(String(value), weights, draw) * (kind === "offered" ? 1 : rarely(value, weights)),
    })),
  );
}

/** Different choices, in the order drawn; one that stands alone ends the draw. */
function drawSeveral(choices: readonly Choice[], count: number, draw: Draw): AnswerValue {
  const drawn: Choice[] = [];
  while (drawn.length < count) {
    const left = choices.filter(
      (choice) => !drawn.includes(choice) && (drawn.length === 0 || joins(choice)),
    );
    if (left.length === 0) break;
    const value = drawChoice(left, draw);
    drawn.push(...left.filter((choice) => choice.value === value));
    if (drawn.some((choice) => !joins(choice))) break;
  }
  return drawn.map(({ value }) => value);
}

function joins({ kind }: Choice): boolean {
  return kind === "offered" || kind === "other";
}

function rarely(value: Choice["value"], weights: Weights): number {
  return weights[String(value)] === undefined ? 0.1 : 1;
}

function drawMatrix(
  rows: readonly Choice[],
  columns: readonly Choice[],
  unique: boolean,
  draw: Draw,
): AnswerValue {
  const used = new Set<AnswerValue>();
  return Object.fromEntries(
    rows.flatMap((row) => {
      const weights = draw.leaning.rows?.[String(row.value)] ?? draw.leaning.weights;
      const left = unique ? columns.filter(({ value }) => !used.has(value)) : columns;
      if (left.length === 0) return [];
      const column = drawChoice(left, { ...draw, leaning: { ...draw.leaning, weights } });
      used.add(column);
      return [[String(row.value), column]];
    }),
  );
}

/** The weight of a value times the factors of the firm's strata. */
function weightOf(value: string, weights: Weights, { leaning, firm }: Draw): number {
  return stratumAxes.reduce(
    (weight, { axis }) => weight * (leaning.by?.[axis]?.[firm[axis]]?.[value] ?? 1),
    weights[value] ?? 1,
  );
}
