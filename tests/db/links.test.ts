import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anyone, type SignedIn } from "#app/domain/viewer.ts";
import { listAccounts } from "#db/queries/accounts.ts";
import { listThreads } from "#db/queries/comments.ts";
import { addLink, type LinkTarget, removeLink } from "#db/queries/link-writing.ts";
import { linksOf, removedLinksOf } from "#db/queries/links.ts";
import { type ProvisionRow, provisionsIn } from "#db/queries/provisions.ts";
import { listRecord } from "#db/queries/record.ts";
import { newestVersion } from "#db/queries/versions.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
let secretariat: SignedIn;
let provisions: ProvisionRow[];

const idOf = (label: string) =>
  provisions.find(({ fullLabel, kind }) => fullLabel === label && kind === "article")?.id ?? "";

function link(place: string, target: LinkTarget, note = "") {
  return addLink(database.db, secretariat, { provisionId: idOf(place), place, note, target });
}

beforeAll(async () => {
  database = await testDatabase("samples");
  const account = (await listAccounts(database.db)).find(({ role }) => role === "secretariat");
  secretariat = { kind: "secretariat", accountId: account?.id ?? "", name: "事務局" };
  const version = await newestVersion(database.db, anyone);
  provisions = version ? await provisionsIn(database.db, version) : [];
});
afterAll(() => database.drop());

describe("links", () => {
  test("of the sample lead from articles to utterances", async () => {
    const links = (await linksOf(database.db, anyone, [idOf("第8条")])).get(idOf("第8条")) ?? [];
    expect(links.map(({ kind, note }) => [kind, note])).toContainEqual([
      "utterance",
      "第3項を加えることになった意見",
    ]);
    const [found] = links;
    if (found?.kind !== "utterance") throw new Error("no utterance");
    expect(found.utterance).toMatchObject({ speaker: "委員B", closed: false });
    expect(found.utterance.meeting.number).toBe(5);
    expect(found.utterance.text).toContain("その分が下請と働く人に届くことも書くべき");
  });

  test("to closed utterances and to comments are not shown to the public", async () => {
    const { db, sql } = database;
    const [closed] = await sql<{ meeting: number; number: number }[]>`
      select m.number as meeting, u.number from utterances u
      join meetings m on m.id = u.meeting_id where u.closed limit 1`;
    const [thread] = await listThreads(db, secretariat);
    if (!closed || !thread) throw new Error("the sample has no closed utterance or no comment");
    const { meeting, number } = closed;
    expect(await link("第26条", { kind: "utterance", meeting, utterance: number })).toBe("linked");
    expect(await link("第26条", { kind: "comment", comment: thread.number })).toBe("linked");
    const id = idOf("第26条");
    expect((await linksOf(db, anyone, [id])).size).toBe(0);
    const seen = (await linksOf(db, secretariat, [id])).get(id) ?? [];
    expect(seen.map(({ kind }) => kind)).toEqual(["utterance", "comment"]);
  });

  test("to survey questions carry the newest released figure", async () => {
    const { db } = database;
    const id = idOf("第1条");
    const links = (await linksOf(db, anyone, [id])).get(id) ?? [];
    const found = links.find((link) => link.kind === "question" && link.question.name === "q18");
    if (found?.kind !== "question") throw new Error("no question");
    const { question } = found;
    expect(question).toMatchObject({ number: 18, title: "公契約条例は必要だと思いますか。" });
    expect(question.survey.isSimulated).toBe(true);
    const { figure } = question;
    expect(figure?.n).toBeGreaterThan(200);
    expect(figure?.row?.percent).toBeCloseTo(
      ((figure?.row?.count ?? 0) / (figure?.n ?? 1)) * 100,
      1,
    );

    // One choice of it is another link, with its own figure.
    const { slug } = question.survey;
    const target = { kind: "question" as const, survey: slug, question: "q18", choice: "a4" };
    expect(await link("第1条", target)).toBe("linked");
    expect(await link("第1条", { ...target, choice: "a99" })).toBe("unknown");
    const again = (await linksOf(db, anyone, [id])).get(id) ?? [];
    const chosen = again.flatMap((each) =>
      each.kind === "question" && each.question.choice ? each.question : [],
    );
    expect(chosen.map(({ choice, figure: own }) => [choice?.text, own?.row?.text])).toEqual([
      ["不要", "不要"],
    ]);
  });

  test("name the end of a scale by its words", async () => {
    const { db } = database;
    const id = idOf("第16条");
    const found = (await linksOf(db, anyone, [id])).get(id) ?? [];
    const rows = found.flatMap((each) =>
      each.kind === "question" && each.question.name === "q15" ? each.question.figure?.row : [],
    );
    expect(rows.map((row) => row?.text)).toEqual(["5（負担がとても大きい）"]);
  });

  test("to questions of a survey without a release are the secretariat's alone", async () => {
    const { db, sql } = database;
    const [open] = await sql<{ slug: string }[]>`
      select slug from surveys s
      where not exists (select 1 from releases r where r.survey_id = s.id) limit 1`;
    const target = { kind: "question" as const, survey: open?.slug ?? "", question: "q1" };
    expect(await link("第27条", target)).toBe("linked");
    const id = idOf("第27条");
    expect((await linksOf(db, anyone, [id])).size).toBe(0);
    expect((await linksOf(db, secretariat, [id])).get(id)).toHaveLength(1);
  });

  test("are refused for targets that do not exist, and made once", async () => {
    expect(await link("第1条", { kind: "utterance", meeting: 99, utterance: 1 })).toBe("unknown");
    expect(await link("第1条", { kind: "utterance", meeting: 1, utterance: 999 })).toBe("unknown");
    expect(await link("第1条", { kind: "comment", comment: 99_999 })).toBe("unknown");
    const question = { kind: "question" as const, survey: "none", question: "q1" };
    expect(await link("第1条", question)).toBe("unknown");
    const target = { kind: "utterance" as const, meeting: 1, utterance: 2 };
    expect(await link("第1条", target)).toBe("linked");
    expect(await link("第1条", target)).toBe("already");
  });

  test("taken back disappear from the article and stay in the record", async () => {
    const { db } = database;
    const target = { kind: "utterance" as const, meeting: 1, utterance: 3 };
    await link("第28条", target, "委任の範囲について");
    const id = idOf("第28条");
    const [made] = (await linksOf(db, anyone, [id])).get(id) ?? [];
    const taken = { linkId: made?.id ?? "", place: "第28条" };
    const elsewhere = { ...taken, provisionIds: [idOf("第1条")] };
    expect(await removeLink(db, secretariat, elsewhere)).toBe(false);
    expect(await removeLink(db, secretariat, { ...taken, provisionIds: [id] })).toBe(true);
    expect(await removeLink(db, secretariat, { ...taken, provisionIds: [id] })).toBe(false);
    expect((await linksOf(db, anyone, [id])).size).toBe(0);
    const removed = await removedLinksOf(db, secretariat, [id]);
    expect(removed.map(({ note }) => note)).toEqual(["委任の範囲について"]);
    const [entry] = await listRecord(db, 1);
    expect(entry).toMatchObject({ action: "関連付けの取消し", subject: "第28条" });
    // It may be made again.
    expect(await link("第28条", target)).toBe("linked");
  });
});
