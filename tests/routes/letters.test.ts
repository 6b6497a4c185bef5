import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keyedHashes } from "#app/http/keys.ts";
import { listRecord } from "#db/queries/record.ts";
import { closeSurvey, invitationByCode } from "#db/queries/surveys/index.ts";
import { firms, surveys } from "#db/schema/index.ts";
import { pagePictures } from "#tests/support/pdf-picture.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";
import { environment, origin, type Person, type TestSite, testSite } from "#tests/support/site.ts";

const hashes = keyedHashes(environment.secrets);
const hashCode = (code: string) => hashes("survey-code", code)[0];

let site: TestSite;
let clerk: Person;
let other: Person;
let member: Person;
beforeAll(async () => {
  site = await testSite();
  clerk = await site.signIn("secretariat", "事務局A");
  other = await site.signIn("secretariat", "事務局B");
  member = await site.signIn("member");
});
afterAll(() => site.stop());

const at = (slug: string) => `/secretariat/surveys/${slug}/letters`;
const htmlOf = async (response: Response) => (await response.text()).replaceAll("<!-- -->", "");
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

/** Presses the button and waits, as the page does by itself, until the letters are there. */
async function make(slug: string, fields: Record<string, string>, person = clerk) {
  const begun = await person.post(at(slug), { intent: "begin", ...fields });
  expect(begun.status).toBe(303);
  const job = new URL(begun.headers.get("Location") ?? "", origin);
  const path = job.pathname + job.search;
  for (;;) {
    const response = await person.get(path);
    const html = await htmlOf(response);
    if (!html.includes("<progress")) return { html, job: job.searchParams.get("job") ?? "", path };
    expect(response.headers.get("Refresh")).toBe("3");
    await new Promise((done) => setTimeout(done, 200));
  }
}

