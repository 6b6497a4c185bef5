import { shownStrata } from "../disclosure/merge-strata.ts";
import { percentOf } from "../tabulation/percent.ts";
import type { ResponseRate } from "../tabulation/response-rate.ts";

/**
 * The response rate as a release shows it: strata of fewer firms than the threshold stand together
 * with others, since a rate of one firm or two says whether these have answered. An axis that would
 * be left with one stratum is not shown.
 */
export function publishedRate(rate: ResponseRate, threshold: number): ResponseRate {
  const byStratum = rate.byStratum.flatMap(({ axis, label, rows }) => {
    const counted = rows.map(({ stratum, invited }) => ({ stratum, answers: invited }));
    if (counted.every(({ answers }) => answers >= threshold)) return [{ axis, label, rows }];
    const shown = shownStrata([{ axis, strata: counted }], [], threshold)[axis];
    if (!shown) return [];
    const names = [...new Set(rows.map(({ stratum }) => shown[stratum] ?? stratum))];
    return [
      {
        axis,
        label,
        rows: names.map((stratum) => {
          const own = rows.filter((row) => (shown[row.stratum] ?? row.stratum) === stratum);
          const sum = (of: "invited" | "complete" | "eligible") =>
            own.reduce((total, row) => total + row[of], 0);
          const [complete, eligible] = [sum("complete"), sum("eligible")];
          const percent = percentOf(complete, eligible);
          return { stratum, invited: sum("invited"), complete, eligible, percent };
        }),
      },
    ];
  });
  return { ...rate, byStratum };
}
