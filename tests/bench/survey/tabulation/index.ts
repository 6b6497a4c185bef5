import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readStoredCounts } from "#app/domain/survey/counting/stored-counts-bytes.ts";
import { checkDefinition, type Questionnaire } from "#app/domain/survey/index.ts";
import type { PublishedRelease } from "#app/domain/survey/release/published.ts";
import { anyone } from "#app/domain/viewer.ts";
import { type Connection, connect } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { createSurvey, findRelease, releaseResults } from "#db/queries/surveys/index.ts";
import { startEmbeddedServer } from "#db/server.ts";
import { atMost, forComparison, print } from "../../figure.ts";
import { countAsReleased } from "./counting.ts";
import { thirtyQuestions } from "./definition.ts";
import { duckdbPeer, postgresPeer } from "./peers.ts";
import { timeResultsPages } from "./results-page.ts";
import { storeAnswers } from "./stored-answers.ts";

const topic = "tabulation";
const many = Number(process.env.BENCH_ANSWERS ?? 1_000_000);
const more = many / 100;
const few = 1_000;
const rounds = 3;

/**
 * A million answers × 30 questions × 4 strata in the platform's own PostgreSQL: counting them,
 * and one hundredth more, beside PostgreSQL's best single query and DuckDB; the whole release with
 * its crossings, hidden cells and proof; the results page of many answers beside that of few.
 */
export async function benchTabulation(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jukugi-bench-"));
  // PostgreSQL runs as another user when we are root.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer({ dataDir: join(folder, "data") });
  const connection = connect(server.url, 2);
  try {
    await migrate(server.url);
    const checked = checkDefinition(thirtyQuestions);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const questionnaire = checked.value;
    const manyId = await openSurvey(connection, "many", questionnaire, many);
    const fewId = await openSurvey(connection, "few", questionnaire, few);
    await benchCounting(connection, manyId, questionnaire, folder);
    await benchRelease(connection, manyId, fewId, questionnaire);
    const [ofMany, ofFew] = await timeResultsPages(server.url, ["many", "few"]);
    const pages = `results page, ${many} answers against ${few}`;
    print(topic, pages, "ms", ofMany, ofFew, atMost(1.1));
  } finally {
    await connection.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A named survey whose deadline for the web is over, with so many answers. */
async function openSurvey(
  connection: Connection,
  slug: string,
  questionnaire: Questionnaire,
  answers: number,
): Promise<string> {
  const { db, sql } = connection;
  const entry = { slug, title: `計測用（${slug}）`, closesOn: "2026-01-30", questionnaire };
  const surveyId = await createSurvey(db, anyone, { ...entry, mode: "named" });
  if (surveyId === undefined) throw new Error(`${slug} is taken`);
  await storeAnswers(connection, surveyId, questionnaire, 0, answers - 1);
  await sql`update surveys set state = 'open', opened_at = now() where id = ${surveyId}`;
  return surveyId;
}

/** They take turns, so that a busy machine harms all alike; the best round of each counts. */
async function benchCounting(
  connection: Connection,
  surveyId: string,
  questionnaire: Questionnaire,
  folder: string,
): Promise<void> {
  const { db } = connection;
  const postgres = postgresPeer(connection, surveyId, questionnaire);
  const duckdb = await duckdbPeer(connection, surveyId, questionnaire, folder);
  await storeAnswers(connection, surveyId, questionnaire, many, many + more - 1);
  const times = { postgres: [0], duckdb: [0], same: [0], first: [0], second: [0] };
  let base = new Uint8Array();
  for (let round = 0; round < rounds; round++) {
    times.postgres.push(await timed(postgres));
    times.duckdb.push(await timed(duckdb.count));
    const same = await timed(() =>
      countAsReleased(db, surveyId, questionnaire, { from: 0, to: many, crossed: false }),
    );
    times.same.push(same);
    const first = await timed(async () => {
      base = new Uint8Array(
        await countAsReleased(db, surveyId, questionnaire, { from: 0, to: many }),
      );
    });
    times.first.push(first);
    const second = await timed(() =>
      countAsReleased(db, surveyId, questionnaire, { from: many, to: many + more, base }),
    );
    times.second.push(second);
  }
  duckdb.close();
  if (readStoredCounts(base).responses !== many) throw new Error("answers were not counted");
  const best = (list: number[]) => Math.min(...list.slice(1));
  const [first, second, postgresBest] = [
    best(times.first),
    best(times.second),
    best(times.postgres),
  ];
  const same = `counting ${many} answers, single tables by stratum`;
  const whole = `counting ${many} answers, all crossings included`;
  print(
    topic,
    `${same}, against PostgreSQL's query`,
    "ms",
    best(times.same),
    postgresBest,
    atMost(1),
  );
  print(
    topic,
    `${same}, against DuckDB`,
    "ms",
    best(times.same),
    best(times.duckdb),
    forComparison,
  );
  print(
    topic,
    `${whole}, against PostgreSQL's query without them`,
    "ms",
    first,
    postgresBest,
    forComparison,
  );
  print(
    topic,
    `counting ${more} more, against counting the first`,
    "ms",
    second,
    first,
    atMost(0.03),
  );
}

/** The whole: reading, counting, hiding, proving, storing. Without a peer, beside the counting. */
async function benchRelease(
  { db }: Connection,
  manyId: string,
  fewId: string,
  questionnaire: Questionnaire,
): Promise<void> {
  const counting = await timed(() =>
    countAsReleased(db, manyId, questionnaire, { from: 0, to: many + more }),
  );
  for (const surveyId of [manyId, fewId]) {
    const taken = await timed(async () => {
      const releasing = await releaseResults(db, anyone, surveyId, "速報");
      if (!releasing.released) throw new Error(releasing.message);
    });
    const release = await findRelease(db, anyone, surveyId, 1);
    if (!release) throw new Error("no release");
    print(
      topic,
      `the whole release (${sizeOf(release.published)}), against its counting of ${many + more}`,
      "ms",
      taken,
      counting,
      forComparison,
    );
  }
}

function sizeOf({ responses, questions, crossings, audit }: PublishedRelease): string {
  const single = questions.flatMap(({ variables }) => variables);
  const tables = single.reduce(
    (sum, { byStratum }) => sum + 1 + byStratum.length,
    crossings.length,
  );
  return `${responses} answers, ${tables} tables, ${audit.hidden} of ${audit.cells} cells hidden`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
