import type { ReleaseCounts } from "./counted-tables.ts";

/** Axis → stratum → the name it is shown under; axes that are not shown at all are absent. */
export type ShownStrata = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Which strata a release can show by themselves: those without any answer, or with at least the
 * threshold of them, and as many more than in the release before (or none more). Others are shown
 * together, the smallest with the next smallest; an axis that would be left with one is not shown.
 * `before` counts the answers of the earlier release by the same strata.
 */
export function shownStrata(
  axes: ReleaseCounts["axes"],
  before: ReleaseCounts["axes"],
  threshold: number,
): ShownStrata {
  return Object.fromEntries(
    axes.flatMap(({ axis, strata }) => {
      const earlier = new Map(
        before
          .find((one) => one.axis === axis)
          ?.strata.map(({ stratum, answers }) => [stratum, answers]),
      );
      const groups = strata.map(({ stratum, answers }) => ({
        names: [stratum],
        answers,
        came: answers - (earlier.get(stratum) ?? 0),
      }));
      const fits = (count: number) => count === 0 || count >= threshold;
      for (;;) {
        groups.sort((a, b) => a.answers - b.answers || a.came - b.came);
        const small = groups.find(({ answers, came }) => !(fits(answers) && fits(came)));
        if (!small) break;
        const other = groups.find((group) => group !== small && group.answers > 0);
        if (!other) return [];
        groups.splice(groups.indexOf(other), 1);
        small.names.push(...other.names);
        small.answers += other.answers;
        small.came += other.came;
      }
      if (groups.length < 2) return [];
      const order = strata.map(({ stratum }) => stratum);
      return [
        [
          axis,
          Object.fromEntries(
            groups.flatMap(({ names }) => {
              const sorted = names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
              return names.map((name) => [name, sorted.join("・")]);
            }),
          ),
        ],
      ];
    }),
  );
}

/** The counts with strata shown together; tables by an axis that is not shown are left out. */
export function mergeStrata(counts: ReleaseCounts, shown: ShownStrata): ReleaseCounts {
  const groupsOf = (axis: string, strata: readonly { stratum: string }[]) => {
    const groups = new Map<string, number[]>();
    for (const [index, { stratum }] of strata.entries()) {
      const name = shown[axis]?.[stratum] ?? stratum;
      groups.set(name, [...(groups.get(name) ?? []), index]);
    }
    return [...groups].map(([stratum, members]) => ({ stratum, members }));
  };
  const total = (members: readonly number[], at: (index: number) => number | undefined) =>
    members.reduce((sum, index) => sum + (at(index) ?? 0), 0);
  return {
    ...counts,
    axes: counts.axes
      .filter(({ axis }) => axis in shown)
      .map(({ axis, strata }) => ({
        axis,
        strata: groupsOf(axis, strata).map(({ stratum, members }) => ({
          stratum,
          answers: total(members, (index) => strata[index]?.answers),
        })),
      })),
    byStratum: counts.byStratum
      .filter(({ axis }) => axis in shown)
      .map((table) => {
        const { axis, strata, firms } = table;
        const groups = groupsOf(axis, strata);
        return {
          ...table,
          strata: groups.map(({ stratum, members }) => ({
            stratum,
            n: total(members, (index) => strata[index]?.n),
            noAnswer: total(members, (index) => strata[index]?.noAnswer),
            notApplicable: total(members, (index) => strata[index]?.notApplicable),
          })),
          counts: table.counts.map((row) =>
            groups.map(({ members }) => total(members, (index) => row[index])),
          ),
          // A firm stands in one stratum.
          ...(firms && {
            firms: {
              n: groups.map(({ members }) => total(members, (index) => firms.n[index])),
              counts: firms.counts.map((row) =>
                groups.map(({ members }) => total(members, (index) => row[index])),
              ),
            },
          }),
        };
      }),
  };
}
