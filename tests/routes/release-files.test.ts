import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishedSha256 } from "#app/domain/survey/release/published-sha256.ts";
import { anyone } from "#app/domain/viewer.ts";
import { releaseFigures } from "#app/files/release/figure-lines.ts";
import { readReleaseCsv } from "#app/files/release/read-back.ts";
import { readReleaseJson } from "#app/files/release/read-back-json.ts";
import { readReleaseXlsx } from "#app/files/release/read-back-xlsx.ts";
import type { ReleaseDocument } from "#app/files/release/release-document.ts";
import { href } from "#app/routes.ts";
import { listRecord } from "#db/queries/record.ts";
import { closeSurvey, invitationByCode, receiveAnswers } from "#db/queries/surveys/index.ts";
import { releases, surveys } from "#db/schema/index.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import { sampleReleaseDocument } from "#tests/support/release-document.ts";
import { makeSurvey, notRaised, raised } from "#tests/support/sample-survey.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let clerk: Person;
let member: Person;
const hashCode = (code: string) => `hash of ${code}`;
const survey = "kokeiyaku";

/** What the files are made of, with a text that CP932 cannot hold. */
function released(): ReleaseDocument {
  const document = sampleReleaseDocument();
  const texts = document.release.questions[1]?.texts;
  texts?.published.push({ text: "𠮷野家の近くで👍", firms: null });
  return { ...document, sha256: publishedSha256(document) };
}

beforeAll(async () => {
  site = await testSite();
  clerk = await site.signIn("secretariat");
  member = await site.signIn("member");
  const { db } = site;
  const { surveyId } = await makeSurvey(db, survey, hashCode);
  await closeSurvey(db, anyone, surveyId);
  await db
    .update(surveys)
    .set({ isSample: true, isSimulated: true })
    .where(eq(surveys.id, surveyId));
  const { release, crossings, sha256 } = released();
  const { number, label, cutOff, edition, responses, responseRate } = release;
  const { invited, percent } = responseRate.overall;
  await db.insert(releases).values({
    surveyId,
    number,
    label,
    cutOff,
    edition,
    responses,
    invited,
    responseRatePercent: percent,
    published: release,
    crossings,
    sha256,
    releasedAt: new Date("2026-10-21T10:00:00+09:00"),
  });
});
afterAll(() => site.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  site.visitor().get(path, headers);
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const at = { survey, release: 2 };

describe("the files of a release", () => {
  it("come as CSV in UTF-8 with the figures of the release", async () => {
    const response = await get(href("releaseCsv", at));
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("Content-Disposition")).toContain("kokeiyaku_");
    const bytes = await bytesOf(response);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(readReleaseCsv(bytes)).toEqual({ ok: true, value: releaseFigures(released()) });
  });

  it("come in CP932 only once it was shown what that cannot hold", async () => {
    const asked = await get(`${href("releaseCsv", at)}?encoding=cp932`);
    const page = asked.headers.get("Location") ?? "";
    expect([asked.status, page]).toEqual([302, href("releaseCp932", at)]);
    const html = (await (await get(page)).text()).replaceAll("<!-- -->", "");
    expect(html).toContain("表せない文字が2種類あります");
    expect(html).toContain("U+20BB7");
    expect(html).toContain("<bdi>𠮷野家の近くで👍</bdi>");
    expect(html).not.toContain("<script");
    const link = /href="([^"]*encoding=cp932[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    const response = await get(link ?? "");
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=Shift_JIS");
    const read = readReleaseCsv(await bytesOf(response));
    const texts = read.ok ? read.value.lines.filter(({ table }) => table === "記述") : [];
    expect(texts.at(-1)?.text).toBe("〓野家の近くで〓");
    const counts = read.ok ? read.value.lines.map(({ count }) => count) : [];
    expect(counts).toEqual(releaseFigures(released()).lines.map(({ count }) => count));
  });

  it("come as a workbook with the figures of the release", async () => {
    const response = await get(href("releaseXlsx", at));
    expect(response.headers.get("Content-Type")).toContain("spreadsheetml.sheet");
    const read = await readReleaseXlsx(await bytesOf(response));
    expect(read).toEqual({ ok: true, value: releaseFigures(released()) });
  });

  it("come as JSON whose hash is that of the release's page", async () => {
    const response = await get(href("releaseJson", at));
    expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    const { release, crossings, sha256 } = released();
    const text = await response.text();
    expect(readReleaseJson(text)).toEqual({ ok: true, value: { release, crossings } });
    expect(JSON.parse(text).sha256).toBe(sha256);
  });

  it("come as a report in PDF", async () => {
    const response = await get(href("releasePdf", at));
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    const { title, text } = await readPdf(await bytesOf(response));
    expect(title).toContain("集計結果報告書");
    expect(text).toContain("令和8年10月21日");
    expect(text).toContain("http://jukugi.test/surveys/kokeiyaku/releases/2");
  });

  it("are kept: the client is told that it has them, and the bytes stay the same", async () => {
    const first = await get(href("releaseXlsx", at));
    const tag = first.headers.get("ETag") ?? "";
    const again = await get(href("releaseXlsx", at), { "If-None-Match": tag });
    expect(again.status).toBe(304);
  });

  it("are not there for what was not released", async () => {
    for (const name of ["releaseCsv", "releaseXlsx", "releaseJson", "releasePdf"] as const) {
      expect((await get(href(name, { survey, release: 9 }))).status).toBe(404);
      expect((await get(href(name, { survey: "naimono", release: 1 }))).status).toBe(404);
    }
    expect((await get(href("releaseCp932", { survey, release: 9 }))).status).toBe(404);
  });
});

