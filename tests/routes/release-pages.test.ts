import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import { closeSurvey } from "#db/queries/surveys/index.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";
import { type TestSite, testSite } from "#tests/support/site.ts";
import {
  firstRelease,
  reasonsByRaised,
  secondRelease,
  storeRelease,
} from "#tests/support/stored-release.ts";

let site: TestSite;

beforeAll(async () => {
  site = await testSite();
  const { db } = site;
  const hashCode = (code: string) => `hash of ${code}`;
  const { surveyId } = await makeSurvey(db, "kekka", hashCode);
  await closeSurvey(db, anyone, surveyId);
  await storeRelease(db, surveyId, firstRelease);
  await storeRelease(db, surveyId, secondRelease, [reasonsByRaised]);
  const { surveyId: single } = await makeSurvey(db, "hitotsu", hashCode);
  await closeSurvey(db, anyone, single);
  await storeRelease(db, single, { ...secondRelease, survey: "hitotsu", number: 1 });
});
afterAll(() => site.stop());

const params = { survey: "kekka", release: 2 };

const visit = async (path: string) => {
  const response = await site.visitor().get(path);
  // React parts neighbouring texts by empty comments.
  const html = (await response.text()).replaceAll("<!-- -->", "");
  return { status: response.status, html, text: html.replace(/<[^>]*>/g, "") };
};

/** The rows of the table with that caption, as they read. */
function tableOf(html: string, caption: string): string[][] {
  const table = html.split(`<caption>${caption}</caption>`)[1]?.split("</table>")[0] ?? "";
  return (table.match(/<tr>.*?<\/tr>/gs) ?? []).map((row) =>
    (row.match(/<t[hd].*?<\/t[hd]>/gs) ?? []).map((cell) =>
      cell.replace(/<span class="visually-hidden">.*?<\/span>/g, "").replace(/<[^>]*>/g, ""),
    ),
  );
}

describe("the page of a release", () => {
  it("tells a question in words, draws it, and has its table with the weighted share beside", async () => {
    const { html, text } = await visit(href("release", params));
    expect(html).not.toContain("<script");
    expect(html).not.toContain(" style=");
    expect(text).toContain(
      "答えた40者のうち、最も多かったのは「引き上げた」の30者（75.0%）、次は「変えていない」の10者（25.0%）です。",
    );
    expect(tableOf(html, "問1の回答（表）").slice(0, 5)).toEqual([
      ["選択肢", "回答数", "割合", "参考：名簿に合わせた割合（95%区間）"],
      ["引き上げた", "30", "75.0%", "71.2%（55.4～83.1%）"],
      ["変えていない", "10", "25.0%", "71.2%（55.4～83.1%）"],
      ["n（回答した事業者）", "40", ""],
      ["無回答", "0", ""],
    ]);
    expect(text).toContain("同じ区分の事業者なら、回答した事業者と回答しなかった事業者とで");
    expect(html).toContain("第12条");
  });

  it("shows x in a hidden cell, says why, and draws no length for it", async () => {
    const { html, text } = await visit(href("release", params));
    expect(tableOf(html, "問2の回答（表）")).toContainEqual(["受注が減った", "x", "－"]);
    expect(tableOf(html, "問2の回答（表）")).toContainEqual([
      "非該当（問を示していない）",
      "30",
      "",
    ]);
    expect(html).toContain('<abbr title="伏せた数">x</abbr>');
    expect(text).toContain("3者に満たない数と、そこから計算できてしまう数");
    expect(html).toContain("受注が減った 伏せた数");
    expect(text).toContain(
      "「受注が減った」と「その他」の数は、事業者が推測されないように伏せています。",
    );
  });

  it("says when it was made, of what, how it was protected, and where the files are", async () => {
    const { html, text } = await visit(href("release", params));
    expect(text).toContain("令和8年10月31日までに届いた40者の回答（匿名、調査票第1版）");
    expect(text).toContain("100個の数のうち4個（4.0%）");
    expect(text).toContain("少なくとも3通りの値");
    expect(text).toContain("線形計画法（HiGHS）");
    expect(text).toContain("問2（規模別）");
    expect(text).toContain("2".repeat(64));
    for (const file of ["releaseCsv", "releaseXlsx", "releaseJson", "releasePdf"] as const) {
      expect(html).toContain(`href="${href(file, params)}"`);
    }
    expect(html).toContain(`href="${href("release", { ...params, release: 1 })}"`);
    expect(text).toContain("集計版1（速報）");
  });

  it("publishes the texts that were released, and the words of several firms", async () => {
    const { text } = await visit(href("release", params));
    expect(text).toContain("6者が記入しました。");
    expect(text).toContain("書類を減らしてください。（同じ内容 3者）");
    expect(text).toContain("書類（4者）");
  });

  it("shows every table by an axis that it has, with the whole beside", async () => {
    const { html, text } = await visit(`${href("release", params)}?by=sector`);
    expect(html).toContain('<option value="sector" selected="">業種別</option>');
    expect(text).toContain("工事 22者、委託・物品 18者");
    expect(tableOf(html, "問1の回答（業種別）（表）").slice(0, 4)).toEqual([
      ["選択肢", "全体", "工事", "委託・物品"],
      ["引き上げた", "30（75.0%）", "17（77.3%）", "13（72.2%）"],
      ["変えていない", "10（25.0%）", "5（22.7%）", "5（27.8%）"],
      ["n", "40", "22", "18"],
    ]);
    expect(text).toContain(
      "業種別の表は、回答した事業者が推測されるおそれがあるため、公表していません。",
    );
    const { html: unknown } = await visit(`${href("release", params)}?by=owner`);
    expect(tableOf(unknown, "問1の回答（表）")).not.toEqual([]);
  });
});

