import { DuckDBInstance } from "@duckdb/node-api";
import { stratumAxes } from "#app/domain/survey/strata/strata.ts";
import type { RawDefinition } from "../generated-survey/definition.ts";
import type { Respondent } from "../generated-survey/survey.ts";
import { longTablesOf, text } from "./long-tables.ts";

/** A class of numbers as a release tells it: from (included) to (not included). */
export interface NumberClass {
  variable: string;
  key: string;
  from: number | null;
  to: number | null;
}

/** Figures by a key of parts; a key that is not there is 0 (counts) or nothing (the others). */
export type Figures = ReadonlyMap<string, number>;
export const keyOf = (...parts: (string | number)[]) => parts.join("\u0000");

/** What DuckDB counts from the raw answers. "" as a stratum: over all. */
export interface CountsBySql {
  /** variable, axis, stratum → answered, shown and enabled but not answered, not asked. */
  n: Figures;
  noAnswer: Figures;
  notApplicable: Figures;
  /** variable, category, axis, stratum */
  counts: Figures;
  /** variable, category, other variable, its category */
  crossed: Figures;
  /** variable, category: different firms, for the entries of panels. */
  firms: Figures;
  /** variable, other variable, its category: how many answered both. */
  bases: Figures;
  mean: Figures;
  /** variable, "0.25" | "0.5" | "0.75" */
  quantiles: Figures;
}