describe("raw answers", () => {
  let closed: string;
  const raw = (slug: string, format: string) =>
    `${href("deskRawAnswers", { survey: slug })}?format=${format}`;

  beforeAll(async () => {
    const { db } = site;
    await makeSurvey(db, "uketsuke", hashCode);
    const { surveyId, slug, codes } = await makeSurvey(db, "shimekiri", hashCode);
    for (const [index, code] of codes.slice(0, 3).entries()) {
      const invitation = await invitationByCode(db, [hashCode(code)]);
      await receiveAnswers(db, {
        invitationId: invitation?.id ?? "",
        edition: 1,
        answers: index === 0 ? raised : { ...notRaised, wishes: "=1+1" },
        receiptNumber: randomUUID(),
      });
    }
    await closeSurvey(db, anyone, surveyId);
    closed = slug;
  });

  it("are for the secretariat alone, and only after the close", async () => {
    expect((await get(raw(closed, "csv"))).status).toBe(302);
    expect((await member.get(raw(closed, "csv"))).status).toBe(403);
    const early = await clerk.get(raw("uketsuke", "csv"));
    expect(early.status).toBe(409);
    expect(await early.text()).toContain("調査を締め切った後に保存できます");
    expect((await clerk.get(raw(closed, "exe"))).status).toBe(404);
  });

  it("come as CSV, workbook and JSON lines, and each taking is recorded", async () => {
    const csv = await clerk.get(raw(closed, "csv"));
    expect(csv.headers.get("Cache-Control")).toContain("no-store");
    const lines = (await csv.text()).trim().split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain("raised,reasons/costs,reasons/orders,reasons/other,reasons-Comment");
    expect(lines.filter((line) => line.includes("'=1+1"))).toHaveLength(2);

    const workbook = new exceljs.Workbook();
    const xlsx = await bytesOf(await clerk.get(raw(closed, "xlsx")));
    await workbook.xlsx.load(xlsx.buffer);
    expect(workbook.getWorksheet("回答")?.rowCount).toBe(4);

    const jsonl = (await (await clerk.get(raw(closed, "jsonl"))).text()).trim().split("\n");
    expect(jsonl.map((line) => JSON.parse(line).place)).toEqual([1, 2, 3]);

    const recorded = (await listRecord(site.db, 20)).filter(
      ({ action }) => action === "個票の取得",
    );
    expect(recorded.map(({ detail }) => detail)).toEqual(
      ["jsonl", "xlsx", "csv"].map((format) => ({ slug: closed, format, answers: 3 })),
    );
  });

  it("have a dictionary of their columns", async () => {
    const text = await (await clerk.get(raw(closed, "dictionary"))).text();
    expect(text).toContain("reasons/costs,問2,");
    expect(text).toContain(
      "raised,問1,賃金を引き上げましたか。,選んだ答えの値です。,no,変えていない",
    );
  });
});
