import type { FigureLine, FigureTable } from "../figure-line.ts";

/** One sheet of the workbook: a table, or all crossings of a question. */
export interface PlannedSheet {
  name: string;
  layout: "rates" | "answered" | "single" | "strata" | "crossings" | "texts";
  /** 単純集計, 業種別集計. */
  kind: string;
  question: number | null;
  title: string;
  lines: FigureLine[];
}

const layouts = {
  回収: { layout: "rates", order: 0 },
  回答者: { layout: "answered", order: 1 },
  単純: { layout: "single", order: 2 },
  代表値: { layout: "single", order: 2 },
  層別: { layout: "strata", order: 3 },
  クロス: { layout: "crossings", order: 4 },
  記述: { layout: "texts", order: 5 },
  語: { layout: "texts", order: 6 },
} as const satisfies Record<FigureTable, { layout: PlannedSheet["layout"]; order: number }>;

/**
 * The sheets of a release: one for each table. The crossings of a question share one, since a
 * question has as many as there are other questions.
 */
export function sheetPlan(lines: readonly FigureLine[]): PlannedSheet[] {
  const sheets = new Map<string, PlannedSheet & { order: number }>();
  for (const line of lines) {
    const { layout, order } = layouts[line.table];
    const axis = layout === "strata" ? line.axis : "";
    const own = layout === "texts" ? line.table : "";
    const key = [line.question, order, axis, own].join(" ");
    let sheet = sheets.get(key);
    if (!sheet) {
      const kind = kindOf(line);
      const { question, title } = line;
      const about = question === null ? kind : `問${question}${suffixOf(line)}`;
      const taken = new Set([...sheets.values()].map(({ name }) => name.toLowerCase()));
      const name = sheetName(about, taken);
      sheet = { name, layout, kind, question, title, lines: [], order };
      sheets.set(key, sheet);
    }
    sheet.lines.push(line);
  }
  return [...sheets.values()]
    .sort((one, other) => (one.question ?? 0) - (other.question ?? 0) || one.order - other.order)
    .map(({ order: _, ...sheet }) => sheet);
}

/** Excel takes 31 characters, without []:*?/\ and no quotation mark at an end. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = wanted.replace(/[[\]:*?/\\\p{Cc}\p{Cs}]/gu, "・").replace(/^'+|'+$/g, "");
  const base = clean.slice(0, 31) || "表";
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base.slice(0, 27)}(${count})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function kindOf({ table, axisText }: FigureLine): string {
  switch (table) {
    case "回収":
      return "回収の状況";
    case "回答者":
      return "回答者の内訳";
    case "単純":
    case "代表値":
      return "単純集計";
    case "層別":
      return `${axisText}別の集計`;
    case "クロス":
      return "クロス集計";
    case "記述":
      return "公表した記述";
    case "語":
      return "記述によく出る語";
  }
}

function suffixOf({ table, axisText }: FigureLine): string {
  switch (table) {
    case "層別":
      return `_${axisText}`;
    case "クロス":
      return "_クロス";
    case "記述":
      return "_記述";
    case "語":
      return "_語";
    default:
      return "";
  }
}
