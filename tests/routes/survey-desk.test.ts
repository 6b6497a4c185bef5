import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDefinition, readRoster } from "#app/domain/survey/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import { listRecord } from "#db/queries/record.ts";
import {
  answersOf,
  closeSurvey,
  createSurvey,
  findSurvey,
  issueCodes,
  openSurvey,
  receiveAnswers,
  releaseResults,
  replaceRoster,
  rosterCounts,
} from "#db/queries/surveys/index.ts";
import { firms, invitations, surveys } from "#db/schema/index.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

const clerkViewer = { kind: "secretariat", accountId: randomUUID(), name: "事務局" } as const;

let site: TestSite;
let clerk: Person;
let member: Person;
beforeAll(async () => {
  site = await testSite();
  clerk = await site.signIn("secretariat");
  member = await site.signIn("member");
});
afterAll(() => site.stop());

const definition = JSON.stringify(
  {
    title: "賃金の調査",
    description: "賃金についてうかがいます。",
    pages: [
      {
        name: "p1",
        title: "賃金",
        elements: [
          {
            type: "radiogroup",
            name: "q1",
            title: "昇給を実施しましたか。",
            isRequired: true,
            articles: ["第8条"],
            choices: [
              { value: "a1", text: "実施した" },
              { value: "a2", text: "実施していない" },
            ],
          },
          {
            type: "comment",
            name: "q2",
            title: "実施しなかった理由を書いてください。",
            visibleIf: "{q1} = 'a2'",
          },
        ],
      },
    ],
  },
  null,
  2,
);

const header = "事業者番号,事業者名,法人番号,郵便番号,所在地,業種,規模,地域区分,等級,元請下請";
const line = (number: number) =>
  `S000${number},サンプル建設00${number},,518-0000,三重県伊賀市サンプル町${number}番地,工事,小,市内,A,元請`;
const rosterOf = (...lines: string[]) => [header, ...lines].join("\r\n");
const threeFirms = rosterOf(line(1), line(2), line(3));

const at = (slug: string) => `/secretariat/surveys/${slug}`;

