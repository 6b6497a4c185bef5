import type { PublishedRelease, PublishedVariable } from "#app/domain/survey/release/published.ts";
import { type Law, less, type Reading, sum } from "./reader.ts";

/** Weights are printed with two decimals, shares in percent with one. */
const ofWeight = 0.005 + 1e-9;
const ofShare = 0.0005 + 1e-9;

/** The least and the greatest that one answer can count for. */
type Weights = readonly [least: number, greatest: number];

/**
 * What the weighted shares tell. Of an answer nobody is told what it counts for, but that it is from
 * the least to the greatest weight; that the answers of a stratum together count for its share of
 * the roster (raked to one axis alone, that tells each weight); and what a category counts for of
 * all. Beside every count stands an unknown, "…~w": what those counted in it count for together.
 * Nothing of variables without a hidden cell.
 */
export function weightedLaws(
  { axes, questions, responses, responseRate, weighting }: PublishedRelease,
  { cells }: Reading,
): Law[] {
  if (!weighting.weighted) return [];
  const any: Weights = [Math.max(0, weighting.least - ofWeight), weighting.greatest + ofWeight];
  const firms = responseRate.overall.invited;
  const invited = new Map<string, number>(
    responseRate.byStratum.flatMap(({ axis, rows }) =>
      rows.map((row) => [`${axis}=${row.stratum}`, row.invited] as const),
    ),
  );
  /** The share of a stratum in the roster, where that is told. */
  const shareOf = (axis: string, stratum: string): number | undefined => {
    const members = stratum.split("・").map((member) => invited.get(`${axis}=${member}`));
    const known = members.every((member) => member !== undefined)
      ? members.reduce((total, member) => total + (member ?? 0), 0)
      : invited.get(`${axis}=${stratum}`);
    return known === undefined ? undefined : known / firms;
  };
  const slotsOf = ({ rows }: PublishedVariable) => rows.map(({ key }) => `=${key}`);
  const states = ["#n", "#無回答", "#非該当"];
  const lawsOf = (variable: PublishedVariable): Law[] => {
    const laws: Law[] = [];
    const slots = slotsOf(variable);
    const cell = (slot: string, at: string) => `${variable.id}${slot}${at}`;
    const mass = (slot: string, at: string) => `${cell(slot, at)}~w`;
    const within = (at: string, [least, greatest]: Weights) => {
      for (const slot of [...states, ...slots]) {
        const [count, own] = [cell(slot, at), mass(slot, at)];
        laws.push({ sense: "<=", terms: [[least, count], ...less(own)] });
        laws.push({ sense: "<=", terms: [...sum(own), [-greatest, count]] });
      }
      const parts = slots.map((slot) => mass(slot, at));
      const n = less(mass("#n", at));
      if (variable.answers === "one") laws.push({ sense: "<=", terms: [...sum(...parts), ...n] });
      else for (const part of parts) laws.push({ sense: "<=", terms: [...sum(part), ...n] });
    };
    /** All answers of a stratum count for its share of the roster. */
    const share = (at: string, part: number) => {
      const terms = [...sum(...states.map((slot) => mass(slot, at)))];
      laws.push({ sense: "=", terms: [...terms, [-part, "responses"]] });
    };
    within("", any);
    share("", 1);
    for (const { axis, label, strata } of axes) {
      const places = strata.map(({ stratum }) => `&${axis}=${stratum}`);
      for (const [index, { stratum, answers }] of strata.entries()) {
        const at = places[index] ?? "";
        const part = weighting.axes.includes(label) ? shareOf(axis, stratum) : undefined;
        if (part !== undefined) share(at, part);
        // Raked to one axis alone, every answer of a stratum counts for the same.
        const only = weighting.axes.length === 1 && answers > 0 ? part : undefined;
        const same = only === undefined ? undefined : (only * responses) / answers;
        within(at, same === undefined ? any : [same - 1e-9, same + 1e-9]);
      }
      for (const slot of [...states, ...slots]) {
        const parts = places.map((at) => mass(slot, at));
        laws.push({ sense: "=", terms: [...less(mass(slot, "")), ...sum(...parts)] });
      }
    }
    for (const { key, weighted } of variable.rows) {
      if (weighted === null) continue;
      const [own, n] = [mass(`=${key}`, ""), mass("#n", "")];
      const told = weighted.percent / 100;
      laws.push({ sense: "<=", terms: [...sum(own), [-told - ofShare, n]] });
      laws.push({ sense: "<=", terms: [[told - ofShare, n], ...less(own)] });
    }
    return laws;
  };
  return questions
    .flatMap(({ variables }) => variables)
    .filter(({ counts, rows }) => counts === "firms" && rows.some(({ weighted }) => weighted))
    .filter((variable) =>
      ["", ...axes.flatMap(({ axis, strata }) => strata.map((one) => `&${axis}=${one.stratum}`))]
        .flatMap((at) =>
          [...states, ...slotsOf(variable)].map((slot) => `${variable.id}${slot}${at}`),
        )
        .some((name) => cells.get(name) === null),
    )
    .flatMap(lawsOf);
}
