import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDefinition, readRoster } from "#app/domain/survey/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import { listRecord } from "#db/queries/record.ts";
import {
  createSurvey,
  findSurvey,
  issueCodes,
  openSurvey,
  rawAnswers,
  receiveAnswers,
  releaseResults,
  replaceRoster,
} from "#db/queries/surveys/index.ts";
import { firms, invitations, surveys } from "#db/schema/index.ts";
import { makeSurvey as makeSampleSurvey } from "#tests/support/sample-survey.ts";
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

/** Puts firms named so on a survey's roster. */
async function withRoster(surveyId: string, ...names: string[]) {
  const lines = names.map((name, index) => line(index + 1).replace(/サンプル建設\d+/, name));
  const roster = readRoster(new TextEncoder().encode(rosterOf(...lines)));
  if (!roster.ok) throw new Error(JSON.stringify(roster.problems));
  await replaceRoster(site.db, anyone, surveyId, roster.value.firms);
}

const withCodes = (surveyId: string) =>
  issueCodes(site.db, anyone, surveyId, "missing", () => randomUUID());

async function makeOpenSurvey(slug: string, ...names: string[]) {
  const id = await makeSurvey(slug);
  await withRoster(id, ...(names.length > 0 ? names : ["サンプル一", "サンプル二", "サンプル三"]));
  await withCodes(id);
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
    const form = await show(`${at("r8-chingin")}/questionnaire`);
    expect(JSON.parse(textIn(form, "definition"))).toEqual(JSON.parse(definition));
    expect(textIn(form, "definition")).toMatch(/^\{\n {2}"title"/);
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
      clerk.post(`${at("r8-replace")}/questionnaire`, fields);
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
      closesOn: "2026-12-18",
    });
  });
});

describe("how a survey is conducted", () => {
  const entered = {
    mode: "named",
    threshold: "5",
    opensOn: "2026-12-01",
    remindsOn: "2026-12-10",
    closesOn: "2026-12-25",
    contact: "契約監理課\n0595-00-0000",
    letterText: "お願いがあります。\n\n御協力ください。",
  };

  test("is entered with its dates and stands on the desk's pages", async () => {
    await makeSurvey("conduct");
    const response = await clerk.post(`${at("conduct")}/settings`, entered);
    expect(response.headers.get("Location")).toBe(at("conduct"));
    expect(await findSurvey(site.db, clerkViewer, "conduct")).toMatchObject({
      ...entered,
      threshold: 5,
    });
    const html = await show(`${at("conduct")}/settings`);
    expect(valueIn(html, "remindsOn")).toBe("2026-12-10");
    expect(textIn(html, "contact")).toBe(entered.contact);
    expect(html).toContain("この調査は記名です");
    const desk = await show(at("conduct"));
    expect(desk).toContain("記名の調査です");
    expect(desk).toContain("令和8年12月25日");
    expect(desk).toContain("督促状");
  });

  const faults: [what: string, fields: Record<string, string>, message: string][] = [
    ["no mode", { mode: "both" }, "匿名か記名かを選んでください"],
    ["a threshold of one", { threshold: "1" }, "2から20までの整数"],
    ["a threshold in words", { threshold: "三" }, "2から20までの整数"],
    ["no deadline", { closesOn: "" }, "締切日を選んでください"],
    ["a day that is not there", { opensOn: "2026-02-30" }, "受付を始める日を選び直すか"],
    ["an opening after the deadline", { opensOn: "2027-01-04" }, "締切日より後です"],
    ["a reminder after the deadline", { remindsOn: "2027-01-04" }, "督促の日が締切日より前では"],
    ["a letter too long", { letterText: "あ".repeat(1201) }, "1,200字まで"],
    ["a control character", { contact: "課\u0007" }, "使えない文字"],
  ];
  test.each(faults)("with %s is refused, and what was typed stays", async (_, fields, message) => {
    const slug = `conduct-${faults.findIndex(([, each]) => each === fields)}`;
    await makeSurvey(slug);
    const response = await clerk.post(`${at(slug)}/settings`, { ...entered, ...fields });
    expect(response.status).toBe(400);
    const html = await htmlOf(response);
    expect(problemText(html)).toContain(message);
    expect(textIn(html, "letterText")).toBe({ ...entered, ...fields }.letterText);
    expect((await findSurvey(site.db, clerkViewer, slug))?.mode).toBe("anonymous");
  });

  test("is cautioned about, but taken, where it is only unwise", async () => {
    await makeSurvey("conduct-caution");
    const dates = { opensOn: "2026-12-24", remindsOn: "", closesOn: "2026-12-30" };
    const taken = await clerk.post(`${at("conduct-caution")}/settings`, { ...entered, ...dates });
    expect(taken.status).toBe(303);
    const html = await show(at("conduct-caution"));
    expect(html).toContain("受付の期間が6日です");
    expect(html).toContain("年末年始の休み");
  });

  test("is told on the public page once the survey is open", async () => {
    await makeOpenSurvey("conduct-public");
    const html = await show("/surveys/conduct-public", site.visitor());
    expect(html).toContain("この調査は匿名です");
    expect(html).toContain("名簿に3者以上");
    expect(html).toContain("紙とウェブの両方で回答が届いたとき");
  });
});

