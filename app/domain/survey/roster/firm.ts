import type { Strata } from "../strata/strata.ts";

/** One firm of the roster (名簿). Its strata are codes of `stratumCodes` or values kept as written. */
export interface RosterFirm extends Strata {
  /** 事業者番号, the city's own; the line's number in the roster where the city has none. */
  number: string;
  name: string;
  /** 法人番号, 13 digits; null for a sole proprietor. */
  corporateNumber: string | null;
  /** 518-0000 */
  postalCode: string;
  address: string;
}

export type RosterField = keyof RosterFirm;

/** The coarse attributes that go with a firm's answer. */
export function strataOf({ sector, size, region, grade, tier }: RosterFirm): Strata {
  return { sector, size, region, grade, tier };
}
