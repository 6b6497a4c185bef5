import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseOrdinance, readLawXml } from "#app/domain/ordinance/index.ts";
import { href } from "#app/routes.ts";
import { versionByNumber } from "#db/queries/versions.ts";
import { seedOrdinance } from "#db/seed/ordinance.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";
import { zipEntries } from "#tests/support/zip-entries.ts";

let site: TestSite;
let secretariat: Person;
let member: Person;

beforeAll(async () => {
  site = await testSite();
  await seedOrdinance(site.db);
  secretariat = await site.signIn("secretariat");
  member = await site.signIn("member");
});
afterAll(() => site.stop());

const files = ["comparisonDocx", "comparisonXlsx", "comparisonPdf", "comparisonAmending"] as const;
const get = (person: Person, route: (typeof files)[number], query: string) =>
  person.get(`${href(route)}?${query}`);
const text = (html: string) => html.replace(/<[^>]*>/g, "");
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const nameOf = (response: Response) =>
  decodeURIComponent(
    /filename\*=UTF-8''(\S+)$/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "",
  );

describe("the files of a comparison", () => {
  test("are saved under Japanese names with their media types", async () => {
    const answers = await Promise.all(files.map((route) => get(site.anyone, route, "from=2&to=3")));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.map(nameOf)).toEqual([
      "新旧対照表_第1次案から第2次案.docx",
      "新旧対照表_第1次案から第2次案.xlsx",
      "新旧対照表_第1次案から第2次案.pdf",
      "改め文_第1次案から第2次案.txt",
    ]);
    expect(answers.map(({ headers }) => headers.get("Content-Type"))).toEqual([
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/pdf",
      "text/plain; charset=utf-8",
    ]);
    const [docx, xlsx, pdf, text] = await Promise.all(answers.map(bytesOf));
    expect(zipEntries(docx ?? new Uint8Array()).get("word/document.xml")).toContain("第2次案");
    expect(zipEntries(xlsx ?? new Uint8Array()).has("xl/worksheets/sheet1.xml")).toBe(true);
    expect((await readPdf(pdf ?? new Uint8Array())).text).toContain("サンプル");
    expect(new TextDecoder().decode(text)).toContain(
      "　第1条中「及び地域」を「並びに労働者及び事業者が豊かさを実感することのできる地域」に改め、",
    );
  });

  test("follow the side and the filter of the page", async () => {
    const documentOf = async (query: string) => {
      const bytes = await bytesOf(await get(site.anyone, "comparisonDocx", query));
      return (zipEntries(bytes).get("word/document.xml") ?? "").replace(/<[^>]*>/g, "");
    };
    const usual = await documentOf("from=2&to=3");
    expect(usual).toContain("修正前案（第1次案）修正後案（第2次案）");
    expect(usual).toContain("第2条～第5条　（略）");
    const changed = await documentOf("from=2&to=3&new=left&only=changed");
    expect(changed).toContain("修正後案（第2次案）修正前案（第1次案）");
    expect(changed).not.toContain("第2条～第5条");
    expect(await documentOf("from=2&to=3&only=all")).not.toContain("（略）　");
  });

  test("are not sent again to those who have them", async () => {
    const first = await get(site.anyone, "comparisonPdf", "from=1&to=2");
    const etag = first.headers.get("ETag") ?? "";
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    const again = await site.anyone.get(`${href("comparisonPdf")}?from=1&to=2`, {
      "If-None-Match": etag,
    });
    expect(again.status).toBe(304);
  });

  test("are 404 for versions that are not there or not named", async () => {
    for (const query of ["from=1&to=9", "from=x&to=2", "to=2", "from=0&to=1", ""]) {
      for (const route of files) {
        const response = await get(site.anyone, route, query);
        expect([route, query, response.status]).toEqual([route, query, 404]);
      }
    }
  });

  test("of a version not shown yet are the secretariat's, and are made anew", async () => {
    const third = await versionByNumber(site.db, { kind: "anyone" }, 3);
    const write = (word: string) =>
      secretariat.post(href("deskVersionNew"), {
        label: "第3次案",
        note: "案です。",
        source: (third?.source ?? "").replace("健全な発展", `${word}発展`),
      });
    expect((await write("着実な")).status).toBe(303);
    for (const route of files) {
      expect((await get(site.anyone, route, "from=3&to=4")).status).toBe(404);
      expect((await get(member, route, "from=3&to=4")).status).toBe(404);
      expect((await get(secretariat, route, "from=3&to=4")).status).toBe(200);
    }
    for (const route of ["ordinanceXml", "ordinanceText"] as const) {
      expect((await site.anyone.get(href(route, { version: 4 }))).status).toBe(404);
      expect((await secretariat.get(href(route, { version: 4 }))).status).toBe(200);
    }
    const amending = async () =>
      (await get(secretariat, "comparisonAmending", "from=3&to=4")).text();
    const before = await amending();
    const rewritten = await secretariat.post(href("deskVersion", { version: 4 }), {
      intent: "text",
      label: "第3次案",
      note: "案です。",
      source: `${(third?.source ?? "").replace("（目的）", "（趣旨）")}`,
    });
    expect(rewritten.status).toBe(303);
    expect(await amending()).not.toBe(before);
    expect(await amending()).toContain("第1条の見出しを「（趣旨）」に改める。");

    await secretariat.post(href("deskVersion", { version: 4 }), { intent: "members" });
    expect((await get(member, "comparisonDocx", "from=3&to=4")).status).toBe(200);
    // Kept for members now, and still nobody else's.
    expect((await get(site.anyone, "comparisonDocx", "from=3&to=4")).status).toBe(404);
    const page = await site.anyone.get(`${href("comparison")}?from=3&to=4`);
    expect(page.status).toBe(404);
  });
});

