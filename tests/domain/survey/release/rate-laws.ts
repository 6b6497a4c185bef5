import type { PublishedRelease } from "#app/domain/survey/release/published.ts";
import { less, type Reading, sum } from "./reader.ts";

/**
 * What the table of response rates tells: how many have answered, by strata that may be finer than
 * those of the other tables. Where it counts the same answers, its strata are parts of theirs.
 */
export function readRates({ cells, own }: Reading, release: PublishedRelease): void {
  const { overall, byStratum } = release.responseRate;
  if (overall.complete !== release.responses) return;
  for (const { axis, rows } of byStratum) {
    const at = (stratum: string) => `rate&${axis}=${stratum}`;
    for (const { stratum, complete } of rows) cells.set(at(stratum), complete);
    const all = rows.map(({ stratum }) => at(stratum));
    own.push({ sense: "=", terms: [...sum(...all), ...less("responses")] });
    for (const shown of release.axes.find((one) => one.axis === axis)?.strata ?? []) {
      const members = new Set(shown.stratum.split("・"));
      const parts = rows.filter(({ stratum }) =>
        stratum.split("・").every((part) => members.has(part)),
      );
      const inside = parts.map(({ stratum }) => at(stratum));
      own.push({ sense: "<=", terms: [...sum(...inside), ...less(`&${axis}=${shown.stratum}`)] });
    }
  }
}

/** Rates of so few firms that they say of one whether it has answered. */
export function ratesOfFew({ responseRate, threshold }: PublishedRelease): string[] {
  return responseRate.byStratum.flatMap(({ axis, rows }) =>
    rows.flatMap(({ stratum, invited }) =>
      invited > 0 && invited < threshold ? [`${axis}=${stratum}: ${invited} invited`] : [],
    ),
  );
}
