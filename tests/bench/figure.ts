/** One line of the bench. `ratio` is ours divided by the peer's; `aim` says what it should be. */
export interface Figure {
  topic: string;
  figure: string;
  unit: string;
  ours: number;
  peer: number;
  ratio: number;
  aim: string;
  holds: boolean;
}

type Aim = { text: string; holds: (ratio: number) => boolean };

export const atLeast = (least: number): Aim => ({
  text: `≥ ${least}`,
  holds: (ratio) => ratio >= least,
});
export const atMost = (most: number): Aim => ({
  text: `≤ ${most}`,
  holds: (ratio) => ratio <= most,
});
/** A peer that only shows where the ceiling is. */
export const forComparison: Aim = { text: "for comparison", holds: () => true };

const rounded = (value: number) => Number(value.toPrecision(4));

/** Prints one figure as a JSON line. */
export function print(
  topic: string,
  figure: string,
  unit: string,
  ours: number,
  peer: number,
  aim: Aim,
): void {
  const ratio = ours / peer;
  const line: Figure = {
    topic,
    figure,
    unit,
    ours: rounded(ours),
    peer: rounded(peer),
    ratio: rounded(ratio),
    aim: aim.text,
    holds: aim.holds(ratio),
  };
  console.log(JSON.stringify(line));
}