/** The HTML of an answer without the comments by which React parts texts. */
const htmlOf = async (response: Response) => (await response.text()).replaceAll("<!-- -->", "");
const unescaped = (html: string) =>
  html
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");
const textIn = (html: string, name: string) =>
  unescaped(
    new RegExp(`<textarea[^>]*name="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(html)?.[1] ?? "",
  );
const valueIn = (html: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0].match(/value="([^"]*)"/)?.[1];
const show = async (path: string, person: Person = clerk) => htmlOf(await person.get(path));

const register = (fields: Record<string, string>) =>
  clerk.post(at("new"), {
    title: "賃金の調査",
    closesOn: "2026-12-18",
    definition,
    ...fields,
  });

async function makeSurvey(slug: string) {
  const checked = checkDefinition(definition);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const closesOn = "2026-12-18";
  const entry = { slug, title: `調査 ${slug}`, closesOn, questionnaire: checked.value };
  const id = await createSurvey(site.db, anyone, entry);
  if (!id) throw new Error("slug taken");
  return id;
}

async function makeOpenSurvey(slug: string) {
  const id = await makeSurvey(slug);
  const roster = readRoster(new TextEncoder().encode(threeFirms));
  if (!roster.ok) throw new Error(JSON.stringify(roster.problems));
  await replaceRoster(site.db, anyone, id, roster.value.firms);
  await issueCodes(site.db, anyone, id, "missing", () => randomUUID());
  expect(await openSurvey(site.db, anyone, id)).toBe("opened");
  return id;
}

async function answerAs(firm: string, choice: "a1" | "a2") {
  const [row] = await site.db
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(firms, eq(firms.id, invitations.firmId))
    .where(eq(firms.name, firm));
  if (!row) throw new Error(`no invitation of ${firm}`);
  const received = await receiveAnswers(site.db, {
    invitationId: row.id,
    edition: 1,
    answers: { q1: choice, ...(choice === "a2" ? { q2: "物価のためです。" } : {}) },
    receiptNumber: randomUUID().slice(0, 14),
  });
  expect(received.received).toBe(true);
}

function uploaded(intent: string, file: BlobPart, more: Record<string, string> = {}): FormData {
  const data = new FormData();
  data.set("intent", intent);
  for (const [name, value] of Object.entries(more)) data.set(name, value);
  data.set("roster", new File([file], "roster.csv"));
  return data;
}

const uploadRoster = (slug: string, file: BlobPart, more?: Record<string, string>) =>
  clerk.post(at(slug), uploaded("roster", file, more));

const problemText = (html: string) =>
  unescaped(/<div class="problems"[\s\S]*?<\/div>/.exec(html)?.[0].replace(/<[^>]*>/g, " ") ?? "");

describe("registering a questionnaire", () => {
  test("stores it and leads to its page", async () => {
    const response = await register({ slug: "r8-chingin" });
    expect(response.status).toBe(303);
    expect(response.headers.get("Location")).toBe(at("r8-chingin"));
    const html = await show(at("r8-chingin"));
    expect(html).toContain("1ページ、2問です。");
    expect(html).toContain("名簿を登録してください");
    expect(JSON.parse(textIn(html, "definition"))).toEqual(JSON.parse(definition));
    expect(textIn(html, "definition")).toMatch(/^\{\n {2}"title"/);
    expect(await show("/secretariat/surveys")).toContain("賃金の調査");
    expect((await listRecord(site.db, 5)).map(({ action }) => action)).toContain("調査票の登録");
  });

  test("takes a file in the place of the text", async () => {
    const data = new FormData();
    const typed = { slug: "r8-file", title: "調査", closesOn: "2026-12-18", definition: "{" };
    for (const [name, value] of Object.entries(typed)) data.set(name, value);
    data.set("file", new File([`\uFEFF${definition}`], "survey.json"));
    expect((await clerk.post(at("new"), data)).status).toBe(303);

    data.set("slug", "r8-cp932");
    data.set("file", new File([new Uint8Array(iconv.encode(definition, "cp932"))], "survey.json"));
    const refused = await clerk.post(at("new"), data);
    expect(refused.status).toBe(400);
    const html = await htmlOf(refused);
    expect(html).toContain("UTF-8 の文章として読み取れません");
    expect(textIn(html, "definition")).toBe("{");
    expect(await findSurvey(site.db, clerkViewer, "r8-cp932")).toBeUndefined();
  });

  const question = (json: object) =>
    JSON.stringify({ pages: [{ elements: [json, { type: "text", name: "q9" }] }] }, null, 1);
  const faulty: [what: string, definition: string, place: RegExp, message: string][] = [
    ["JSON that breaks off", '{\n "pages": [', /2行目の\d+文字目/, "閉じるかっこ"],
    [
      "JSON with a slip",
      '{\n "title": "調査"\n "pages": []\n}',
      /3行目の2文字目/,
      "JSONとして読めません",
    ],
    [
      "an unknown type",
      question({ type: "file", name: "q1" }),
      /5行目 5文字目/,
      "問「q1」：問の種類「file」は使えません",
    ],
    [
      "a name given twice",
      question({ type: "text", name: "q9" }),
      /11行目 6文字目/,
      "問「q9」：同じ名前の問が2つあります",
    ],
    [
      "an expression that does not parse",
      question({ type: "text", name: "q1", visibleIf: "{q9} = = 1" }),
      /8行目 6文字目/,
      "問「q1」：「visibleIf」の式「{q9} = = 1」を",
    ],
    [
      "an expression about a question that is not there",
      question({ type: "text", name: "q1", visibleIf: "{q7} = 1" }),
      /8行目 6文字目/,
      "「q7」という問がありません",
    ],
    ["nothing", "", /調査票/, "調査票が空です"],
  ];
  test.each(faulty)("refuses %s with its place and keeps what was typed", async (...row) => {
    const [, source, place, message] = row;
    const response = await register({ slug: "r8-faulty", title: "打った名称", definition: source });
    expect(response.status).toBe(400);
    const html = await htmlOf(response);
    expect(problemText(html)).toMatch(place);
    expect(problemText(html)).toContain(message);
    expect(textIn(html, "definition")).toBe(source);
    expect(valueIn(html, "title")).toBe("打った名称");
    expect(valueIn(html, "slug")).toBe("r8-faulty");
    expect(valueIn(html, "closesOn")).toBe("2026-12-18");
    expect(await findSurvey(site.db, clerkViewer, "r8-faulty")).toBeUndefined();
  });

  test("refuses other fields, and a slug that is taken", async () => {
    for (const slug of ["", "R8", "r8_a", "-r8", "new", "調査", "a".repeat(61)]) {
      expect((await register({ slug })).status, slug).toBe(400);
    }
    for (const closesOn of ["", "2026-02-30", "12月18日"]) {
      const html = await htmlOf(await register({ slug: "r8-day", closesOn }));
      expect(problemText(html)).toContain("締切日を選んでください");
    }
    expect((await register({ slug: "r8-day", title: " " })).status).toBe(400);
    expect((await register({ slug: "r8-day", title: "調\0査" })).status).toBe(400);
    await makeSurvey("r8-taken");
    const taken = await register({ slug: "r8-taken", title: "二つ目" });
    expect(taken.status).toBe(409);
    const html = await htmlOf(taken);
    expect(html).toContain("記号「r8-taken」の調査はすでにあります");
    expect(valueIn(html, "title")).toBe("二つ目");
    expect((await findSurvey(site.db, clerkViewer, "r8-taken"))?.title).toBe("調査 r8-taken");
  });

  test("replaces the questionnaire while the survey is prepared, wholly or not at all", async () => {
    await makeSurvey("r8-replace");
    const change = (fields: Record<string, string>) =>
      clerk.post(at("r8-replace"), { intent: "questionnaire", closesOn: "2026-12-25", ...fields });
    const broken = definition.replace("radiogroup", "radio");
    const refused = await change({ title: "新しい名称", definition: broken });
    expect(refused.status).toBe(400);
    const html = await htmlOf(refused);
    expect(problemText(html)).toContain("問の種類「radio」は使えません");
    expect(textIn(html, "definition")).toBe(broken);
    expect(valueIn(html, "title")).toBe("新しい名称");
    expect(await findSurvey(site.db, clerkViewer, "r8-replace")).toMatchObject({
      title: "調査 r8-replace",
      closesOn: "2026-12-18",
    });
    expect((await change({ title: "新しい名称", definition })).status).toBe(303);
    expect(await findSurvey(site.db, clerkViewer, "r8-replace")).toMatchObject({
      title: "新しい名称",
      closesOn: "2026-12-25",
    });
  });
});

describe("the roster", () => {
  test("is read in UTF-8 and in CP932", async () => {
    const id = await makeSurvey("roster-read");
    expect((await uploadRoster("roster-read", threeFirms)).status).toBe(303);
    expect((await rosterCounts(site.db, id)).firms).toBe(3);
    const cp932 = new Uint8Array(iconv.encode(rosterOf(line(1), line(2)), "cp932"));
    expect((await uploadRoster("roster-read", cp932)).status).toBe(303);
    const html = await show(at("roster-read"));
    expect(html).toContain("名簿（2者、文字コードCP932）を登録しました。");
    const rows = await site.db.select().from(firms).where(eq(firms.surveyId, id));
    expect(rows.map(({ name }) => name).sort()).toEqual(["サンプル建設001", "サンプル建設002"]);
  });

  const faults: [what: string, csv: string, message: string][] = [
    [
      "a missing column",
      threeFirms.replaceAll(/^(([^,]*,){2})[^,]*,/gm, "$1"),
      "1行目の見出しに「法人番号」を加えてください",
    ],
    [
      "a firm given twice",
      rosterOf(line(1), line(2), line(1)),
      "4行目の「事業者番号」は2行目と同じ",
    ],
    [
      "a bad 法人番号",
      rosterOf(line(1), line(2).replace(",,", ",1234567890123,")),
      "3行目の「法人番号」が正しくありません",
    ],
    ["a code that is not one", rosterOf(line(1).replace("市内", "市外")), "2行目の「地域区分」"],
    ["a line that is short", rosterOf(line(1), "S0002,サンプル"), "3行目の列の数が2です"],
    ["quotes left open", rosterOf(`${line(1)},"`), "CSVとして読めません"],
    ["no firm", header, "事業者が1件もありません"],
  ];
  test.each(faults)("with %s is refused in either encoding; nothing is stored", async (...row) => {
    const [what, csv, message] = row;
    const slug = `roster-${faults.findIndex(([name]) => name === what)}`;
    const id = await makeSurvey(slug);
    await uploadRoster(slug, rosterOf(line(7)));
    for (const bytes of [csv, new Uint8Array(iconv.encode(csv, "cp932"))]) {
      const response = await uploadRoster(slug, bytes);
      expect(response.status).toBe(400);
      expect(problemText(await htmlOf(response))).toContain(message);
      const kept = await site.db.select().from(firms).where(eq(firms.surveyId, id));
      expect(kept.map(({ number }) => number)).toEqual(["S0007"]);
    }
  });

  test("with very many faults shows the first 200 and counts all", async () => {
    await makeSurvey("roster-many");
    const csv = rosterOf(...Array.from({ length: 350 }, () => line(1).replace("市内", "市外")));
    const html = await htmlOf(await uploadRoster("roster-many", csv));
    expect(html).toContain("名簿に直す所が350件あります");
    expect(html).toContain("はじめの200件を示します");
    expect(problemText(html).match(/行目の「地域区分」/g)).toHaveLength(200);
  });

  test("is asked for, and replaced with its codes only when that is confirmed", async () => {
    const id = await makeSurvey("roster-codes");
    const none = await clerk.post(at("roster-codes"), { intent: "roster" });
    expect(none.status).toBe(400);
    expect(await htmlOf(none)).toContain("名簿のCSVファイルを選んでください");
    await uploadRoster("roster-codes", threeFirms);
    await clerk.post(`${at("roster-codes")}/codes`, { whom: "missing" });
    expect((await uploadRoster("roster-codes", rosterOf(line(4)))).status).toBe(400);
    expect(await rosterCounts(site.db, id)).toMatchObject({ firms: 3, withCode: 3 });
    const confirmed = { rosterConfirmed: "on" };
    expect((await uploadRoster("roster-codes", rosterOf(line(4)), confirmed)).status).toBe(303);
    expect(await rosterCounts(site.db, id)).toMatchObject({ firms: 1, withCode: 0 });
  });
});

