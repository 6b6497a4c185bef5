import type { PublishedRelease } from "#app/domain/survey/release/published.ts";
import type { Respondent } from "#tests/support/generated-survey/survey.ts";
import type { Law, Reading } from "./reader.ts";

/**
 * What a firm that kept the copy of its answer knows beyond all readers: where it stands itself, and
 * that the laws of tables hold of the others alone. Of questions with choices and ratings; the
 * definition must be the only one there was.
 */
export function knownToAFirm(
  release: PublishedRelease,
  reading: Reading,
  respondent: Pick<Respondent, "answers" | "strata">,
): { laws: Law[]; own: ReadonlyMap<string, number> } {
  const own = ownCounts(release, respondent);
  // Laws have no constants: 1 is that part of what everybody knows.
  const one = 1 / release.responses;
  const atLeast = [...own].flatMap(([cell, count]): Law[] =>
    count === 1 && reading.cells.get(cell) === null
      ? [
          {
            sense: "<=",
            terms: [
              [one, "responses"],
              [-1, cell],
            ],
          },
        ]
      : [],
  );
  const ofOthers = reading.laws.flatMap(({ sense, terms }): Law[] => {
    let self = 0;
    for (const [factor, cell] of terms) {
      const count = own.get(cell);
      if (count === undefined) return [];
      self += factor * count;
    }
    return self === 0 ? [] : [{ sense, terms: [...terms, [-self * one, "responses"]] }];
  });
  return { laws: [...atLeast, ...ofOthers], own };
}

/** 1 for every cell that counts the firm, 0 for those that do not; absent where it is not known. */
function ownCounts(
  { questions, axes }: PublishedRelease,
  { answers, strata }: Pick<Respondent, "answers" | "strata">,
): Map<string, number> {
  const variables = questions.flatMap(({ name, type, variables }) =>
    variables
      .filter(({ kind, counts }) => counts === "firms" && (kind === "choice" || kind === "rating"))
      .map(({ id, rows }) => {
        const whole = answers[name];
        const inner = typeof whole === "object" && whole !== null ? whole : {};
        const value = type === "matrix" ? Reflect.get(inner, id.slice(name.length + 1)) : whole;
        const given = new Set(value === undefined ? [] : [value].flat().map(String));
        const keys = rows.map(({ key }) => ({ key, own: given.has(key) }));
        return { id, keys, answered: keys.some(({ own }) => own) };
      }),
  );
  const places = [
    { at: "", own: true },
    ...axes.flatMap(({ axis, strata: shown }) =>
      shown.map(({ stratum }) => {
        const mine = new Map<string, string>(Object.entries(strata)).get(axis) ?? "";
        return { at: `&${axis}=${stratum}`, own: stratum.split("・").includes(mine) };
      }),
    ),
  ];
  const columns = variables.flatMap(({ id, keys }) =>
    keys.map(({ key, own }) => ({ at: `&${id}=${key}`, own })),
  );
  const counts = new Map<string, number>([["responses", 1]]);
  for (const { at, own } of places) if (at !== "") counts.set(at, own ? 1 : 0);
  for (const { id, keys, answered } of variables) {
    for (const { at, own } of [...places, ...columns]) {
      counts.set(`${id}#n${at}`, own && answered ? 1 : 0);
      for (const one of keys) counts.set(`${id}=${one.key}${at}`, own && one.own ? 1 : 0);
      // Who did not answer was not asked, or left it out.
      if (!own || answered) {
        counts.set(`${id}#無回答${at}`, 0);
        counts.set(`${id}#非該当${at}`, 0);
      }
    }
  }
  return counts;
}
