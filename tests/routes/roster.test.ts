import { parse } from "csv-parse/sync";
import { asc, eq, sql } from "drizzle-orm";
import exceljs from "exceljs";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { createSurvey, rosterCounts } from "#db/queries/surveys/index.ts";
import { firms, invitations, rosterUploads } from "#db/schema/index.ts";
import { makeSurvey, smallQuestionnaire } from "#tests/support/sample-survey.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let clerk: Person;
let member: Person;
beforeAll(async () => {
  site = await testSite();
  clerk = await site.signIn("secretariat");
  member = await site.signIn("member");
});
afterAll(() => site.stop());

const header = "事業者番号,事業者名,法人番号,郵便番号,所在地,業種,規模,地域区分,等級,元請下請";
const line = (number: number) =>
  `S000${number},サンプル建設00${number},,518-0000,三重県伊賀市サンプル町${number}番地,工事,小,市内,A,元請`;
const csv = (...lines: string[]) => [header, ...lines].join("\r\n");
const at = (slug: string) => `/secretariat/surveys/${slug}/roster`;
const plain = async (response: Response) =>
  (await response.text()).replaceAll("<!-- -->", "").replaceAll("&quot;", '"');

async function prepare(slug: string): Promise<string> {
  const questionnaire = smallQuestionnaire();
  const entry = { slug, title: `調査 ${slug}`, closesOn: "2026-12-18", questionnaire };
  const id = await createSurvey(site.db, anyone, entry);
  if (!id) throw new Error("slug taken");
  return id;
}

function upload(slug: string, file: BlobPart, person: Person = clerk): Promise<Response> {
  const form = new FormData();
  form.set("intent", "upload");
  form.set("roster", new File([file], "名簿.csv"));
  return person.post(at(slug), form);
}

/** Uploads a roster and gives its id and the page that previews it. */
async function preview(slug: string, file: BlobPart) {
  const response = await upload(slug, file);
  const to = response.headers.get("Location") ?? "";
  expect([response.status, to]).toEqual([303, expect.stringContaining("?upload=")]);
  const id = new URL(to, "http://x").searchParams.get("upload") ?? "";
  return { id, html: await plain(await clerk.get(to)) };
}

/** The fields of the columns and codes as the page has them chosen. */
function chosen(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, name = "", options = ""] of html.matchAll(
    /<select[^>]*name="((?:column|code)[^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const [, value = ""] = /<option(?=[^>]*selected)[^>]*value="([^"]*)"/.exec(options) ?? [];
    fields[name] = value;
  }
  for (const [input] of html.matchAll(/<input[^>]*name="value\.[^>]*>/g)) {
    const [, name = ""] = /name="([^"]*)"/.exec(input) ?? [];
    fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? "";
  }
  return fields;
}

const namesOf = async (surveyId: string) =>
  (
    await site.db
      .select({ name: firms.name, ordinal: firms.ordinal })
      .from(firms)
      .where(eq(firms.surveyId, surveyId))
      .orderBy(asc(firms.ordinal))
  ).map(({ name, ordinal }) => `${ordinal} ${name}`);