describe("codes", () => {
  const columns = [
    "事業者番号",
    "事業者名",
    "郵便番号",
    "所在地",
    "回答コード",
    "回答用アドレス",
    "締切",
  ];
  async function rowsOf(response: Response): Promise<Record<string, string>[]> {
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    return parse(Buffer.from(bytes), { bom: true, columns: true });
  }
  const whereTo = async (code: string) =>
    (await site.visitor().post("/answer", { code })).headers.get("Location");

  test("come once, one a firm, for the letters; each opens the questionnaire", async () => {
    const id = await makeSurvey("codes-once");
    const roster = rosterOf(line(1).replace("サンプル建設001", "=1+1サンプル"), line(2), line(3));
    await uploadRoster("codes-once", roster);
    const path = `${at("codes-once")}/codes`;
    const response = await clerk.post(path, { whom: "missing" });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("Content-Disposition")).toContain("attachment");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const rows = await rowsOf(response);
    expect(Object.keys(rows[0] ?? {})).toEqual(columns);
    expect(rows.map((row) => row.事業者番号)).toEqual(["S0001", "S0002", "S0003"]);
    expect(rows[0]?.事業者名).toBe("'=1+1サンプル");
    const codes = rows.map((row) => row.回答コード ?? "");
    expect(new Set(codes).size).toBe(3);
    for (const row of rows) {
      expect(row.回答用アドレス).toBe(`http://jukugi.test/a/${row.回答コード}`);
      expect(row.締切).toBe("令和8年12月18日");
    }
    const stored = await site.db.select().from(invitations).where(eq(invitations.surveyId, id));
    expect(stored).toHaveLength(3);
    for (const code of codes) {
      expect(JSON.stringify(stored)).not.toContain(code);
      expect(JSON.stringify(stored)).not.toContain(code.replaceAll("-", ""));
    }

    const again = await clerk.post(path, { whom: "missing" });
    expect(again.status).toBe(303);
    const html = await show(again.headers.get("Location") ?? "");
    expect(problemText(html)).toContain("コードを発行する事業者がありません");
    for (const code of codes) expect(html).not.toContain(code);

    await clerk.post(at("codes-once"), { intent: "open", openConfirmed: "on" });
    for (const code of codes) expect(await whereTo(code)).toBe("/answer/questionnaire");
    expect((await listRecord(site.db, 5)).map(({ action }) => action)).toContain("コードの発行");
    expect(JSON.stringify(await listRecord(site.db, 50))).not.toContain(codes[0]);
  });

  test("are made anew for who has not answered, when that is confirmed; the old ones die", async () => {
    const slug = "codes-again";
    await makeSurvey(slug);
    const one = (number: number) => line(number).replace("サンプル建設", "再発行");
    await uploadRoster(slug, rosterOf(one(1), one(2), one(3)));
    const path = `${at(slug)}/codes`;
    const before = await rowsOf(await clerk.post(path, { whom: "missing" }));
    await clerk.post(at(slug), { intent: "open", openConfirmed: "on" });
    await answerAs("再発行001", "a1");

    const page = await show(at(slug));
    expect(page).toContain("前に渡したコードは、すぐに使えなくなります");
    expect(page).toContain("まだ回答していない2者");
    const unconfirmed = await clerk.post(path, { whom: "unanswered" });
    expect(unconfirmed.status).toBe(303);
    const told = await show(unconfirmed.headers.get("Location") ?? "");
    expect(problemText(told)).toContain("印を付けてください");
    expect(await whereTo(before[1]?.回答コード ?? "")).toBe("/answer/questionnaire");

    const after = await rowsOf(
      await clerk.post(path, { whom: "unanswered", reissueConfirmed: "on" }),
    );
    expect(after.map((row) => row.事業者番号)).toEqual(["S0002", "S0003"]);
    for (const row of after) {
      expect(await whereTo(row.回答コード ?? "")).toBe("/answer/questionnaire");
    }
    for (const old of before.slice(1)) expect(await whereTo(old.回答コード ?? "")).toBeNull();
    const used = await site.visitor().post("/answer", { code: before[0]?.回答コード ?? "" });
    expect(used.status).toBe(409);
  });

  test("are not made without a roster or after the close, nor for others", async () => {
    await makeSurvey("codes-none");
    const path = `${at("codes-none")}/codes`;
    const refused = await clerk.post(path, { whom: "missing" });
    const html = await show(refused.headers.get("Location") ?? "");
    expect(problemText(html)).toContain("先に名簿を登録してください");
    expect((await member.post(path, { whom: "missing" })).status).toBe(403);
    const stranger = await site.visitor().post(path, { whom: "missing" });
    expect(stranger.headers.get("Location")).toContain("/sign-in");

    const id = await makeOpenSurvey("codes-closed");
    await closeSurvey(site.db, anyone, id);
    const late = await clerk.post(`${at("codes-closed")}/codes`, { whom: "missing" });
    expect(problemText(await show(late.headers.get("Location") ?? ""))).toContain("締め切った調査");
    expect((await clerk.get(`${at("codes-closed")}/codes`)).headers.get("Location")).toBe(
      `${at("codes-closed")}#codes`,
    );
  });
});

