import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { rememberReceipt } from "#app/http/answering-cookie.ts";
import { loadBuild } from "#app/http/built.ts";
import { makeCookies } from "#app/http/cookies.ts";
import { createHandler } from "#app/http/handler.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { makeLog } from "#app/http/log.ts";
import { sendingsShortWay } from "#app/http/short-way.ts";
import { href } from "#app/routes.ts";
import { connect } from "#db/database.ts";
import { closeSurvey } from "#db/queries/surveys/index.ts";
import { codeHolders } from "#tests/support/code-holders.ts";
import { type RunningSite, startSite } from "#tests/support/running-site.ts";
import { testEnvironment } from "#tests/support/sample-database.ts";
import { makeSurvey, raised } from "#tests/support/sample-survey.ts";

let site: RunningSite;
beforeAll(async () => {
  site = await startSite("schema");
});
afterAll(() => site.stop());

const short = href("answerSending");
/** The same address, but not letter by letter: so it goes the usual way. */
const usual = `${href("answerSending")}?`;

const ofTheConnection = new Set(["connection", "content-length", "date", "keep-alive", "vary"]);
ofTheConnection.add("transfer-encoding");

interface Sending {
  cookie?: string | undefined;
  body: BodyInit;
  headers?: Record<string, string>;
}

async function send(path: string, { cookie, body, headers }: Sending, url = site.url) {
  const response = await fetch(url + path, {
    method: "POST",
    body,
    headers: {
      Origin: url,
      "Content-Type": "application/json",
      ...(cookie ? { Cookie: cookie } : {}),
      ...headers,
    },
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
  const told = [...response.headers].filter(([name]) => !ofTheConnection.has(name));
  return { status: response.status, headers: told.sort(), text: await response.text() };
}

type Answer = Awaited<ReturnType<typeof send>>;

/** Without what tells one firm's receipt from another's. */
function alike({ status, headers, text }: Answer) {
  const masked = (value: string) =>
    value.replace(/receipt=[^;]+/, "receipt=…").replace(/"receiptNumber":"[^"]+"/, "…");
  return {
    status,
    headers: headers.map(([name, value]) => [name, masked(value)]),
    text: masked(text),
  };
}

async function holdersOf(slug: string) {
  const { db } = site.database;
  const hashes = keyedHashes(site.environment.secrets);
  const made = await makeSurvey(db, slug, (code) => hashes("survey-code", code)[0]);
  const holders = await codeHolders(db, site.environment, made.surveyId, made.codes);
  return { surveyId: made.surveyId, cookies: holders.map(({ cookie }) => cookie) };
}

const answered = JSON.stringify({ answers: raised, edition: 1 });

describe("the short way of an answer", () => {
  it("answers like the usual way: taken, taken before, refused, unreadable, too late", async () => {
    const { surveyId, cookies } = await holdersOf("mijikai");
    const [one, two, three] = cookies;
    const compare = async (sending: Sending, status: number, words: string) => {
      const [a, b] = [await send(short, sending), await send(usual, sending)];
      expect(a.status).toBe(status);
      expect(a.text).toContain(words);
      expect(a).toEqual(b);
    };
    const wrong = (answers: unknown) => JSON.stringify({ answers, edition: 1 });
    await compare({ cookie: three, body: wrong({ raised: "maybe" }) }, 400, "選択肢にない答えです");
    await compare({ cookie: three, body: wrong([raised]) }, 400, "回答を読めません");
    await compare({ cookie: three, body: "{not json" }, 400, "読み取れませんでした");
    await compare({ cookie: three, body: "" }, 400, "読み取れませんでした");
    await compare(
      { cookie: three, body: new Uint8Array([0xff, 0xfe, 0x7b]) },
      400,
      "読み取れません",
    );
    await compare({ cookie: three, body: answered.replace("1}", "2}") }, 409, "edition-changed");
    await compare({ body: answered }, 401, "expired");
    await compare({ cookie: `${three}x`, body: answered }, 401, "expired");
    const foreign = { cookie: three, body: answered, headers: { Origin: "https://example.com" } };
    await compare(foreign, 403, "確認できませんでした");
    const large = wrong({ ...raised, wishes: "あ".repeat(200_000) });
    await compare({ cookie: three, body: large }, 413, "回答が大きすぎる");

    const first = [await send(short, { cookie: one, body: answered })];
    first.push(await send(usual, { cookie: two, body: `\ufeff${answered}` }));
    expect(first.map(({ status, text }) => [status, JSON.parse(text).first])).toEqual([
      [200, true],
      [200, true],
    ]);
    expect(first[0]?.headers.filter(([name]) => name === "set-cookie")).toHaveLength(2);
    expect(alike(first[0] as Answer)).toEqual(alike(first[1] as Answer));
    // Each once more, by the other way.
    const again = [await send(usual, { cookie: one, body: answered })];
    again.push(await send(short, { cookie: two, body: `\ufeff${answered}` }));
    expect(again.map(({ text }) => JSON.parse(text))).toEqual(
      first.map(({ text }) => ({ ...JSON.parse(text), first: false })),
    );
    expect(alike(again[0] as Answer)).toEqual(alike(again[1] as Answer));

    // The reply was lost: the code's cookie is gone, the receipt's is there.
    const held = { receiptNumber: "R-1", invitationId: "of this code" };
    const receipt = await rememberReceipt(held, { cookies: makeCookies(site.environment) });
    const kept = { cookie: receipt.split(";")[0], body: JSON.stringify({ key: "of this code" }) };
    await compare(kept, 200, '"R-1"');
    await compare({ ...kept, body: JSON.stringify({ key: "of another" }) }, 401, "expired");

    await closeSurvey(site.database.db, anyone, surveyId);
    await compare({ cookie: three, body: answered }, 409, "受付は終わりました");
  });

  it("leaves to the usual way what is not plain: a length that is not known, a message to show", async () => {
    const { cookies } = await holdersOf("mijikakunai");
    const body = new Blob([answered]).stream();
    const chunked = await send(short, { cookie: cookies[0], body });
    expect(JSON.parse(chunked.text)).toMatchObject({ first: true });
    const notice = await makeCookies(site.environment).notice.serialize("保存しました。");
    const cookie = `${cookies[1]}; ${notice.split(";")[0]}`;
    const shown = await send(short, { cookie, body: answered });
    expect(shown.headers.filter(([name]) => name === "set-cookie")).toHaveLength(3);
  });

  it("says so like the usual way when there is no database", async () => {
    const { cookies } = await holdersOf("nai");
    const nowhere = connect("postgres://nobody@127.0.0.1:1/none", 1);
    const environment = testEnvironment(site.url);
    const build = await loadBuild();
    const log = makeLog("silent");
    const broken = { db: nowhere.db, environment, log, build, migrationsExpected: 0 };
    const takenShort = sendingsShortWay(broken);
    const server = createServer((request, response) => {
      if (!takenShort(request, response)) response.writeHead(501).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const headers = { Origin: site.url };
    const told = await send(short, { cookie: cookies[0], body: answered, headers }, url);
    const request = new Request(site.url + short, {
      method: "POST",
      body: answered,
      headers: { ...headers, Cookie: cookies[0] ?? "" },
    });
    const reference = await createHandler(broken)(request, "127.0.0.1");
    expect(told.status).toBe(503);
    expect(told.text).toBe(await reference.text());
    expect(told.headers).toEqual([...reference.headers].sort());
    server.close();
    await nowhere.close();
  });
});
