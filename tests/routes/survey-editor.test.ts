import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDefinition } from "#app/domain/survey/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import { textHash } from "#app/http/survey-desk/text-hash.ts";
import { href } from "#app/routes.ts";
import { createSurvey, currentSource } from "#db/queries/surveys/index.ts";
import { smallDefinition } from "#tests/support/sample-survey.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let clerk: Person;
beforeAll(async () => {
  site = await testSite();
  clerk = await site.signIn("secretariat");
});
afterAll(() => site.stop());

const secretariat = { kind: "secretariat", accountId: "", name: "事務局" } as const;
/** With blanks that no program would write. */
const source = JSON.stringify(smallDefinition, null, 3).replaceAll(": ", " : ");
const titled = (title: string) => source.replace("賃金を引き上げましたか。", title);
const sourceOf = (slug: string) => currentSource(site.db, secretariat, slug);

async function prepare(slug: string): Promise<string> {
  const checked = checkDefinition(source);
  if (!checked.ok) throw new Error("not sound");
  const entry = { slug, title: `調査 ${slug}`, closesOn: "2030-12-18", source };
  const id = await createSurvey(site.db, anyone, { ...entry, questionnaire: checked.value });
  if (!id) throw new Error("slug taken");
  return id;
}

/** What the editor's script sends, and what it is told. */
async function save(slug: string, definition: string, base: string, person: Person = clerk) {
  const path = href("deskEditorSave", { survey: slug });
  const response = await person.post(path, { definition, base });
  return { status: response.status, said: await response.text() };
}

describe("saving from the editor", () => {
  it("stores the text as it was sent", async () => {
    await prepare("hozon");
    const saved = await save("hozon", titled("昇給しましたか。"), textHash(source));
    expect(saved.status).toBe(200);
    expect(saved.said).toContain(textHash(titled("昇給しましたか。")));
    expect(await sourceOf("hozon")).toBe(titled("昇給しましたか。"));
  });

  it("checks everything again, in the editor's words", async () => {
    await prepare("ayamari");
    const broken = source.replace("{raised} = 'no'", "{nothing} = 1");
    const refused = await save("ayamari", broken, textHash(source));
    expect(refused.status).toBe(400);
    expect(refused.said).toContain("「表示する条件」の式「{nothing} = 1」");
    expect((await save("ayamari", "{", textHash(source))).status).toBe(400);
    expect((await save("ayamari", "", textHash(source))).status).toBe(400);
    expect(await sourceOf("ayamari")).toBe(source);
  });

  it("overwrites nobody: who comes second is given what was saved", async () => {
    await prepare("futari");
    await save("futari", titled("先の人。"), textHash(source));
    const late = await save("futari", titled("後の人。"), textHash(source));
    expect(late.status).toBe(409);
    expect(late.said).toContain("先の人。");
    expect(await sourceOf("futari")).toBe(titled("先の人。"));
    const two = await Promise.all(
      ["あ。", "い。"].map((title) => save("futari", titled(title), textHash(titled("先の人。")))),
    );
    expect(two.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("is too late once the survey has opened, and is the secretariat's alone", async () => {
    const id = await prepare("osoi");
    await site.database.sql`update surveys set state = 'open', opened_at = now() where id = ${id}`;
    const late = await save("osoi", titled("遅い。"), textHash(source));
    expect(late.status).toBe(409);
    expect(late.said).toContain("受付が始まったため");
    const member = await site.signIn("member");
    expect((await save("osoi", source, textHash(source), member)).status).not.toBe(200);
    expect((await member.get(href("deskEditor", { survey: "osoi" }))).status).not.toBe(200);
    expect(await sourceOf("osoi")).toBe(source);
  });
});

describe("what the editor may begin from", () => {
  const create = (fields: Record<string, string>) =>
    clerk.post(href("deskSurveyNew"), { title: "新しい調査", closesOn: "2030-12-20", ...fields });

  it("is an empty questionnaire or the copy of another survey's, from a new survey", async () => {
    await prepare("moto");
    const copied = await create({ slug: "utsushi", start: "moto" });
    expect(copied.status).toBe(303);
    expect(copied.headers.get("Location")).toBe(href("deskEditor", { survey: "utsushi" }));
    expect(await sourceOf("utsushi")).toBe(source);
    expect((await create({ slug: "kara", start: "empty" })).status).toBe(303);
    expect(checkDefinition((await sourceOf("kara")) ?? "").ok).toBe(true);
    expect((await create({ slug: "nashi", start: "sonzai-shinai" })).status).toBe(400);
    const again = await create({ slug: "kara", start: "empty" });
    expect(again.status).toBe(409);
    expect(await again.text()).not.toContain("ここに問の文を書きます");
  });

  it("is offered to a survey in preparation, and saves nothing by itself", async () => {
    await prepare("hajime");
    const page = await clerk.get(`${href("deskEditor", { survey: "hajime" })}?from=empty`);
    expect(await page.text()).toContain("ここに問の文を書きます");
    expect(await sourceOf("hajime")).toBe(source);
    const desk = await (await clerk.get(href("deskSurvey", { survey: "hajime" }))).text();
    expect(desk).toContain(href("deskEditor", { survey: "hajime" }));
  });
});