describe("opening, closing and releasing", () => {
  const open = (slug: string) => clerk.post(at(slug), { intent: "open", openConfirmed: "on" });
  const release = (slug: string, label: string) =>
    clerk.post(at(slug), { intent: "release", label, releaseConfirmed: "on" });

  test("needs roster, codes and confirmation, in this order", async () => {
    await makeSurvey("open-needs");
    const stateOf = async () => (await findSurvey(site.db, clerkViewer, "open-needs"))?.state;
    const noRoster = await open("open-needs");
    expect(noRoster.status).toBe(409);
    expect(problemText(await htmlOf(noRoster))).toContain("先に名簿を登録してください");
    await uploadRoster("open-needs", threeFirms);
    const noCodes = await open("open-needs");
    expect(noCodes.status).toBe(409);
    expect(problemText(await htmlOf(noCodes))).toContain("先にコードを発行してください");
    await clerk.post(`${at("open-needs")}/codes`, { whom: "missing" });
    expect((await clerk.post(at("open-needs"), { intent: "open" })).status).toBe(400);
    expect(await stateOf()).toBe("preparing");
    expect((await site.visitor().get("/surveys/open-needs")).status).toBe(404);

    expect((await open("open-needs")).status).toBe(303);
    expect(await stateOf()).toBe("open");
    expect((await site.visitor().get("/surveys/open-needs")).status).toBe(200);
    const twice = await open("open-needs");
    expect(twice.status).toBe(409);
    expect(problemText(await htmlOf(twice))).toContain("すでに始まっています");
  });

  test("fixes questionnaire and roster", async () => {
    const id = await makeOpenSurvey("open-fixed");
    const changed = await clerk.post(at("open-fixed"), {
      intent: "questionnaire",
      title: "変えた名称",
      closesOn: "2027-01-01",
      definition,
    });
    expect(changed.status).toBe(409);
    const html = await htmlOf(changed);
    expect(problemText(html)).toContain("受付を始めた後は");
    expect(html).toContain("昇給を実施しましたか。");
    expect((await uploadRoster("open-fixed", rosterOf(line(9)))).status).toBe(409);
    const [row] = await site.db.select().from(surveys).where(eq(surveys.id, id));
    expect(row).toMatchObject({ title: "調査 open-fixed", closesOn: "2026-12-18", state: "open" });
    expect((await rosterCounts(site.db, id)).firms).toBe(3);
    const page = await show(at("open-fixed"));
    expect(page).not.toContain('name="definition"');
    expect(page).not.toContain('name="roster"');
  });

  test("shows the response rate while open, and never an answer or a count by question", async () => {
    const slug = "open-rate";
    const id = await makeSurvey(slug);
    const one = (number: number) => line(number).replace("サンプル建設", "回収");
    await uploadRoster(slug, rosterOf(one(1), one(2), one(3)));
    await clerk.post(`${at(slug)}/codes`, { whom: "missing" });
    await open(slug);
    await answerAs("回収001", "a2");
    const html = await show(at(slug));
    expect(html).toContain("AAPOR RR1");
    expect(html).toContain("33.3%");
    expect(html).toContain("地域区分");
    for (const answer of ["物価のため", "実施していない", "実施した"]) {
      expect(html).not.toContain(answer);
    }
    expect(await answersOf(site.db, clerkViewer, id)).toBeUndefined();
    const tooEarly = await release(slug, "速報");
    expect(tooEarly.status).toBe(409);
    expect(problemText(await htmlOf(tooEarly))).toContain("締め切ってから");
    expect(await show("/secretariat/surveys")).toContain("33.3%");
  });

  test("closes once, releases once, and again as the final release", async () => {
    const slug = "close-release";
    const id = await makeSurvey(slug);
    const one = (number: number) => line(number).replace("サンプル建設", "公表");
    await uploadRoster(slug, rosterOf(one(1), one(2)));
    const early = await clerk.post(at(slug), { intent: "close", closeConfirmed: "on" });
    expect(early.status).toBe(409);
    await clerk.post(`${at(slug)}/codes`, { whom: "missing" });
    await open(slug);
    await answerAs("公表001", "a1");
    expect((await clerk.post(at(slug), { intent: "close" })).status).toBe(400);
    const close = () => clerk.post(at(slug), { intent: "close", closeConfirmed: "on" });
    expect((await close()).status).toBe(303);
    const twice = await close();
    expect(twice.status).toBe(409);
    expect(problemText(await htmlOf(twice))).toContain("すでに締め切られています");

    expect((await release(slug, "中間")).status).toBe(400);
    const unconfirmed = await clerk.post(at(slug), { intent: "release", label: "確報" });
    expect(unconfirmed.status).toBe(400);
    expect(await htmlOf(unconfirmed)).toMatch(/<input[^>]*checked=""[^>]*value="確報"/);
    expect((await release(slug, "速報")).status).toBe(303);
    const again = await release(slug, "速報");
    expect(again.status).toBe(409);
    expect(problemText(await htmlOf(again))).toContain("集計はすでに公表されています");
    expect((await release(slug, "確報")).status).toBe(303);
    expect((await release(slug, "確報")).status).toBe(409);
    const html = await show(at(slug));
    expect(html).toContain(`/surveys/${slug}/releases/2`);
    expect(html).toContain("集計版2（確報）");
    expect(html).not.toContain("集計版3");
    expect((await site.visitor().get(`/surveys/${slug}/releases/2`)).status).toBe(200);
    const actions = (await listRecord(site.db, 10)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["調査の締切り", "集計の公表"]));
    expect((await releaseResults(site.db, anyone, id, "確報")).released).toBe(false);
  });
});

