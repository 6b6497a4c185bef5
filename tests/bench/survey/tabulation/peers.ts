import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Questionnaire } from "#app/domain/survey/index.ts";
import type { Connection } from "#db/database.ts";
import { categoriesOf, columnsOf } from "./categories.ts";

/** Counts all single tables by combination of strata; gives the sum of all counts. */
export type Peer = () => Promise<number>;

const recordOf = (questionnaire: Questionnaire) =>
  columnsOf(questionnaire)
    .map(({ name, type }) => `${name} ${type}`)
    .join(", ");

/** PostgreSQL's own single query over the stored JSON: a record of each answer, filtered counts. */
export function postgresPeer(
  { sql }: Connection,
  surveyId: string,
  questionnaire: Questionnaire,
): Peer {
  const counts = categoriesOf(questionnaire, (column, key) => `${column} ? '${key}'`).map(
    ({ condition }, index) => `count(*) filter (where ${condition}) as c${index}`,
  );
  const query = `
    select strata, ${counts.join(", ")}
    from responses, jsonb_to_record(answers) as a(${recordOf(questionnaire)})
    where survey_id = '${surveyId}' group by strata`;
  return async () => sumOf(await sql.unsafe(query));
}

/** DuckDB over columns of its own, a yes or no for each choice of several. */
export async function duckdbPeer(
  { sql }: Connection,
  surveyId: string,
  questionnaire: Questionnaire,
  folder: string,
): Promise<{ count: Peer; close(): void }> {
  const columns = columnsOf(questionnaire).flatMap(({ name, type }) =>
    type === "jsonb"
      ? categoriesOf(questionnaire, (column, key) => `${column} ? '${key}'`)
          .filter(({ question }) => question === name)
          .map(({ condition, key }) => `${condition} as ${name}_${key}`)
      : type === "text" && name === "q30"
        ? []
        : [name],
  );
  const file = join(folder, "answers.csv");
  const readable = await sql
    .unsafe(
      `copy (
        select strata->>'sector' as sector, strata->>'size' as size, strata->>'region' as region,
          strata->>'grade' as grade, ${columns.join(", ")}
        from responses, jsonb_to_record(answers) as a(${recordOf(questionnaire)})
        where survey_id = '${surveyId}'
      ) to stdout (format csv, header)`,
    )
    .readable();
  await pipeline(readable, createWriteStream(file));
  const instance = await DuckDBInstance.create(":memory:");
  const duckdb = await instance.connect();
  await duckdb.run(`create table answers as select * from read_csv('${file}')`);
  const counts = categoriesOf(questionnaire, (column, key) => `${column}_${key}`).map(
    ({ condition }, index) => `count(*) filter (where ${condition}) as c${index}`,
  );
  const query = `select sector, size, region, grade, ${counts.join(", ")} from answers group by 1, 2, 3, 4`;
  return {
    count: async () => sumOf((await duckdb.runAndReadAll(query)).getRowObjects()),
    close() {
      duckdb.closeSync();
      instance.closeSync();
    },
  };
}

function sumOf(rows: readonly Record<string, unknown>[]): number {
  let sum = 0;
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) if (/^c\d+$/.test(name)) sum += Number(value);
  }
  return sum;
}