const csvOf = async (slug: string, job: string, query = "") => {
  const response = await clerk.get(`${at(slug)}/${job}/csv${query}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = query ? iconv.decode(bytes, "cp932") : bytes.toString("utf8");
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return { response, text, rows };
};

describe("letters", () => {
  test("are made, fetched as PDF and CSV, and their codes open the questionnaire", async () => {
    const { codes } = await makeSurvey(site.db, "send", hashCode, { firms: 3 });
    const confirmation = await htmlOf(await clerk.get(`${at("send")}?kind=reissue`));
    expect(confirmation).toContain("<strong>3者</strong>");
    expect(confirmation).toContain("問い合わせ先がありません。");
    expect(confirmation).toContain("3者の前のコードは、手紙ができた時に使えなくなります。");

    const { html, job, path } = await make("send", { kind: "reissue", codesConfirmed: "on" });
    expect(html).toContain("再発行の依頼状を3通作りました。");
    const saved = await clerk.get(`${at("send")}/${job}/pdf`);
    expect(saved.headers.get("Cache-Control")).toBe("no-store");
    expect(saved.headers.get("Content-Disposition")).toMatch(/^attachment;/);
    const pdf = await bytesOf(saved);
    const { rows } = await csvOf("send", job);
    expect(rows.map((row) => row.事業者番号)).toEqual(["T00001", "T00002", "T00003"]);
    const { pages } = await readPdf(pdf);
    const pictures = await pagePictures(pdf, [1, 2, 3]);
    for (const [place, row] of rows.entries()) {
      const code = row.回答コード ?? "";
      expect(row.回答用アドレス).toBe(`${origin}/a/${code}`);
      expect(row.締切).toBe("令和12年12月18日");
      expect(pages[place]).toContain(code);
      expect(pages[place]).toContain(`サンプル建設${place + 1}御中`);
      expect(pictures[place]?.qr).toBe(`${origin}/a/${code}`);
      expect(await invitationByCode(site.db, [hashCode(code)])).not.toBeNull();
    }
    for (const code of codes) expect(await invitationByCode(site.db, [hashCode(code)])).toBeNull();

    // Another clerk sees them, too, and every saving is on record.
    expect(await htmlOf(await other.get(at("send")))).toContain("再発行の依頼状のファイルを開く");
    expect((await other.get(path)).status).toBe(200);
    const [newest] = await listRecord(site.db, 1);
    expect(newest).toMatchObject({ action: "手紙の保存", actorName: "事務局A" });
    expect(JSON.stringify(await listRecord(site.db, 20))).not.toContain(rows[0]?.回答コード);
  });

  test("come as CSV in CP932, with what it cannot hold told beforehand", async () => {
    const { surveyId } = await makeSurvey(site.db, "cp932", hashCode, { firms: 3 });
    await site.db.update(firms).set({ name: "=𠮷野髙橋" }).where(eq(firms.surveyId, surveyId));
    const { html, job } = await make("cp932", { kind: "reissue", codesConfirmed: "on" });
    expect(html).toContain("シフトJISで〓になる字");
    expect(html).toContain("T00001：𠮷");
    const { rows, response } = await csvOf("cp932", job, "?encoding=cp932");
    expect(response.headers.get("Content-Type")).toContain("Shift_JIS");
    // A name that begins like a formula is defended in both.
    expect(rows[0]?.事業者名).toBe("'=〓野髙橋");
    const { text } = await csvOf("cp932", job);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain("'=𠮷野髙橋");
  });

  test("go to firms of the strata that were chosen", async () => {
    await makeSurvey(site.db, "strata", hashCode, { firms: 12 });
    const page = await htmlOf(await clerk.get(`${at("strata")}?kind=reminder&sector=工事&size=小`));
    expect(page).toContain("業種：工事／規模：小");
    const { job, html } = await make("strata", { kind: "reminder", sector: "工事", size: "小" });
    expect(html).not.toContain("新しいコードが使えるようになりました");
    const { rows } = await csvOf("strata", job);
    expect(rows.map((row) => [row.事業者番号, row.回答コード, row.回答用アドレス])).toEqual(
      ["T00004", "T00007", "T00010"].map((number) => [number, "", `${origin}/answer`]),
    );
  });

  test("are not made twice when two clerks press at once", async () => {
    await makeSurvey(site.db, "twice", hashCode, { firms: 30 });
    const fields = { intent: "begin", kind: "reissue", codesConfirmed: "on" };
    const answers = await Promise.all([
      clerk.post(at("twice"), fields),
      other.post(at("twice"), fields),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(await htmlOf(refused ?? new Response())).toContain("この調査の手紙を今作っています");
    const begun = answers.find(({ status }) => status === 303);
    const path = begun?.headers.get("Location") ?? "";
    while ((await htmlOf(await clerk.get(path))).includes("<progress")) {
      await new Promise((done) => setTimeout(done, 200));
    }
  });

  test("a specimen can be looked at, with a code that opens nothing", async () => {
    await makeSurvey(site.db, "specimen", hashCode);
    const pdf = await bytesOf(await clerk.get(`${at("specimen")}/specimen/pdf?kind=reminder-new`));
    const { text } = await readPdf(pdf);
    expect(text).toContain("見本");
    const code = text.match(/[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}/)?.[0] ?? "";
    expect(await invitationByCode(site.db, [hashCode(code)])).toBeNull();
  });

  test("what became of letters that this server does not know is told plainly", async () => {
    const { surveyId } = await makeSurvey(site.db, "restart", hashCode);
    const unknown = await htmlOf(
      await clerk.get(`${at("restart")}?job=00000000-0000-4000-8000-000000000000`),
    );
    expect(unknown).toContain("コードは前のままで、何も変わっていません。");
    // The mailing of the codes is known, its file was never with this process.
    const [mailing] = await site.database.sql`
      select id from mailings where survey_id = ${surveyId}`;
    const gone = await htmlOf(await clerk.get(`${at("restart")}?job=${mailing?.id}`));
    expect(gone).toContain("ファイルはもう残っていません");
    expect(gone).toContain(`kind=reissue&amp;mailing=${mailing?.id}`);
    const file = await clerk.get(`${at("restart")}/${mailing?.id}/pdf`);
    expect([file.status, file.headers.get("Location")]).toEqual([
      302,
      `${at("restart")}?job=${mailing?.id}`,
    ]);
    // Letters of one survey are not found under another.
    const { job } = await make("restart", { kind: "reissue", codesConfirmed: "on" });
    await makeSurvey(site.db, "elsewhere", hashCode);
    expect((await clerk.get(`${at("elsewhere")}/${job}/pdf`)).status).toBe(302);
  });
});

describe("returned mail", () => {
  test("is noted in one go, corrected, and written to anew", async () => {
    const { codes } = await makeSurvey(site.db, "back", hashCode);
    const noted = await clerk.post(at("back"), {
      intent: "returned",
      letters: `T00001\n${origin}/a/${codes[2]}`,
      returnedOn: "2026-01-05",
      reason: "転居先不明",
    });
    expect(noted.status).toBe(303);
    const page = await htmlOf(await clerk.get(at("back")));
    expect(page).toContain("手紙が戻った事業者（2者）");
    expect(page).toContain("令和8年1月5日");

    const confirmation = await htmlOf(await clerk.get(`${at("back")}?kind=reissue&number=T00001`));
    expect(confirmation).toContain("三重県伊賀市サンプル町1番地");
    const { job } = await make("back", {
      kind: "reissue",
      number: "T00001",
      codesConfirmed: "on",
      name: "サンプル建設1",
      postalCode: "５１８０８７３",
      address: "三重県伊賀市上野丸之内500番地",
    });
    const { rows } = await csvOf("back", job);
    expect(rows).toMatchObject([
      { 事業者番号: "T00001", 郵便番号: "518-0873", 所在地: "三重県伊賀市上野丸之内500番地" },
    ]);
    expect(await invitationByCode(site.db, [hashCode(codes[0] ?? "")])).toBeNull();
    expect(await htmlOf(await clerk.get(at("back")))).toContain("手紙が戻った事業者（1者）");
    const undone = await clerk.post(at("back"), { intent: "undo", number: "T00003" });
    expect(undone.status).toBe(303);
    expect((await clerk.post(at("back"), { intent: "undo", number: "T00003" })).status).toBe(409);
  });
});

describe("what is refused", () => {
  const refusal = async (slug: string, fields: Record<string, string>) => {
    const response = await clerk.post(at(slug), fields);
    return { status: response.status, html: await htmlOf(response) };
  };

  test("forms that say too little or wrong keep what was typed", async () => {
    const { surveyId } = await makeSurvey(site.db, "refused", hashCode);
    const cases: [Record<string, string>, number, string][] = [
      [{}, 400, "ボタンをもう一度押してください。"],
      [{ intent: "begin", kind: "everything" }, 400, "作る手紙を選び直してください。"],
      [{ intent: "begin", kind: "reissue" }, 400, "前のコードが使えなくなることを確かめました"],
      [{ intent: "begin", kind: "invitation" }, 409, "送り先がありません。"],
      [{ intent: "begin", kind: "reminder", sector: "ない区分" }, 409, "条件に合う事業者がない"],
      [
        { intent: "begin", kind: "reissue", number: "T00001", codesConfirmed: "on", name: "" },
        400,
        "事業者名を入力してください。",
      ],
      [
        {
          intent: "begin",
          kind: "reissue",
          number: "X",
          codesConfirmed: "on",
          name: "a",
          postalCode: "518-0000",
          address: "b",
        },
        409,
        "その事業者番号は名簿にありません。",
      ],
      [{ intent: "text", letterText: "あ".repeat(1_201) }, 400, "依頼文は1200字まで"],
      [{ intent: "text", letterText: "長い。\n".repeat(300) }, 400, "1枚に入りません"],
      [
        { intent: "returned", letters: "T77777", returnedOn: "2026-01-05", reason: "宛先不明" },
        400,
        "「T77777」は、この調査の事業者番号でもコードでもありません。",
      ],
      [
        { intent: "returned", letters: " ", returnedOn: "2999-01-01", reason: "x" },
        400,
        "戻った日を、今日までの日付で選んでください。",
      ],
    ];
    for (const [fields, status, message] of cases) {
      const refused = await refusal("refused", fields);
      expect([fields, refused.status]).toEqual([fields, status]);
      expect(refused.html).toContain(message);
      if (fields.letters) expect(refused.html).toContain(`${fields.letters}</textarea>`);
    }
    await closeSurvey(site.db, { kind: "anyone" }, surveyId);
    const late = await refusal("refused", { intent: "begin", kind: "invitation" });
    expect([late.status, late.html.includes("締め切った調査の手紙は作れません")]).toEqual([
      409,
      true,
    ]);
  });

  test("no letter goes out with a deadline that is past", async () => {
    const { surveyId } = await makeSurvey(site.db, "late", hashCode);
    await site.db.update(surveys).set({ closesOn: "2026-01-30" }).where(eq(surveys.id, surveyId));
    const late = await refusal("late", { intent: "begin", kind: "reminder" });
    expect([late.status, late.html.includes("締切日を過ぎています")]).toEqual([409, true]);
  });

  test("the secretariat's own text is kept and printed", async () => {
    await makeSurvey(site.db, "words", hashCode);
    const words = { letterText: "拝啓　秋冷の候。\r\n\r\n敬具", contact: "契約監理課" };
    expect((await clerk.post(at("words"), { intent: "text", ...words })).status).toBe(303);
    const { text } = await readPdf(
      await bytesOf(await clerk.get(`${at("words")}/specimen/pdf?kind=invitation`)),
    );
    expect(text).toContain("拝啓秋冷の候。");
    expect(text).toContain("問い合わせ先契約監理課");
  });

  test("others than the secretariat neither see nor make letters", async () => {
    await makeSurvey(site.db, "rights", hashCode);
    const paths = [at("rights"), `${at("rights")}/specimen/pdf`, `${at("rights")}/x/csv`];
    for (const path of paths) {
      expect((await member.get(path)).status).toBe(403);
      const visit = await site.anyone.get(path);
      expect([visit.status, visit.headers.get("Location")?.startsWith("/sign-in")]).toEqual([
        302,
        true,
      ]);
    }
    const fields = { intent: "begin", kind: "reissue", codesConfirmed: "on" };
    expect((await member.post(at("rights"), fields)).status).toBe(403);
    expect((await clerk.get(at("no-such-survey"))).status).toBe(404);
    expect((await clerk.get(`${at("rights")}?job=x`)).status).toBe(404);
    expect((await clerk.get(`${at("rights")}/x/csv`)).status).toBe(404);
  });
});