describe("the deadline of an open survey", () => {
  const extend = (slug: string, fields: Record<string, string>) =>
    clerk.post(at(slug), { intent: "extend", reason: "郵便が遅れたため。", ...fields });

  test("is extended with a reason, in public", async () => {
    await makeOpenSurvey("extend");
    expect((await extend("extend", { extendedTo: "2027-01-15" })).status).toBe(303);
    expect((await findSurvey(site.db, clerkViewer, "extend"))?.closesOn).toBe("2027-01-15");
    const html = await show("/surveys/extend", site.visitor());
    expect(html).toContain("令和9年1月15日");
    expect(await show("/feed.xml", site.visitor())).toContain("郵便が遅れたため。");
  });

  test("is not shortened, not without a reason, and not before the opening", async () => {
    await makeOpenSurvey("extend-no");
    const bad: Record<string, string>[] = [
      { extendedTo: "2026-12-18" },
      { extendedTo: "2026-11-01" },
      { extendedTo: "" },
      { extendedTo: "2027-01-15", reason: " " },
      { extendedTo: "2027-01-15", reason: "あ".repeat(201) },
    ];
    for (const fields of bad) {
      const response = await extend("extend-no", fields);
      expect(response.status, JSON.stringify(fields)).toBe(400);
      const html = await htmlOf(response);
      expect(html).toMatch(/<details open="">/);
      expect(valueIn(html, "extendedTo")).toBe(fields.extendedTo);
    }
    expect((await findSurvey(site.db, clerkViewer, "extend-no"))?.closesOn).toBe("2026-12-18");
    await makeSurvey("extend-early");
    expect((await extend("extend-early", { extendedTo: "2027-01-15" })).status).toBe(409);
  });
});