/** Counts the answers of a survey by SQL over their JSON, knowing nothing of the product's counting. */
export async function countBySql(
  definition: RawDefinition,
  respondents: readonly Pick<Respondent, "strata" | "answers" | "asked" | "unasked">[],
  classes: readonly NumberClass[],
): Promise<CountsBySql> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const db = await instance.connect();
  const run = async (sql: string) => void (await db.run(sql));
  const fill = async (table: string, columns: string, rows: string[]) => {
    await run(`CREATE TABLE ${table} (${columns})`);
    if (rows.length > 0) await run(`INSERT INTO ${table} VALUES ${rows.join(", ")}`);
  };
  try {
    const axes = stratumAxes.map(({ axis }) => axis);
    await fill(
      "firms",
      `unit INTEGER, answers JSON, ${axes.map((axis) => `${axis} VARCHAR`).join(", ")}`,
      respondents.map(
        ({ answers, strata }, unit) =>
          `(${unit}, ${text(JSON.stringify(answers))}, ${axes.map((axis) => text(strata[axis])).join(", ")})`,
      ),
    );
    await fill("asked", "scope VARCHAR, unit INTEGER, question VARCHAR, enabled BOOLEAN", [
      ...respondents.flatMap(({ asked }, unit) =>
        asked.shown.map(
          (name) => `('firms', ${unit}, ${text(name)}, ${asked.enabled.includes(name)})`,
        ),
      ),
      ...respondents.flatMap(({ asked }, unit) =>
        Object.entries(asked.entries).flatMap(([panel, entries]) =>
          entries.flatMap((names, at) =>
            names.map(
              (name) =>
                `(${text(panel)}, ${unit * 100 + at + 1}, ${text(`${panel}/${name}`)}, true)`,
            ),
          ),
        ),
      ),
    ]);
    await fill(
      "unasked",
      "unit INTEGER, name VARCHAR",
      respondents.flatMap(({ unasked = [] }, unit) =>
        unasked.map((name) => `(${unit}, ${text(name)})`),
      ),
    );
    await fill("answered", "scope VARCHAR, unit INTEGER, variable VARCHAR", []);
    await fill("given", "scope VARCHAR, unit INTEGER, variable VARCHAR, category VARCHAR", []);
    await fill("numbers", "scope VARCHAR, unit INTEGER, variable VARCHAR, value DOUBLE", []);
    const elements = definition.pages.flatMap((page) => page.elements);
    for (const element of elements) for (const sql of longTablesOf(element)) await run(sql);
    await fill(
      "classes",
      "variable VARCHAR, category VARCHAR, least DOUBLE, below DOUBLE",
      classes.map(
        ({ variable, key, from, to }) =>
          `(${text(variable)}, ${text(key)}, ${from ?? "'-infinity'"}, ${to ?? "'infinity'"})`,
      ),
    );
    await run(`INSERT INTO given SELECT scope, unit, variable, category FROM numbers
      JOIN classes USING (variable) WHERE value >= least AND (value < below OR below = 'infinity')`);

    await run(`CREATE TABLE units AS SELECT 'firms' AS scope, unit, unit AS firm FROM firms`);
    for (const { type, name } of elements) {
      if (type !== "paneldynamic") continue;
      await run(`INSERT INTO units SELECT ${text(name)}, unit, firm FROM entries_${name}`);
    }
    const variables = elements.flatMap(variableNames);
    await fill(
      "variables",
      "scope VARCHAR, variable VARCHAR, question VARCHAR",
      variables.map(
        ({ scope, id, question }) => `(${text(scope)}, ${text(id)}, ${text(question)})`,
      ),
    );
    await run(`CREATE TABLE state AS
      SELECT v.scope, v.variable, u.unit, u.firm, CASE
        WHEN q.question IS NULL THEN 'notApplicable'
        -- Whom the edition that they saw did not ask, was not shown it.
        WHEN (u.firm, v.variable) IN (SELECT (unit, name) FROM unasked) THEN 'notApplicable'
        WHEN (u.firm, split_part(v.variable, '/', 1)) IN (SELECT (unit, name) FROM unasked)
          THEN 'notApplicable'
        WHEN a.unit IS NOT NULL THEN 'n'
        WHEN q.enabled THEN 'noAnswer' ELSE 'notApplicable' END AS state
      FROM variables v JOIN units u USING (scope)
      LEFT JOIN asked q ON q.scope = v.scope AND q.unit = u.unit AND q.question = v.question
      LEFT JOIN answered a ON a.scope = v.scope AND a.unit = u.unit AND a.variable = v.variable`);
    await run(`DELETE FROM given WHERE (scope, unit, variable) NOT IN
      (SELECT (scope, unit, variable) FROM state WHERE state = 'n')`);
    await run(`DELETE FROM numbers WHERE (scope, unit, variable) NOT IN
      (SELECT (scope, unit, variable) FROM state WHERE state = 'n')`);
    await run(`CREATE TABLE placed AS SELECT u.scope, u.unit, '' AS axis, '' AS stratum FROM units u
      ${axes.map((axis) => `UNION ALL SELECT u.scope, u.unit, '${axis}', f.${axis} FROM units u JOIN firms f ON f.unit = u.firm`).join(" ")}`);

    const figures = async (sql: string): Promise<Map<string, number>> => {
      const reader = await db.runAndReadAll(sql);
      return new Map(
        reader
          .getRowsJS()
          .map((row) => [keyOf(...row.slice(0, -1).map(String)), Number(row.at(-1))]),
      );
    };
    const states = (state: string) =>
      figures(`SELECT variable, axis, stratum, count(*) FROM state JOIN placed USING (scope, unit)
        WHERE state = '${state}' GROUP BY ALL`);
    const quartiles = await Promise.all(
      [0.25, 0.5, 0.75].map((share) =>
        figures(
          `SELECT variable, '${share}', quantile_cont(value, ${share}) FROM numbers GROUP BY ALL`,
        ),
      ),
    );
    return {
      n: await states("n"),
      noAnswer: await states("noAnswer"),
      notApplicable: await states("notApplicable"),
      counts: await figures(`SELECT variable, category, axis, stratum, count(*)
        FROM given JOIN placed USING (scope, unit) GROUP BY ALL`),
      firms: await figures(`SELECT variable, category, count(DISTINCT firm)
        FROM given JOIN units USING (scope, unit) GROUP BY ALL`),
      crossed: await figures(`SELECT a.variable, a.category, b.variable, b.category, count(*)
        FROM given a JOIN given b USING (scope, unit) WHERE a.variable <> b.variable GROUP BY ALL`),
      bases: await figures(`SELECT s.variable, b.variable, b.category, count(*)
        FROM state s JOIN given b USING (scope, unit)
        WHERE s.state = 'n' AND s.variable <> b.variable GROUP BY ALL`),
      mean: await figures(`SELECT variable, axis, stratum, avg(value)
        FROM numbers JOIN placed USING (scope, unit) GROUP BY ALL`),
      quantiles: new Map(quartiles.flatMap((one) => [...one])),
    };
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}

type Named = { scope: string; id: string; question: string };

/** The variables of a question: q5, q7/r1, q9/a, q10/item, q12 and q12/inner. */
function variableNames(element: { type: string; name: string; [key: string]: unknown }): Named[] {
  const { name, type } = element;
  const list = (key: string): unknown[] => (Array.isArray(element[key]) ? element[key] : []);
  const part = (item: unknown): Named => {
    const value =
      typeof item !== "object" || item === null
        ? item
        : "value" in item
          ? item.value
          : "name" in item
            ? item.name
            : item;
    return { scope: "firms", id: `${name}/${value}`, question: name };
  };
  if (type === "html") return [];
  if (type === "matrix") return list("rows").map(part);
  if (type === "ranking") return list("choices").map(part);
  if (type === "multipletext") return list("items").map(part);
  const own = { scope: "firms", id: name, question: name };
  if (type !== "paneldynamic") return [own];
  return [
    own,
    ...list("templateElements").map((item) => ({
      ...part(item),
      scope: name,
      question: part(item).id,
    })),
  ];
}
