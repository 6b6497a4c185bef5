import type { Strata } from "../strata/strata.ts";

/** Codes of the strata as the roster writes them. */
export const sectors = ["工事", "委託", "物品"] as const;
export const sizes = ["小", "中", "大"] as const;
export const regions = ["市内", "準市内", "県内", "県外"] as const;
export const grades = ["A", "B", "C", "なし"] as const;
export const tiers = ["元請", "下請", "両方"] as const;

/** One firm of the roster (名簿). */
export interface RosterFirm extends Strata {
  /** 事業者番号, the city's own. */
  number: string;
  name: string;
  /** 法人番号, 13 digits; null for a sole proprietor. */
  corporateNumber: string | null;
  /** 518-0000 */
  postalCode: string;
  address: string;
  sector: (typeof sectors)[number];
  size: (typeof sizes)[number];
  region: (typeof regions)[number];
  grade: (typeof grades)[number];
  tier: (typeof tiers)[number];
}

/** The coarse attributes that go with a firm's answer. */
export function strataOf({ sector, size, region, grade, tier }: RosterFirm): Strata {
  return { sector, size, region, grade, tier };
}