describe("opening, closing and releasing", () => {
  const open = (slug: string) => clerk.post(at(slug), { intent: "open", openConfirmed: "on" });
  const release = (slug: string, label: string) =>
    clerk.post(at(slug), { intent: "release", label, releaseConfirmed: "on" });

  test("needs roster, codes and confirmation, in this order", async () => {
    const id = await makeSurvey("open-needs");
    const stateOf = async () => (await findSurvey(site.db, clerkViewer, "open-needs"))?.state;
    const noRoster = await open("open-needs");
    expect(noRoster.status).toBe(409);
    expect(problemText(await htmlOf(noRoster))).toContain("先に名簿を登録してください");
    await withRoster(id, "準備一", "準備二", "準備三");
    const noCodes = await open("open-needs");
    expect(noCodes.status).toBe(409);
    expect(problemText(await htmlOf(noCodes))).toContain("コードを発行してください");
    await withCodes(id);
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

  test("fixes questionnaire, mode and dates; what was typed is not lost", async () => {
    const id = await makeOpenSurvey("open-fixed");
    const changed = await clerk.post(`${at("open-fixed")}/questionnaire`, {
      title: "変えた名称",
      definition,
    });
    expect(changed.status).toBe(409);
    const html = await htmlOf(changed);
    expect(problemText(html)).toContain("受付を始めた後は");
    expect(html).toContain("昇給を実施しましたか。");
    const settings = { mode: "named", threshold: "3", closesOn: "2027-01-01" };
    const switched = await clerk.post(`${at("open-fixed")}/settings`, settings);
    expect(switched.status).toBe(409);
    expect(problemText(await htmlOf(switched))).toContain("受付を始めた後は");
    const [row] = await site.db.select().from(surveys).where(eq(surveys.id, id));
    expect(row).toMatchObject({
      title: "調査 open-fixed",
      closesOn: "2026-12-18",
      mode: "anonymous",
      state: "open",
    });
    for (const page of ["", "/questionnaire", "/settings"]) {
      const shown = await show(at("open-fixed") + page);
      expect(shown).not.toContain('name="definition"');
      expect(shown).not.toContain('name="mode"');
    }
  });

  test("shows the response rate while open, and never an answer or a count by question", async () => {
    const slug = "open-rate";
    const id = await makeOpenSurvey(slug, "回収001", "回収002", "回収003");
    await answerAs("回収001", "a2");
    const html = await show(at(slug));
    expect(html).toContain("AAPOR RR1");
    expect(html).toContain("33.3%");
    expect(html).toContain("地域区分");
    for (const answer of ["物価のため", "実施していない", "実施した"]) {
      expect(html).not.toContain(answer);
    }
    expect(await rawAnswers(site.db, clerkViewer, id, "csv")).toBeUndefined();
    const tooEarly = await release(slug, "速報");
    expect(tooEarly.status).toBe(409);
    expect(problemText(await htmlOf(tooEarly))).toContain("締め切ってから");
    expect(await show("/secretariat/surveys")).toContain("33.3%");
  });

  test("closes once, releases once, and again as the final release", async () => {
    const slug = "close-release";
    const id = await makeSurvey(slug);
    await withRoster(id, "公表001", "公表002", "公表003");
    const early = await clerk.post(at(slug), { intent: "close", closeConfirmed: "on" });
    expect(early.status).toBe(409);
    await withCodes(id);
    await open(slug);
    for (const firm of ["公表001", "公表002", "公表003"]) await answerAs(firm, "a1");
    expect((await clerk.post(at(slug), { intent: "close" })).status).toBe(400);
    const close = () => clerk.post(at(slug), { intent: "close", closeConfirmed: "on" });
    expect((await close()).status).toBe(303);
    const twice = await close();
    expect(twice.status).toBe(409);
    expect(problemText(await htmlOf(twice))).toContain("すでに締め切られています");

    expect((await release(slug, "中間")).status).toBe(400);
    expect(await show(at(slug))).not.toContain("releaseConfirmed");
    const looked = await clerk.post(at(slug), { intent: "preview", label: "速報" });
    expect(looked.status).toBe(200);
    const preview = await htmlOf(looked);
    expect(preview).toContain("公表する内容（集計版1・速報）");
    expect(preview).toContain("3者に満たない数と、そこから計算できてしまう数です。");
    expect(preview).toContain("releaseConfirmed");
    expect((await site.visitor().get(`/surveys/${slug}/releases/1`)).status).toBe(404);
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

  test("a few answers of an anonymous survey are not released", async () => {
    const slug = "few";
    await makeOpenSurvey(slug, "少数001", "少数002", "少数003");
    await answerAs("少数001", "a1");
    await answerAs("少数002", "a1");
    await clerk.post(at(slug), { intent: "close", closeConfirmed: "on" });
    const refused = await release(slug, "確報");
    expect(refused.status).toBe(409);
    expect(problemText(await htmlOf(refused))).toContain("3者に満たないため、集計を公表できません");
    const looked = await clerk.post(at(slug), { intent: "preview", label: "確報" });
    expect(looked.status).toBe(409);
    const shown = await htmlOf(looked);
    expect(shown).toContain("今は公表できません。");
    expect(shown).not.toContain("releaseConfirmed");
    expect((await site.visitor().get(`/surveys/${slug}/releases/1`)).status).toBe(404);
  });
});

describe("looking at the desk", () => {
  test("changes nothing: what is overdue is closed by the calendar alone", async () => {
    const { surveyId } = await makeSampleSurvey(site.db, "nagameru", () => randomUUID());
    await site.db.update(surveys).set({ closesOn: "2026-01-05" }).where(eq(surveys.id, surveyId));
    expect((await clerk.get("/secretariat/surveys")).status).toBe(200);
    expect((await clerk.get("/secretariat/surveys/nagameru")).status).toBe(200);
    expect((await findSurvey(site.db, clerkViewer, "nagameru"))?.state).toBe("open");
  });

  test("tells why an anonymous survey of two firms does not open", async () => {
    await makeSampleSurvey(site.db, "futari", () => randomUUID(), { firms: 2, open: false });
    const refused = await clerk.post("/secretariat/surveys/futari", {
      intent: "open",
      openConfirmed: "on",
    });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("匿名の調査としては始められません");
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
    const pages = ["", "/preview", "/questionnaire", "/settings", "/paper", "/paper/keying"];
    const paths = ["/secretariat/surveys", at("new"), ...pages.map((page) => at("rights") + page)];
    for (const path of paths) {
      expect((await member.get(path)).status, path).toBe(403);
      expect((await site.visitor().get(path)).headers.get("Location"), path).toContain("/sign-in");
    }
    for (const path of paths.slice(1).filter((path) => !path.endsWith("preview"))) {
      const forbidden = await member.post(path, { intent: "open", openConfirmed: "on" });
      expect(forbidden.status, path).toBe(403);
    }
    for (const slug of ["none", "%00", "R8", "a'b"]) {
      expect((await clerk.get(at(slug))).status, slug).toBe(404);
      for (const page of pages.slice(1)) {
        expect((await clerk.get(at(slug) + page)).status, slug + page).toBe(404);
      }
    }
  });

  test("pages of the desk but the preview carry no script", async () => {
    await makeSurvey("no-script");
    const own = ["", "/questionnaire", "/settings", "/paper"].map((page) => at("no-script") + page);
    for (const path of ["/secretariat/surveys", at("new"), ...own]) {
      expect(await show(path)).not.toContain("<script");
    }
  });
});
