import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { addPaper } from "#db/queries/papers.ts";
import { announce } from "#db/queries/publications.ts";
import { origin, type TestSite, testSite } from "#tests/support/site.ts";
import { childrenNamed, readXml, type XmlNode } from "#tests/support/xml.ts";

let site: TestSite;
beforeAll(async () => {
  site = await testSite("samples");
});
afterAll(() => site.stop());

async function feed(of = site): Promise<{ root: XmlNode; text: string; type: string | null }> {
  const response = await of.visitor().get("/feed.xml");
  expect(response.status).toBe(200);
  const text = await response.text();
  return { root: readXml(text), text, type: response.headers.get("Content-Type") };
}

const textOf = (element: XmlNode, name: string) => childrenNamed(element, name)[0]?.text ?? "";

describe("the Atom feed", () => {
  test("tells every publication once, marked as a sample, with an absolute address", async () => {
    const { root, type } = await feed();
    expect(type).toBe("application/atom+xml; charset=utf-8");
    const entries = childrenNamed(root, "entry");
    const titles = entries.map((entry) => textOf(entry, "title"));
    expect(titles).toContainEqual(expect.stringMatching(/^【サンプル】条例案「第2次案」/));
    expect(titles).toContainEqual(expect.stringContaining("中間案（骨子）"));
    const ids = entries.map((entry) => textOf(entry, "id"));
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of entries) {
      const address = childrenNamed(entry, "link")[0]?.attributes.href ?? "";
      expect(address.startsWith(`${origin}/`), address).toBe(true);
    }
  });

  test("leads to pages that are there", async () => {
    const { root } = await feed();
    const addresses = new Set(
      childrenNamed(root, "entry").map((entry) => childrenNamed(entry, "link")[0]?.attributes.href),
    );
    for (const address of addresses) {
      const response = await site.visitor().get(String(address));
      expect(response.status, address).toBe(200);
    }
  });

  test("is the same each time, and as old as the newest publication in it", async () => {
    const { root, text } = await feed();
    expect((await feed()).text).toBe(text);
    const times = childrenNamed(root, "entry").map((entry) => textOf(entry, "updated"));
    expect(textOf(root, "updated")).toBe([...times].sort().at(-1));
  });

  test("does not tell what is for members only", async () => {
    const { text } = await feed();
    await addPaper(site.db, anyone, 7, {
      number: "資料9",
      title: "委員だけの資料",
      fileName: "shiryo.txt",
      mediaType: "text/plain",
      audience: "members",
      content: new TextEncoder().encode("委員だけの資料"),
    });
    expect((await feed()).text).toBe(text);
  });

  test("holds the newest fifty", async () => {
    for (let number = 1; number <= 60; number += 1) {
      await announce(site.db, {
        audience: "public",
        title: `目標シート${number}`,
        summary: "",
        subject: { kind: "goal-sheet", version: number },
      });
    }
    const titles = childrenNamed((await feed()).root, "entry").map((e) => textOf(e, "title"));
    expect(titles).toHaveLength(50);
    expect(titles[0]).toBe("目標シート60");
  });

  test("is a feed also before anything is published", async () => {
    const empty = await testSite();
    const { root } = await feed(empty);
    expect(childrenNamed(root, "entry")).toHaveLength(0);
    expect(textOf(root, "updated")).toBe("2026-05-19T15:00:00.000Z");
    await empty.stop();
  });
});
