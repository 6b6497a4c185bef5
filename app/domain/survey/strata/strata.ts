/** The roster's coarse attributes: the response rate is shown by them, an anonymous answer keeps them alone. */
export interface Strata {
  sector: string;
  size: string;
  region: string;
  grade: string;
  tier: string;
}

export type StratumAxis = keyof Strata;

export const stratumAxes: readonly { axis: StratumAxis; label: string }[] = [
  { axis: "sector", label: "業種" },
  { axis: "size", label: "規模" },
  { axis: "region", label: "地域区分" },
  { axis: "grade", label: "等級" },
  { axis: "tier", label: "元請・下請" },
];
