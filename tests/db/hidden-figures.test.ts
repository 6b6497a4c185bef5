import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { figureSha256 } from "#app/domain/interim-draft/hashes.ts";
import { anyone, type SignedIn } from "#app/domain/viewer.ts";
import { interimDraftPress } from "#app/http/interim-draft-press.ts";
import { listAccounts } from "#db/queries/accounts.ts";
import { beginDraft } from "#db/queries/interim-drafts/desk.ts";
import { previewDraft } from "#db/queries/interim-drafts/preview.ts";
import { publishInterimDraft } from "#db/queries/interim-drafts/publication.ts";
import { addLink, type Linking, removeLink } from "#db/queries/link-writing.ts";
import { linksOf } from "#db/queries/links.ts";
import { provisionsIn } from "#db/queries/provisions.ts";
import { surveyToLink } from "#db/queries/question-to-link.ts";
import { closeSurvey } from "#db/queries/surveys/index.ts";
import { newestVersion } from "#db/queries/versions.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { hiddenReleaseSha256, storeHiddenRelease } from "#tests/support/hidden-release.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
let secretariat: SignedIn;
let surveyId: string;
const ids = new Map<string, string>();
const slug = "hidden-figures";
const press = interimDraftPress("http://jukugi.test");
const quick = { ...press, renderPdf: () => new Uint8Array([37, 80, 68, 70]) };

beforeAll(async () => {
  database = await testDatabase("samples");
  const { db } = database;
  const account = (await listAccounts(db)).find(({ role }) => role === "secretariat");
  secretariat = { kind: "secretariat", accountId: account?.id ?? "", name: "事務局" };
  const version = await newestVersion(db, anyone);
  for (const row of version ? await provisionsIn(db, version) : []) {
    if (row.kind === "article") ids.set(row.fullLabel, row.id);
  }
  surveyId = (await makeSurvey(db, slug, (code) => `hash of ${code}`)).surveyId;
});
afterAll(() => database.drop());

function link(place: string, choice?: string): Promise<Linking> {
  const target = { kind: "question" as const, survey: slug, question: "raised" };
  return addLink(database.db, secretariat, {
    ...{ provisionId: ids.get(place) ?? "", place, note: "" },
    target: choice === undefined ? target : { ...target, choice },
  });
}

describe("a hidden figure", () => {
  test("is not known to be hidden before there is a release", async () => {
    expect(await link("第2条", "no")).toBe("linked");
  });

  test("cannot be linked once it is, while the rest of the question can", async () => {
    const { db } = database;
    await closeSurvey(db, secretariat, surveyId);
    await storeHiddenRelease(db, { surveyId, slug });
    expect(await link("第3条", "no")).toBe("hidden");
    expect(await link("第3条", "yes")).toBe("linked");
    expect(await link("第4条")).toBe("linked");
    const [first] = (await linksOf(db, anyone, [ids.get("第3条") ?? ""])).values();
    const found = first?.find(
      (each) => each.kind === "question" && each.question.name === "raised",
    );
    expect(found?.kind === "question" && found.question.figure).toMatchObject({
      ...{ n: 40, row: { text: "引き上げた", count: 38, percent: 95 } },
      release: { number: 1, label: "確報" },
    });
  });

  test("is shown as hidden where it is to be chosen, and where it was linked before", async () => {
    const { db } = database;
    const shown = await surveyToLink(db, secretariat, slug, "raised");
    expect(shown?.chosen?.choices.map(({ value, figure }) => [value, figure?.count])).toEqual([
      ["yes", 38],
      ["no", null],
    ]);
    const [before] = (await linksOf(db, anyone, [ids.get("第2条") ?? ""])).values();
    const found = before?.find((each) => each.kind === "question");
    expect(found?.kind === "question" && found.question.figure?.row?.count).toBeNull();
  });

  test("stands in the way of an interim draft, in its preview and when it is frozen", async () => {
    const { db } = database;
    const entry = { title: "中間案", statusText: "途中の案です。", introduction: "", version: 3 };
    expect(await beginDraft(db, secretariat, entry)).toMatchObject({ kind: "created", number: 2 });
    const message =
      "第2条に結び付けた調査「働き方のアンケート」の問「raised」の選択肢「変えていない」の数は、集計版「確報」で伏せられているため、引用できません。" +
      "問の全体かほかの選択肢を結び付けるか、結び付けを外してください。";
    const problems = [{ message, field: "figures" }];
    const preview = await previewDraft(db, 2, press.paths);
    expect(preview?.assembled).toEqual({ ok: false, problems });
    expect(await publishInterimDraft(db, secretariat, 2, quick)).toEqual({
      ...{ kind: "refused", problems },
    });
  });

  test("does so no more once it is taken off; what is cited carries its digests", async () => {
    const { db } = database;
    const provisionId = ids.get("第2条") ?? "";
    const [links] = (await linksOf(db, anyone, [provisionId])).values();
    const hidden = links?.find(({ kind }) => kind === "question");
    const taken = { linkId: hidden?.id ?? "", provisionIds: [provisionId], place: "第2条" };
    expect(await removeLink(db, secretariat, taken)).toBe(true);
    const preview = await previewDraft(db, 2, press.paths);
    if (!preview?.assembled.ok) throw new Error(JSON.stringify(preview?.assembled));
    const { articles } = preview.assembled.value;
    const [cell] = articles.find(({ label }) => label === "第3条")?.figures ?? [];
    expect(cell).toMatchObject({
      ...{
        survey: slug,
        release: 1,
        releaseSha256: hiddenReleaseSha256,
        cell: "yes",
        count: 38,
        n: 40,
      },
    });
    const [whole] = articles.find(({ label }) => label === "第4条")?.figures ?? [];
    expect(whole?.rows?.map(({ count }) => count)).toEqual([38, null]);
    expect(whole?.percent).toBeNull();
    expect(whole?.hiddenReason).toContain("3者に満たない数");
    for (const figure of [cell, whole]) {
      expect(figure && figureSha256(figure)).toBe(figure?.sha256);
    }
    expect((await publishInterimDraft(db, secretariat, 2, quick)).kind).toBe("published");
  });
});