describe("importing a roster", () => {
  test("previews, then imports what was previewed, once", async () => {
    const survey = await prepare("whole");
    const cp932 = new Uint8Array(iconv.encode(csv(line(1), line(2)), "cp932"));
    const { id, html } = await preview("whole", cp932);
    expect(html).toContain("名簿.csv（CSV（CP932））");
    expect(html).toContain("2者を登録できます。");
    expect(await namesOf(survey)).toEqual([]);
    const done = await clerk.post(at("whole"), { intent: "import", upload: id });
    expect(done.status).toBe(303);
    expect(await plain(await clerk.get(at("whole")))).toContain("名簿（2者）を登録しました。");
    expect(await namesOf(survey)).toEqual(["0 サンプル建設001", "1 サンプル建設002"]);
    expect(await site.db.select().from(rosterUploads)).toEqual([]);
    const again = await clerk.post(at("whole"), { intent: "import", upload: id });
    expect(again.headers.get("Location")).toBe(at("whole"));
    expect(await plain(await clerk.get(at("whole")))).toContain("確認中の名簿は残っていません");
  });

  test("takes the columns and codes that the clerk assigns", async () => {
    const survey = await prepare("assigned");
    const file = [
      "屋号,送り先,〒,種目,格",
      "サンプル工務店,伊賀市サンプル町1番地,518-0000,土木,甲",
      "サンプル商会,伊賀市サンプル町2番地,518-0000,文具,",
    ].join("\n");
    const first = await preview("assigned", file);
    expect(first.html).toContain("「事業者名」の列がありません");
    const columns = {
      ...chosen(first.html),
      ...{ "column.name": "0", "column.address": "1", "column.sector": "3", "column.grade": "4" },
    };
    const check = { intent: "check", upload: first.id };
    await clerk.post(at("assigned"), { ...columns, ...check });
    const address = `${at("assigned")}?upload=${first.id}`;
    const second = await plain(await clerk.get(address));
    expect(second).toContain("「土木」にコードがありません");
    const refused = await clerk.post(at("assigned"), { intent: "import", upload: first.id });
    expect(refused.status).toBe(400);
    expect(await plain(refused)).toContain("直す所が4件あります");
    const fields = chosen(second);
    for (const [name, value] of Object.entries(fields)) {
      const choice = { 土木: "工事", 文具: "=", 甲: "A", "": "なし" }[value];
      if (name.startsWith("value.") && choice) fields[name.replace("value", "code")] = choice;
    }
    await clerk.post(at("assigned"), { ...fields, ...check });
    expect(await plain(await clerk.get(address))).toContain("2者を登録できます。");
    await clerk.post(at("assigned"), { intent: "import", upload: first.id });
    const rows = await site.db.select().from(firms).where(eq(firms.surveyId, survey));
    expect(rows.map(({ number, sector, grade, size }) => [number, sector, grade, size])).toEqual([
      ["0001", "工事", "A", "（区分なし）"],
      ["0002", "文具", "なし", "（区分なし）"],
    ]);
  });

  test("reads the sheet that is chosen", async () => {
    await prepare("sheets");
    const book = new exceljs.Workbook();
    for (const [name, number] of [["R7", 7] as const, ["R8", 8] as const]) {
      book.addWorksheet(name).addRows([header.split(","), line(number).split(",")]);
    }
    const { id, html } = await preview("sheets", await book.xlsx.writeBuffer());
    expect(html).toContain("シートが2枚あります");
    expect(html).toContain("サンプル建設007");
    await clerk.post(at("sheets"), { intent: "sheet", upload: id, sheet: "R8" });
    const other = await plain(await clerk.get(`${at("sheets")}?upload=${id}`));
    expect(other).toContain("サンプル建設008");
    expect(other).not.toContain("サンプル建設007");
    const wrong = { intent: "sheet", upload: id, sheet: "R9" };
    expect((await clerk.post(at("sheets"), wrong)).status).toBe(400);
  });

  test("replaces a roster whole, and its codes only when that was confirmed", async () => {
    const { surveyId } = await makeSurvey(site.db, "again", (code) => `again ${code}`, {
      open: false,
    });
    const { id, html } = await preview("again", csv(line(9)));
    expect(html).toContain("発行したコード（4者分）");
    const fields = { intent: "import", upload: id };
    expect((await clerk.post(at("again"), fields)).status).toBe(400);
    expect(await rosterCounts(site.db, surveyId)).toMatchObject({ firms: 4, withCode: 4 });
    await clerk.post(at("again"), { ...fields, rosterConfirmed: "on" });
    expect(await namesOf(surveyId)).toEqual(["0 サンプル建設009"]);
    const left = await site.db
      .select({ id: invitations.id })
      .from(invitations)
      .where(eq(invitations.surveyId, surveyId));
    expect(left).toEqual([]);
  });

  test("shows the first hundred faults and gives all as a file that runs no formula", async () => {
    const survey = await prepare("faults");
    const wrong = Array.from({ length: 150 }, (_, index) =>
      line(1)
        .replaceAll("001", `=${index}`)
        .replace("町1", `町${index}`)
        .replace("518-0000", "=1+1"),
    );
    const { id, html } = await preview("faults", csv(...wrong));
    expect(html).toContain("はじめの100件を示します");
    const [table = ""] = /<table class="roster-faults">[\s\S]*?<\/table>/.exec(html) ?? [];
    expect(table.match(/<tr>/g)).toHaveLength(1 + 100);
    const file = await clerk.get(`${at("faults")}/faults/${id}`);
    expect(file.headers.get("Content-Disposition")).toContain("attachment");
    const rows: string[][] = parse(await file.text(), { bom: true });
    expect(rows[0]).toEqual(["行", "列", "書いてある値", "直すこと"]);
    expect(rows).toHaveLength(1 + 150);
    expect(rows[1]?.[2]).toBe("'=1+1");
    expect((await clerk.post(at("faults"), { intent: "import", upload: id })).status).toBe(400);
    expect(await namesOf(survey)).toEqual([]);
  });

  test("keeps one upload a clerk and none for longer than a day", async () => {
    await prepare("kept");
    const first = await preview("kept", csv(line(1)));
    const second = await preview("kept", csv(line(2)));
    expect((await clerk.get(`${at("kept")}?upload=${first.id}`)).status).toBe(303);
    await site.db
      .update(rosterUploads)
      .set({ createdAt: sql`now() - interval '25 hours'` })
      .where(eq(rosterUploads.id, second.id));
    expect((await clerk.get(`${at("kept")}?upload=${second.id}`)).status).toBe(303);
    const third = await preview("kept", csv(line(3)));
    await clerk.post(at("kept"), { intent: "discard", upload: third.id });
    expect(await plain(await clerk.get(at("kept")))).toContain("取りやめました");
  });
});

