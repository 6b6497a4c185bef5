import {
  checkDefinition,
  type Questionnaire,
  type RosterFirm,
  simulateAnswers,
} from "#app/domain/survey/index.ts";
import type { Database } from "#db/database.ts";
import { surveys } from "#db/schema/index.ts";
import { codeHolders } from "#tests/support/code-holders.ts";
import { fortyQuestions } from "#tests/support/forty-questions.ts";
import { testEnvironment } from "#tests/support/sample-database.ts";
import { type BenchSite, benchSecret } from "./site.ts";

const origin = "http://127.0.0.1";

/** The requests of all firms, and for the peers some with the same bodies. */
export async function requestsFor(
  site: BenchSite,
  db: Database,
): Promise<{ own: Buffer[]; plain(path: string): Buffer[] }> {
  const [survey] = await db.select({ id: surveys.id }).from(surveys);
  if (!survey) throw new Error("no survey");
  const environment = { ...testEnvironment(origin), secrets: [benchSecret] };
  const holders = await codeHolders(db, environment, survey.id, site.codes);
  const bodies = bodiesFor(400);
  const bodyOf = (index: number) => bodies[index % bodies.length] ?? "";
  return {
    own: holders.map(({ cookie }, index) =>
      post(site.url, "/answer/sending", bodyOf(index), `Cookie: ${cookie}\r\n`),
    ),
    plain: (path) => bodies.map((body) => post(origin, path, body, "")),
  };
}

function bodiesFor(count: number): string[] {
  const checked = checkDefinition(fortyQuestions);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const questionnaire: Questionnaire = checked.value;
  const roster = Array.from({ length: count }, (_, index): RosterFirm => {
    const number = `F${index}`;
    const strata = { sector: "工事", size: "小", region: "市内", grade: "A", tier: "元請" };
    const address = { postalCode: "100-0001", address: "サンプル市1-1" };
    return { number, name: number, corporateNumber: null, ...address, ...strata };
  });
  return simulateAnswers(questionnaire, roster, 5, 1).map(({ answers }) =>
    JSON.stringify({ answers, edition: 1 }),
  );
}

function post(url: string, path: string, body: string, headers: string): Buffer {
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nOrigin: ${origin}\r\n${headers}` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
