import { readFile } from "node:fs/promises";
import { Document, Packer, Paragraph } from "docx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { href } from "#app/routes.ts";
import { newestVersion } from "#db/queries/versions.ts";
import { seedOrdinance } from "#db/seed/ordinance.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let secretariat: Person;
let third: string;

const page = async (answer: Promise<Response>) => {
  const response = await answer;
  return { status: response.status, html: (await response.text()).replaceAll("<!-- -->", "") };
};
const text = (html: string) =>
  html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]*>/g, "");
/** What stands in the editor. */
const typed = (html: string) =>
  /<textarea[^>]*name="source"[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? "";
/** The value of the button that corrects by the rule. */
const button = (html: string, rule: string) =>
  new RegExp(`value="(correct:${rule}-[^"]*)"`).exec(html)?.[1] ?? "";

const fields = { label: "第3次案", note: "第8回会議に示す案です。" };

beforeAll(async () => {
  site = await testSite();
  await seedOrdinance(site.db);
  secretariat = await site.signIn("secretariat");
  third = await readFile("content/ordinance/v3.txt", "utf8");
});
afterAll(() => site.stop());

describe("the editor without script", () => {
  test("shows the structure of the text it begins with", async () => {
    const { status, html } = await page(secretariat.get(href("deskVersionNew")));
    expect(status).toBe(200);
    const review = html.slice(html.indexOf('id="review"'));
    expect(text(review)).toContain("第1章　総則");
    expect(text(review)).toContain("第1条（目的）");
    expect(typed(html).trim()).toBe(third.trim());
  });

  test("tells faults with their lines when asked to check, and stores nothing", async () => {
    const source = third.replace("この条例は、公契約", "この条例は，公契約");
    const line = source.split("\n").findIndex((each) => each.includes("，")) + 1;
    expect(line).toBeGreaterThan(0);
    const { status, html } = await page(
      secretariat.post(href("deskVersionNew"), { label: "", note: "", intent: "check", source }),
    );
    expect(status).toBe(200);
    expect(text(html)).toContain(`${line}行目`);
    expect(text(html)).toContain("読点には「、」を使ってください。");
    expect(typed(html).trim()).toBe(source.trim());
    expect((await newestVersion(site.db, { kind: "anyone" }))?.number).toBe(3);
  });

  test("corrects a fault by one press and keeps the rest of the form", async () => {
    const source = third.replace("この条例は、公契約", "この条例は，公契約");
    const shown = await page(
      secretariat.post(href("deskVersionNew"), { ...fields, intent: "check", source }),
    );
    const intent = button(shown.html, "comma");
    expect(intent).not.toBe("");
    const { status, html } = await page(
      secretariat.post(href("deskVersionNew"), { ...fields, intent, source }),
    );
    expect(status).toBe(200);
    expect(typed(html).trim()).toBe(third.trim());
    expect(html).toContain('value="第3次案"');
    expect(text(html)).toMatch(/\d+行目を直しました。まだ登録していません。/);
    const gone = await page(
      secretariat.post(href("deskVersionNew"), { ...fields, intent, source: third }),
    );
    expect(gone.status).toBe(400);
    expect(text(gone.html)).toContain("本文が変わったため、直せませんでした。");
  });

  test("reads text pasted from Word with its no-break spaces", async () => {
    const source = third.replace("第1条　", "第1条\u00a0").replaceAll("\n", "\r\n");
    const { html } = await page(
      secretariat.post(href("deskVersionNew"), { ...fields, intent: "check", source }),
    );
    expect(typed(html)).toContain("第1条 ");
    expect(text(html)).not.toContain("誤り");
  });
});

describe("a file", () => {
  async function send(bytes: Uint8Array<ArrayBuffer>, name: string, intent: string) {
    const form = new FormData();
    for (const [field, value] of Object.entries({ ...fields, intent, source: "前の文" })) {
      form.set(field, value);
    }
    form.set("file", new File([bytes], name));
    return page(secretariat.post(href("deskVersionNew"), form));
  }
  const word = async (lines: string[]) => {
    const children = lines.map((line) => new Paragraph(line));
    return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
  };

  test("of Word takes the place of what was typed and is checked at once", async () => {
    const lines = ["公契約条例", "（目的）", "第1条　この条例は，目的を定める。"];
    const { status, html } = await send(await word(lines), "案.docx", "check");
    expect(status).toBe(200);
    expect(typed(html).trim()).toBe(lines.join("\n"));
    expect(text(html)).toContain("3行目");
    expect(text(html)).toContain("読点には「、」を使ってください。");
  });

  test("of law XML comes into the form as text", async () => {
    const xml = await (await site.anyone.get(href("ordinanceXml", { version: 3 }))).arrayBuffer();
    const { status, html } = await send(new Uint8Array(xml), "案.xml", "check");
    expect(status).toBe(200);
    expect(typed(html).replace(/\s/g, "")).toBe(third.replace(/\s/g, ""));
  });

  test("that is no document is refused, and what was typed stays", async () => {
    const bytes = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]);
    const { status, html } = await send(bytes, "案.doc", "text");
    expect(status).toBe(400);
    expect(text(html)).toContain("古い形式（.doc）か、パスワードの付いた文書です。");
    expect(typed(html).trim()).toBe("前の文");
  });
});

describe("the picture of the alignment", () => {
  test("joins the articles of both versions and says in words what became of them", async () => {
    const { html } = await page(secretariat.get(href("deskVersion", { version: 2 })));
    const [picture = ""] = /<svg class="alignment-picture"[\s\S]*?<\/svg>/.exec(html) ?? [];
    expect(text(picture.replaceAll("</text>", "\n"))).toMatch(/第\d+条（[^\n]*〔新設〕/);
    const before = (await page(site.anyone.get(href("ordinanceVersion", { version: 1 })))).html;
    const articles = new Set(before.match(/id="art-\d+(?:_\d+)?"/g)).size;
    const lines = picture.match(/<line /g)?.length ?? 0;
    expect(articles).toBeGreaterThan(10);
    expect(lines).toBeGreaterThanOrEqual(articles - 3);
    expect(picture).toContain('class="way reworded"');
  });
});
