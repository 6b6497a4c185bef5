import { comparisonKey } from "../../japan/comparison-key.ts";
import { type StratumAxis, stratumAxes } from "../strata/strata.ts";
import { stratumCodes } from "../strata/stratum-codes.ts";

/** What a clerk decided for values of the strata: the code, or the value itself to keep it as written. */
export type Coding = Record<StratumAxis, Readonly<Record<string, string>>>;

export const noCoding: Coding = { sector: {}, size: {}, region: {}, grade: {}, tier: {} };

/** A code besides those of `stratumCodes`: the roster does not tell. */
const unknownStratum = "不明";

/** What a clerk may choose for a value of a stratum, besides keeping it as written. */
export function codesOf(axis: StratumAxis): string[] {
  return [...stratumCodes[axis], unknownStratum];
}

/** Other ways in which rosters write a code. */
const variants: Record<StratumAxis, Record<string, readonly string[]>> = {
  sector: {
    工事: ["建設工事", "建設業", "工事業", "建設"],
    委託: [
      "業務委託",
      "委託業務",
      "役務",
      "測量等",
      "役務の提供",
      "コンサル",
      "測量・建設コンサルタント等",
    ],
    物品: ["物品購入", "物品の購入", "物品等", "物品・印刷", "物品製造"],
  },
  size: {
    小: ["小規模", "小企業", "小規模企業", "小規模事業者", "20人以下"],
    中: ["中規模", "中企業", "中小企業", "中小", "21人から300人"],
    大: ["大規模", "大企業", "301人以上"],
  },
  region: {
    市内: ["市内業者", "市内本店", "市内に本店"],
    準市内: ["準市内業者", "市内支店", "市内営業所"],
    県内: ["県内業者", "市外県内", "県内(市外)"],
    県外: ["県外業者"],
  },
  grade: {
    A: ["Aランク", "A級", "A等級"],
    B: ["Bランク", "B級", "B等級"],
    C: ["Cランク", "C級", "C等級"],
    なし: ["無し", "無", "格付なし", "対象外", "-", "ー"],
  },
  tier: {
    元請: ["元請け", "元請のみ"],
    下請: ["下請け", "下請のみ"],
    両方: ["元請・下請", "元請下請", "元請・下請とも", "元請け・下請け", "どちらも"],
  },
};

const known = new Map(
  stratumAxes.map(({ axis }) => [
    axis,
    new Map(
      [...Object.entries<readonly string[]>(variants[axis]), [unknownStratum, []] as const].flatMap(
        ([code, others]) =>
          [code, ...others].map((written): [string, string] => [keyOf(written), code]),
      ),
    ),
  ]),
);

function keyOf(written: string): string {
  return comparisonKey(written).replace(/\s/gu, "").toLowerCase();
}

/**
 * A cell of a stratum as the table of found values lists it. Numbers of employees stand in the
 * classes of 中小企業基本法 for 建設業 and 製造業: 20人以下 (小規模企業者), 21人から300人, 301人以上.
 */
export function foundValue(axis: StratumAxis, cell: string): string {
  const value = comparisonKey(cell.replace(/^['’]/u, ""));
  const employees = axis === "size" ? /^([\d,]{1,9})\s*(?:人|名)?$/.exec(value)?.[1] : undefined;
  if (employees === undefined) return value;
  const count = Number(employees.replaceAll(",", ""));
  return count <= 20 ? "20人以下" : count <= 300 ? "21人から300人" : "301人以上";
}

/** The code of a found value: what the clerk chose, else what is known; undefined when neither. */
export function codeOf(axis: StratumAxis, found: string, coding: Coding): string | undefined {
  const chosen = coding[axis];
  return Object.hasOwn(chosen, found) ? chosen[found] : known.get(axis)?.get(keyOf(found));
}

/** A cell of a stratum: the value it is found as, and its code where it has one. */
export interface CodedCell {
  found: string;
  code: string | undefined;
}

/** Codes cells by what a clerk decided; equal cells are looked at once. */
export function cellCoder(coding: Coding): (axis: StratumAxis, cell: string) => CodedCell {
  const seen = new Map(stratumAxes.map(({ axis }) => [axis, new Map<string, CodedCell>()]));
  return (axis, cell) => {
    const known = seen.get(axis)?.get(cell);
    if (known) return known;
    const found = foundValue(axis, cell);
    const coded = { found, code: codeOf(axis, found, coding) };
    seen.get(axis)?.set(cell, coded);
    return coded;
  };
}