describe("the page of a crossing", () => {
  const address = href("releaseCrossing", params);

  it("offers the questions that have categories", async () => {
    const { status, html, text } = await visit(address);
    expect(status).toBe(200);
    expect(html).not.toContain("<script");
    expect(html).toContain('<option value="reasons" selected="">');
    expect(html).not.toContain('<option value="wishes"');
    expect(text).toContain("二つの問を選んで「掛け合わせる」を押してください。");
  });

  it("shows the table with percentages of each column, and x where a cell is hidden", async () => {
    const { html } = await visit(`${address}?rows=reasons&columns=raised`);
    expect(tableOf(html, "問2と問1の掛け合わせ（表）")).toEqual([
      ["問2の答え", "引き上げた", "変えていない"],
      ["材料費が上がった", "0", "8（80.0%）"],
      ["受注が減った", "0", "x"],
      ["その他", "0", "x"],
      ["n（両方に答えた事業者）", "0", "10"],
    ]);
  });

  it("shows it the other way round, without a base where there can be none", async () => {
    const { html, text } = await visit(`${address}?rows=raised&columns=reasons`);
    const rows = tableOf(html, "問1と問2の掛け合わせ（表）");
    expect(rows[2]).toEqual(["変えていない", "8（100.0%）", "x", "x"]);
    expect(rows.at(-1)).toEqual(["n（両方に答えた事業者）", "8", "x", "x"]);
    expect(text).toContain("n が「x」の列は");
  });

  it("says why a pair has no table", async () => {
    const { text } = await visit(`${address}?rows=raised&columns=raised`);
    expect(text).toContain("違う二つの問を選んでください。");
    const first = href("releaseCrossing", { ...params, release: 1 });
    const none = await visit(`${first}?rows=raised&columns=reasons`);
    expect(none.text).toContain("この二つの問を掛け合わせた表は、公表していません。");
    expect((await visit(`${address}?rows=nai&columns=raised`)).status).toBe(200);
    expect((await visit(href("releaseCrossing", { ...params, release: 9 }))).status).toBe(404);
  });
});

describe("the comparison of two releases", () => {
  const address = href("releaseComparison", params);

  it("puts counts and shares side by side, with the difference in points", async () => {
    const { html, text } = await visit(address);
    expect(html).not.toContain("<script");
    expect(tableOf(html, "問1の比較")).toEqual([
      ["答え", "集計版1（速報）", "集計版2（確報）", "差（ポイント）"],
      ["引き上げた", "62.5%（20）", "75.0%（30）", "+12.5"],
      ["変えていない", "37.5%（12）", "25.0%（10）", "−12.5"],
      ["n", "32", "40", ""],
    ]);
    expect(text).toContain("令和8年10月20日");
    expect(text).toMatch(/数の違う問は、\d+問のうち\d+問です。/u);
  });

  it("makes no difference where a count is hidden, and says what was changed", async () => {
    const { html, text } = await visit(address);
    expect(tableOf(html, "問2の比較")).toContainEqual(["受注が減った", "25.0%（3）", "x", "x"]);
    expect(tableOf(html, "問2の比較")).toContainEqual(["その他", "（なし）", "x", "－"]);
    expect(text).toContain("選択肢「その他」を加えました。");
    expect(text).toContain("集計版1（速報）にはない問です。比べられません。");
  });

  it("puts the earlier one first whichever is asked for, and needs two", async () => {
    const turned = await visit(`${href("releaseComparison", { ...params, release: 1 })}?with=2`);
    expect(tableOf(turned.html, "問1の比較")[1]?.[3]).toBe("+12.5");
    const single = await visit(href("releaseComparison", { survey: "hitotsu", release: 1 }));
    expect(single.text).toContain("集計版が一つだけなので、まだ比べられません。");
    expect((await visit(`${address}?with=9`)).status).toBe(404);
    expect((await visit(`${address}?with=abc`)).status).toBe(404);
  });
});