describe("what is refused", () => {
  const files: [string, BlobPart, string][] = [
    ["an empty file", "", "空のファイルは使えません"],
    ["a header only", csv(), "1件もありません"],
    ["binary", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0x49]), "文字"],
    ["UTF-16", Buffer.from(`\uFEFF${csv(line(1))}`, "utf16le"), "UTF-16"],
    ["an old .xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), ".xls"],
    [
      "a password",
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
      "パスワードを外して",
    ],
    ["100 columns", `${"列,".repeat(100)}\n`, "60列まで"],
    ["an open quote", csv(`${line(1)},"`), "引用符"],
    ["too many bytes", new Uint8Array(20 * 1024 * 1024 + 1), "20MBまで"],
  ];
  test.each(files)("%s", async (what, file, words) => {
    const slug = `refused-${files.findIndex(([name]) => name === what)}`;
    await prepare(slug);
    const response = await upload(slug, file);
    if (response.status === 303) {
      const html = await plain(await clerk.get(response.headers.get("Location") ?? ""));
      expect(html).toContain(words);
      expect(html).toContain("まだ登録できません");
    } else {
      expect(response.status).toBe(400);
      expect(await plain(response)).toContain(words);
    }
    expect((await rosterCounts(site.db, await idOf(slug))).firms).toBe(0);
  });

  const idOf = async (slug: string) => {
    const [row] = await site.database.sql<{ id: string }[]>`
      select id from surveys where slug = ${slug}`;
    return row?.id ?? "";
  };

  test("a change of the roster once the survey is open", async () => {
    const { surveyId } = await makeSurvey(site.db, "fixed", (code) => `fixed ${code}`);
    expect((await upload("fixed", csv(line(1)))).status).toBe(409);
    const html = await plain(await clerk.get(at("fixed")));
    expect(html).not.toContain('type="file"');
    expect((await rosterCounts(site.db, surveyId)).firms).toBe(4);
  });

  test("everybody but the secretariat, and uploads of other surveys", async () => {
    await prepare("rights");
    await prepare("rights-2");
    const { id } = await preview("rights", csv(line(1)));
    expect((await member.get(at("rights"))).status).toBe(403);
    expect((await member.get(`${at("rights")}/faults/${id}`)).status).toBe(403);
    expect((await upload("rights", csv(line(1)), member)).status).toBe(403);
    expect((await site.anyone.get(at("rights"))).status).toBe(302);
    expect((await clerk.get(`${at("rights-2")}/faults/${id}`)).status).toBe(404);
    expect((await clerk.get(`${at("rights-2")}?upload=${id}`)).status).toBe(303);
    const stolen = await clerk.post(at("rights-2"), { intent: "import", upload: id });
    expect(stolen.headers.get("Location")).toBe(at("rights-2"));
    expect((await rosterCounts(site.db, await idOf("rights-2"))).firms).toBe(0);
    expect((await clerk.get(`${at("rights")}?upload=1`)).status).toBe(303);
    for (const intent of ["x", "toString", "__proto__"]) {
      expect((await clerk.post(at("rights"), { intent, upload: id })).status).toBe(400);
    }
  });
});

describe("the list of the roster", () => {
  test("pages, searches and narrows, and says how far each letter has come", async () => {
    const { surveyId } = await makeSurvey(site.db, "listed", (code) => `listed ${code}`, {
      firms: 120,
    });
    await site.db
      .update(firms)
      .set({ returnedOn: "2026-11-20", returnedReason: "宛先不明" })
      .where(sql`${firms.surveyId} = ${surveyId} and ${firms.ordinal} = 2`);
    await site.database.sql`
      insert into survey_progress (survey_id, spent, on_paper) values
        (${surveyId}, set_bit(decode(repeat('00', 15), 'hex'), 0, 1), ''::bytea)
      on conflict (survey_id) do update set spent = excluded.spent`;
    const show = async (query: string) => plain(await clerk.get(at("listed") + query));
    const first = await show("");
    expect(first).toContain("名簿（120者、3ページのうち1ページ）");
    expect(first).toContain("宛先不明");
    expect(await show("?page=3")).toContain("サンプル建設120");
    expect((await clerk.get(`${at("listed")}?page=9`)).status).toBe(302);
    expect(await show(`?search=${encodeURIComponent("町７７番")}`)).toContain("名簿（1者）");
    expect(await show("?search=%25")).toContain("当てはまる事業者はありません");
    expect(await show("?state=answered")).toContain("名簿（1者）");
    expect(await show("?state=returned")).toContain("名簿（1者）");
    expect(await show("?state=no-code")).toContain("当てはまる");
    expect(
      await show(`?size=${encodeURIComponent("大")}&sector=${encodeURIComponent("工事")}`),
    ).toContain("名簿（10者）");
  });
});
