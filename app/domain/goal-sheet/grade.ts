/** The council's home department grades each goal of its sheet by one of six (goal sheet of 総務部). */
export interface Grade {
  /** 1 is the best. */
  rank: 1 | 2 | 3 | 4 | 5 | 6;
  words: string;
  /** How much of the target was reached, in words; empty for the last. */
  range: string;
}

const grades = {
  above: {
    rank: 1,
    words: "目標としていた達成水準を上回る成果を出した",
    range: "100%超",
  },
  reached: { rank: 2, words: "目標としていた達成水準に到達した", range: "100%" },
  slightlyBelow: {
    rank: 3,
    words: "目標としていた達成水準にわずかに満たなかった",
    range: "90%以上100%未満",
  },
  below: {
    rank: 4,
    words: "目標としていた達成水準には届かなかった",
    range: "60%以上90%未満",
  },
  farBelow: {
    rank: 5,
    words: "目標としていた達成水準までは遠い結果となった",
    range: "60%未満",
  },
  nothingDone: { rank: 6, words: "取り組みが見られなかった", range: "" },
} as const satisfies Record<string, Grade>;

/**
 * The grade for the part of the target that was reached, in percent; null when nothing was done at
 * all. Only a department grades its goals, after the fact. Throws RangeError below 0.
 */
export function gradeOf(percent: number | null): Grade {
  if (percent === null) return grades.nothingDone;
  if (!(percent >= 0)) throw new RangeError(`not a percentage: ${percent}`);
  if (percent > 100) return grades.above;
  if (percent === 100) return grades.reached;
  if (percent >= 90) return grades.slightlyBelow;
  return percent >= 60 ? grades.below : grades.farBelow;
}