describe("a version", () => {
  test("can be saved as the text that was registered", async () => {
    const response = await site.anyone.get(href("ordinanceText", { version: 2 }));
    expect(nameOf(response)).toBe("条例案_第2版_第1次案.txt");
    expect(response.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    const version = await versionByNumber(site.db, { kind: "anyone" }, 2);
    expect(await response.text()).toBe(version?.source);
  });

  test("can be saved as law XML that says the same", async () => {
    const response = await site.anyone.get(href("ordinanceXml", { version: 2 }));
    expect(nameOf(response)).toBe("条例案_第2版_第1次案.xml");
    const { ordinance, problems } = readLawXml(await response.text());
    expect(problems).toEqual([]);
    const version = await versionByNumber(site.db, { kind: "anyone" }, 2);
    expect(ordinance.mainProvision.children.length).toBe(
      parseOrdinance(version?.source ?? "").ordinance.mainProvision.children.length,
    );
    expect(ordinance.lawTitle).toBe("伊賀市公契約条例");
  });

  test("leads to both from its page", async () => {
    const html = await (await site.anyone.get(href("ordinanceVersion", { version: 2 }))).text();
    expect(html).toContain(`href="${href("ordinanceXml", { version: 2 })}"`);
    expect(html).toContain(`href="${href("ordinanceText", { version: 2 })}"`);
  });

  test("is 404 where there is none", async () => {
    for (const route of ["ordinanceXml", "ordinanceText"] as const) {
      expect((await site.anyone.get(href(route, { version: 8 }))).status).toBe(404);
    }
  });
});

describe("the comparison page", () => {
  const page = async (query: string) =>
    (await (await site.anyone.get(`${href("comparison")}?${query}`)).text()).replaceAll(
      "<!-- -->",
      "",
    );

  test("links to the files as it is set", async () => {
    const html = await page("from=2&to=3&new=left&only=changed&view=text");
    const query = "from=2&amp;to=3&amp;new=left&amp;only=changed";
    for (const route of files) expect(html).toContain(`href="${href(route)}?${query}"`);
    for (const version of [2, 3]) {
      expect(html).toContain(`href="${href("ordinanceXml", { version })}"`);
      expect(html).toContain(`href="${href("ordinanceText", { version })}"`);
    }
  });

  test("sums up in words what changed", async () => {
    const words = text(await page("from=1&to=2"));
    expect(words).toContain(
      "条の変更：追加3条、文言の変更17条、移動と文言の変更1条、統合1条、番号だけの変更4条、変更なし2条。条の数は25条から27条になりました。",
    );
    expect(words).toContain("第6条（市民の理解）を第4条に");
    expect(words).toContain("条のほかの変更：目次、附則、別表第1、別表第2。");
  });

  test("shows the amending text with what it supposes", async () => {
    const html = await page("from=2&to=3&view=amending");
    expect(html).not.toContain("<table");
    expect(text(html)).toContain("修正前案が条例として施行されているものと仮定して");
    expect(html).toContain(
      '<p class="sentence">　第6条第1項中「第3章」の次に「（第12条を除く。以下この条において同じ。）」を加える。</p>',
    );
    expect(html).toContain('<p class="block">　（下請負契約等の適正化）</p>');
  });

  test("shows the changed articles alone in the one text too", async () => {
    const changed = text(await page("from=2&to=3&view=text&only=changed"));
    expect(changed).not.toContain("（定義）この条例");
    expect(changed).not.toContain("第2条～第5条");
    expect(text(await page("from=2&to=3&view=text"))).toContain("第2条～第5条　（略）");
    expect(text(await page("from=2&to=3&view=text&only=all"))).toContain(
      "この条例において、次の各号に掲げる用語の意義は",
    );
  });
});

describe("the page of an article", () => {
  test("tells where it went when it was merged, and shows what it said", async () => {
    const provision = await numberOf(1, "第6条（市民の理解）");
    const answer = await site.anyone.get(href("provision", { provision }));
    const html = (await answer.text()).replaceAll("<!-- -->", "");
    expect(html).toContain("<td>この版で第4条に統合されました</td>");
    expect(html).toContain("<td>最初の版からあります</td>");
    const [, gone = ""] = html.split('<article class="history-step">');
    expect(gone).toContain("第1次案（第2版）　この版で第4条に統合されました");
    expect(gone).toContain("<del>（市民の理解）</del>");
    expect(text(gone)).toContain("公契約が公共サービスの質及び地域経済を支えるものであること");
    expect(gone).toContain("「たたき台」と「第1次案」の新旧対照表</a>");
  });

  async function numberOf(version: number, name: string): Promise<string> {
    const html = (
      await (await site.anyone.get(href("ordinanceVersion", { version }))).text()
    ).replaceAll("<!-- -->", "");
    const label = name.replace(/（.*/, "");
    return new RegExp(`/ordinance/provisions/(\\d+)">${label}の経緯`).exec(html)?.[1] ?? "0";
  }
});