describe("the preview", () => {
  test("shows the questionnaire to fill in, and in words for those without script", async () => {
    await makeSurvey("preview");
    const response = await clerk.get(`${at("preview")}/preview`);
    expect(response.headers.get("Content-Security-Policy")).toContain("'nonce-");
    const html = await htmlOf(response);
    expect(html).toContain("<script");
    expect(html).toContain("送信も保存もしません");
    const list = html.slice(html.indexOf('id="question-list"'), html.indexOf("</main>"));
    expect(list).toContain("問1　昇給を実施しましたか。");
    expect(list).toContain("実施していない");
    expect(list).toContain("1つ選ぶ（必須）");
    expect(list).toContain("問1で「実施していない」を選んだときに表示します。");
    expect(list).toContain("関係する条：第8条");
  });
});

describe("rights", () => {
  test("a member gets 403, a visitor the way to sign in, an unknown survey 404", async () => {
    await makeSurvey("rights");
    const paths = ["/secretariat/surveys", at("new"), at("rights"), `${at("rights")}/preview`];
    for (const path of paths) {
      expect((await member.get(path)).status, path).toBe(403);
      expect((await site.visitor().get(path)).headers.get("Location"), path).toContain("/sign-in");
    }
    for (const path of [at("new"), at("rights")]) {
      const forbidden = await member.post(path, { intent: "open", openConfirmed: "on" });
      expect(forbidden.status, path).toBe(403);
    }
    for (const slug of ["none", "%00", "R8", "a'b"]) {
      expect((await clerk.get(at(slug))).status, slug).toBe(404);
      expect((await clerk.get(`${at(slug)}/preview`)).status, slug).toBe(404);
    }
  });

  test("pages of the desk but the preview carry no script", async () => {
    await makeSurvey("no-script");
    for (const path of ["/secretariat/surveys", at("new"), at("no-script")]) {
      expect(await show(path)).not.toContain("<script");
    }
  });
});
