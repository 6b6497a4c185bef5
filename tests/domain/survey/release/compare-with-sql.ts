import type {
  PublishedCrossing,
  PublishedRelease,
  PublishedVariable,
} from "#app/domain/survey/release/published.ts";
import {
  type CountsBySql,
  countBySql,
  keyOf,
  type NumberClass,
} from "#tests/support/duckdb/count-by-sql.ts";
import type { RawDefinition } from "#tests/support/generated-survey/definition.ts";
import type { Respondent } from "#tests/support/generated-survey/survey.ts";

export interface Comparison {
  /** "q5=a&sector=工事: 4 published, 5 counted" */
  differing: string[];
  /** Figures that were compared, and cells that were hidden. */
  shown: number;
  hidden: number;
}

/** Compares every figure of a release with what DuckDB counts from the raw answers. */
export async function compareWithSql(
  definition: RawDefinition,
  respondents: readonly Pick<Respondent, "strata" | "answers" | "asked" | "unasked">[],
  release: PublishedRelease,
  crossings: Readonly<Record<string, PublishedCrossing>>,
): Promise<Comparison> {
  const variables = release.questions.flatMap((question) => question.variables);
  const sql = await countBySql(definition, respondents, variables.flatMap(classesOf));
  const comparison: Comparison = { differing: [], shown: 0, hidden: 0 };
  const { threshold } = release;
  const differ = (what: string, published: unknown, counted: unknown) =>
    comparison.differing.push(`${what}: ${published} published, ${counted} counted`);
  const count = (what: string, published: number | null, counted: number, sensitive = true) => {
    if (published === null) {
      comparison.hidden += 1;
      return;
    }
    comparison.shown += 1;
    if (published !== counted) differ(what, published, counted);
    if (sensitive && counted > 0 && counted < threshold) differ(`${what} (small)`, published, "x");
  };
  const figure = (what: string, published: number | null, counted: number | undefined) => {
    if (published === null) return;
    comparison.shown += 1;
    // Two decimals of the same number; sums of binary fractions may differ in the last bits.
    const near =
      Math.abs(published - (counted ?? Number.NaN)) <= 0.005 + 1e-9 * Math.abs(published);
    if (!near) differ(what, published, counted);
  };
  const total = (figures: CountsBySql["n"], strata: readonly string[], ...key: string[]) =>
    strata.reduce((sum, stratum) => sum + (figures.get(keyOf(...key, stratum)) ?? 0), 0);

  if (release.responses !== respondents.length) {
    differ("responses", release.responses, respondents.length);
  }
  for (const { axis, strata } of release.axes) {
    for (const { stratum, answers } of strata) {
      const members = stratum.split("・");
      const counted = respondents.filter((one) => members.includes(strataOf(one, axis))).length;
      count(`${axis}=${stratum}`, answers, counted);
    }
  }
  for (const variable of variables) {
    const { id, rows } = variable;
    count(`${id}#n`, variable.n, total(sql.n, [""], id, ""));
    count(`${id}#無回答`, variable.noAnswer, total(sql.noAnswer, [""], id, ""), false);
    count(`${id}#非該当`, variable.notApplicable, total(sql.notApplicable, [""], id, ""), false);
    for (const row of rows) {
      const counted = total(sql.counts, [""], id, row.key, "");
      count(`${id}=${row.key}`, row.count, counted);
      const firms = sql.firms.get(keyOf(id, row.key)) ?? 0;
      if (row.count && firms < threshold) differ(`${id}=${row.key} (of few)`, row.count, firms);
      const n = total(sql.n, [""], id, "");
      const isShown = row.count !== null && variable.n !== null && n > 0;
      // One decimal, 四捨五入, in whole numbers.
      const percent = isShown ? Math.floor((2000 * counted + n) / (2 * n)) / 10 : null;
      if (row.percent !== percent) differ(`${id}=${row.key} %`, row.percent, percent);
    }
    const { summary } = variable;
    if (summary) {
      figure(`${id} mean`, summary.mean, sql.mean.get(keyOf(id, "", "")));
      figure(`${id} lower`, summary.lowerQuartile, sql.quantiles.get(keyOf(id, "0.25")));
      figure(`${id} median`, summary.median, sql.quantiles.get(keyOf(id, "0.5")));
      figure(`${id} upper`, summary.upperQuartile, sql.quantiles.get(keyOf(id, "0.75")));
    }
    for (const { axis, strata, cells } of variable.byStratum) {
      for (const [column, { stratum, ...base }] of strata.entries()) {
        const at = `${id}&${axis}=${stratum}`;
        const members = stratum.split("・");
        count(`${at}#n`, base.n, total(sql.n, members, id, axis));
        count(`${at}#無回答`, base.noAnswer, total(sql.noAnswer, members, id, axis), false);
        const notAsked = total(sql.notApplicable, members, id, axis);
        count(`${at}#非該当`, base.notApplicable, notAsked, false);
        if (base.mean !== null) {
          const n = total(sql.n, members, id, axis);
          const sum = members.reduce((sum, member) => {
            const part = sql.n.get(keyOf(id, axis, member)) ?? 0;
            const mean = sql.mean.get(keyOf(id, axis, member)) ?? 0;
            return sum + part * mean;
          }, 0);
          figure(`${at} mean`, base.mean, sum / n);
        }
        for (const [place, row] of rows.entries()) {
          const counted = total(sql.counts, members, id, row.key, axis);
          count(`${at}=${row.key}`, cells[place]?.[column] ?? null, counted);
        }
      }
    }
  }
  for (const { rows, columns } of release.crossings) {
    const crossing = crossings[`${rows}|${columns}`];
    const row = variables.find(({ id }) => id === rows);
    const column = variables.find(({ id }) => id === columns);
    if (!crossing || !row || !column) {
      differ(`${rows}|${columns}`, "said to be", "nothing");
      continue;
    }
    for (const [at, { key }] of column.rows.entries()) {
      const where = `${rows}|${columns}=${key}`;
      count(`${where}#n`, crossing.n[at] ?? null, sql.bases.get(keyOf(rows, columns, key)) ?? 0);
      for (const [place, { key: own }] of row.rows.entries()) {
        const counted = sql.crossed.get(keyOf(rows, own, columns, key)) ?? 0;
        count(`${where}=${own}`, crossing.cells[place]?.[at] ?? null, counted);
      }
    }
  }
  return comparison;
}

function classesOf({ id, kind, rows }: PublishedVariable): NumberClass[] {
  if (kind !== "class") return [];
  return rows.map(({ key, from, to }) => ({
    variable: id,
    key,
    from: from ?? null,
    to: to ?? null,
  }));
}

function strataOf({ strata }: Pick<Respondent, "strata">, axis: string): string {
  return new Map<string, string>(Object.entries(strata)).get(axis) ?? "";
}
