import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commentsIn, type InterimDraftDocument } from "#app/domain/interim-draft/document.ts";
import { readFrozenDraft } from "#app/domain/interim-draft/freeze.ts";
import { parseOrdinance } from "#app/domain/ordinance/index.ts";
import { anyone, type SignedIn } from "#app/domain/viewer.ts";
import { interimDraftPress } from "#app/http/interim-draft-press.ts";
import { type Database, sqlState } from "#db/database.ts";
import { listAccounts } from "#db/queries/accounts.ts";
import { addComment, addReply } from "#db/queries/comment-writing.ts";
import {
  beginDraft,
  type DraftEntry,
  findDeskDraft,
  listDeskDrafts,
  saveDraft,
} from "#db/queries/interim-drafts/desk.ts";
import { previewDraft } from "#db/queries/interim-drafts/preview.ts";
import { publishInterimDraft } from "#db/queries/interim-drafts/publication.ts";
import {
  findDraftPdf,
  findPublishedDraft,
  listPublishedDrafts,
} from "#db/queries/interim-drafts/published.ts";
import { addLink } from "#db/queries/link-writing.ts";
import { provisionsIn } from "#db/queries/provisions.ts";
import { publicPages } from "#db/queries/public-pages.ts";
import { announce, listPublications } from "#db/queries/publications.ts";
import { listRecord } from "#db/queries/record.ts";
import { addVersion } from "#db/queries/version-preparation.ts";
import { publishVersion } from "#db/queries/version-publication.ts";
import { versionByNumber } from "#db/queries/versions.ts";
import { interimDrafts } from "#db/schema/index.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
let secretariat: SignedIn;
let member: SignedIn;
const press = interimDraftPress("http://jukugi.test");
/** Without the typesetting, which has tests of its own. */
const quick = { ...press, renderPdf: () => new Uint8Array([37, 80, 68, 70]) };

beforeAll(async () => {
  database = await testDatabase("samples");
  const accounts = await listAccounts(database.db);
  const person = (name: string): SignedIn => {
    const account = accounts.find((each) => each.name === name);
    if (!account) throw new Error(`no account ${name}`);
    return { kind: account.role, accountId: account.id, name };
  };
  secretariat = person("事務局");
  member = person("委員A");
});
afterAll(() => database.drop());

const entry: DraftEntry = {
  title: "公契約条例　中間案",
  statusText: "審議の途中の案です。",
  introduction: "これまでの審議をまとめました。",
  version: 3,
};

async function publishedDocument(number: number): Promise<InterimDraftDocument> {
  const found = await findPublishedDraft(database.db, anyone, number);
  const read = found && readFrozenDraft(found.frozen);
  if (!read?.ok) throw new Error(`no sound interim draft ${number}`);
  return read.value;
}

async function assembled(number: number): Promise<InterimDraftDocument> {
  const preview = await previewDraft(database.db, number, press.paths);
  if (!preview?.assembled.ok) throw new Error(JSON.stringify(preview?.assembled));
  return preview.assembled.value;
}

async function provisionId(version: number, path: string): Promise<string> {
  const found = await versionByNumber(database.db, anyone, version);
  const rows = found ? await provisionsIn(database.db, found) : [];
  const row = rows.find((each) => each.path === path);
  if (!row) throw new Error(`version ${version} has no ${path}`);
  return row.id;
}

async function comment(version: number, path: string, body: string): Promise<number> {
  const on = await provisionId(version, path);
  const id = randomUUID();
  const posted = await addComment(database.db, member, { id, version, provisionId: on, body });
  if (posted.kind === "missing") throw new Error("the comment was not stored");
  return posted.number;
}

describe("the sample interim draft", () => {
  test("is published, sound, and known to feed and sitemap", async () => {
    const { db } = database;
    const [head, ...others] = await listPublishedDrafts(db, anyone);
    expect(others).toEqual([]);
    expect(head).toMatchObject({ number: 1, versionLabel: "第2次案", isSample: true });
    const told = (await listPublications(db, anyone, 50)).map(({ subject }) => subject);
    expect(told).toContainEqual({ kind: "interim-draft", number: 1 });
    expect((await publicPages(db)).interimDrafts).toEqual([1]);
  });

  test("shows an article with its commentary, figure, utterance, comments and changes", async () => {
    const document = await publishedDocument(1);
    const article = document.articles.find(({ label }) => label === "第6条");
    expect(article?.caption).toBe("適用範囲");
    expect(article?.commentary).toContain("工事は予定価格1億円以上としました");
    const [figure] = article?.figures ?? [];
    expect(figure).toMatchObject({ question: "q20", n: 228, simulated: true });
    expect(figure?.path).toBe("/surveys/r8-jigyosha/releases/2#q20");
    expect(article?.utterances.map(({ meetingNumber, path }) => [meetingNumber, path])).toEqual([
      [2, expect.stringMatching(/^\/meetings\/2\/utterances\/\d+$/)],
      [5, expect.stringMatching(/^\/meetings\/5\/utterances\/\d+$/)],
    ]);
    expect(article?.comments[0]).toMatchObject({
      number: 1,
      about: "第6条第1項",
      disposition: { kind: "一部反映" },
      replies: [{ speaker: "委員" }, { speaker: "事務局" }],
    });
    expect(article?.changes?.status).toBe("reworded");
  });

  test("tells how it came about, and names nobody who commented", async () => {
    const document = await publishedDocument(1);
    expect(document.history.meetings.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(document.history.versions.map(({ label }) => label)).toEqual([
      "たたき台",
      "第1次案",
      "第2次案",
    ]);
    expect(document.history.surveys).toMatchObject([
      { n: 228, invited: 400, responseRatePercent: 57, simulated: true },
    ]);
    const said = JSON.stringify(commentsIn(document));
    expect(said).not.toMatch(/委員[A-ZＡ-Ｚ]|会長/);
  });

  test("keeps a comment on an article that the version no longer has", async () => {
    const [gone] = (await publishedDocument(1)).removedArticles;
    expect(gone).toMatchObject({ versionLabel: "第1次案", previousLabel: "第23条" });
    expect(gone?.text).toContain("違約金");
    expect(gone?.comments).toHaveLength(1);
  });

  test("does not change, not even by SQL", async () => {
    const { db } = database;
    const change = db.update(interimDrafts).set({ title: "別の題名" });
    expect(sqlState(await change.catch((error: unknown) => error))).toBe("JK001");
    const remove = db.delete(interimDrafts);
    expect(sqlState(await remove.catch((error: unknown) => error))).toBe("JK001");
  });
});

describe("an interim draft in preparation", () => {
  test("begins with the commentaries of the one before, one at a time", async () => {
    const { db } = database;
    const nowhere = await beginDraft(db, secretariat, { ...entry, version: 99 });
    expect(nowhere).toEqual({ kind: "no-version" });
    expect(await beginDraft(db, secretariat, entry)).toEqual({ kind: "created", number: 2 });
    expect(await beginDraft(db, secretariat, entry)).toEqual({ kind: "unfinished", number: 2 });
    const draft = await findDeskDraft(db, 2);
    expect(Object.keys(draft?.commentaries ?? {})).toHaveLength(28);
    expect(draft).toMatchObject({ state: "preparing", isSample: true, versionLabel: "第2次案" });
    expect(await findPublishedDraft(db, anyone, 2)).toBeUndefined();
    expect(await findDraftPdf(db, anyone, 2)).toBeUndefined();
    expect(await listPublishedDrafts(db, anyone)).toHaveLength(1);
  });

  test("is saved only over the state that the form was filled from", async () => {
    const { db } = database;
    const draft = await findDeskDraft(db, 2);
    if (!draft) throw new Error("no draft 2");
    const { commentaries, base } = draft;
    const change = { ...entry, title: "公契約条例　中間案（修正）", commentaries };
    expect(await saveDraft(db, secretariat, 2, change, base)).toBe("saved");
    expect(await saveDraft(db, secretariat, 2, change, base)).toBe("changed");
    expect(await saveDraft(db, secretariat, 1, change, base)).toBe("published");
    expect(await saveDraft(db, secretariat, 9, change, base)).toBe("missing");
    expect((await findDeskDraft(db, 2))?.title).toBe("公契約条例　中間案（修正）");
  });

  test("leaves out what the public may not see, and says so", async () => {
    const { db, sql } = database;
    const [closed] = await sql<{ meeting: number; number: number; text: string }[]>`
      select m.number as meeting, u.number, u.text from utterances u
      join meetings m on m.id = u.meeting_id where u.closed limit 1`;
    if (!closed) throw new Error("the sample has no closed utterance");
    const place = { provisionId: await provisionId(3, "art-26"), place: "第26条", note: "" };
    const { meeting, number: utterance, text } = closed;
    await addLink(db, secretariat, { ...place, target: { kind: "utterance", meeting, utterance } });
    const [open] = await sql<
      { slug: string; questionnaire: { pages: { questions: { name: string }[] }[] } }[]
    >`
      select slug, questionnaire from surveys where state = 'open'`;
    const question = open?.questionnaire.pages[0]?.questions[0]?.name ?? "";
    await addLink(db, secretariat, {
      ...place,
      target: { kind: "question", survey: open?.slug ?? "", question },
    });
    const preview = await previewDraft(db, 2, press.paths);
    expect(preview?.omitted.map(({ words }) => words)).toEqual([
      `第${meeting}回会議の発言${utterance}（公開していません）`,
      expect.stringMatching(/^調査「.+」の問1（集計を公表していません）$/),
    ]);
    const document = await assembled(2);
    expect(JSON.stringify(document)).not.toContain(text.slice(0, 20));
    const article = document.articles.find(({ label }) => label === "第26条");
    expect(article?.utterances.length ?? 0).toBe(0);
    expect(article?.figures.length ?? 0).toBe(0);
  });

  test("shows a linked comment at the other article too, under its one number", async () => {
    const { db } = database;
    const number = await comment(2, "art-23/p1", "違約金の額の根拠が分かりません。");
    await addReply(db, secretariat, { id: randomUUID(), to: number, body: "定めを削ります。" });
    const provision = await provisionId(3, "art-22");
    await addLink(db, secretariat, {
      provisionId: provision,
      place: "第22条",
      note: "",
      target: { kind: "comment", comment: number },
    });
    const document = await assembled(2);
    const gone = document.removedArticles.find(({ previousLabel }) => previousLabel === "第23条");
    const article = document.articles.find(({ provisionId }) => provisionId === provision);
    expect(gone?.comments).toHaveLength(2);
    expect(gone?.comments).toContainEqual(article?.comments[0]);
    expect(article?.comments).toMatchObject([
      { about: "第1次案の第23条第1項", replies: [{ speaker: "事務局", body: "定めを削ります。" }] },
    ]);
  });

  test("stays without the comments on a version after its own", async () => {
    const { db } = database;
    const source = readFileSync("content/ordinance/v3.txt", "utf8").replace(
      "（委任）",
      "（規則への委任）",
    );
    const { ordinance } = parseOrdinance(source);
    const text = { label: "第3次案", note: "", source, parsed: ordinance };
    const { number } = await addVersion(db, secretariat, text);
    await publishVersion(db, secretariat, number, "members");
    const place = await provisionId(3, "art-1/p1");
    const body = "第3次案の第1条についての意見です。";
    const later = { id: randomUUID(), version: number, provisionId: place, body };
    expect((await addComment(db, member, later)).kind).toBe("stored");
    const document = await assembled(2);
    expect(JSON.stringify(document)).not.toContain(body);
    expect(document.text.versionLabel).toBe("第2次案");
    const onIt = { ...entry, version: number };
    const draft = await findDeskDraft(db, 2);
    const { commentaries = {}, base = "" } = draft ?? {};
    const saved = await saveDraft(db, secretariat, 2, { ...onIt, commentaries }, base);
    expect(saved).toBe("no-version");
  });
});

describe("publishing an interim draft", () => {
  test("is refused with everything that stands in the way, and stores nothing", async () => {
    const { db } = database;
    const draft = await findDeskDraft(db, 2);
    if (!draft) throw new Error("no draft 2");
    const stray = { ...draft.commentaries, [await provisionId(1, "art-6")]: "削られた条の解説" };
    const save = (commentaries: Record<string, string>, base: string) =>
      saveDraft(db, secretariat, 2, { ...entry, commentaries }, base);
    await save(stray, draft.base);
    const done = await publishInterimDraft(db, secretariat, 2, quick);
    expect(done).toMatchObject({
      kind: "refused",
      problems: [{ message: expect.stringContaining("逐条の解説のうち1件は、「第2次案」にない") }],
    });
    expect((await findDeskDraft(db, 2))?.state).toBe("preparing");
    await save(draft.commentaries, (await findDeskDraft(db, 2))?.base ?? "");
  });

  test("publishes what was previewed and nothing else", async () => {
    const { db } = database;
    const previewed = "0".repeat(64);
    const done = await publishInterimDraft(db, secretariat, 2, quick, { previewed });
    expect(done).toEqual({ kind: "changed" });
    expect(await publishInterimDraft(db, secretariat, 9, quick)).toEqual({ kind: "missing" });
  });

  test("happens once, however many press the button, and while others publish", async () => {
    const { db } = database;
    const publish = () => publishInterimDraft(db, secretariat, 2, quick);
    const [one, other] = await besides(
      Promise.all([publish(), publish()]),
      Promise.all(Array.from({ length: 6 }, (_, index) => announceSomething(db, index))),
    );
    expect([one.kind, other.kind].sort()).toEqual(["already", "published"]);
    expect(await publishInterimDraft(db, secretariat, 2, quick)).toEqual({ kind: "already" });
    const told = (await listPublications(db, anyone, 50)).filter(
      ({ subject }) => subject.kind === "interim-draft" && subject.number === 2,
    );
    expect(told).toHaveLength(1);
    const recorded = (await listRecord(db, 100)).filter(
      ({ action, subject }) => action === "中間案の公表" && subject.startsWith("第2号"),
    );
    expect(recorded).toHaveLength(1);
  });

  test("leaves the one before as it was, and lists both, the newest first", async () => {
    const { db } = database;
    expect((await listPublishedDrafts(db, anyone)).map(({ number }) => number)).toEqual([2, 1]);
    expect((await listDeskDrafts(db)).map(({ state }) => state)).toEqual([
      "published",
      "published",
    ]);
    expect((await publishedDocument(1)).title).toBe("伊賀市公契約条例　中間案（骨子）");
    expect((await publishedDocument(2)).title).toBe(entry.title);
  });
});

/** The first of two things that happen at once. */
async function besides<T>(first: Promise<T>, second: Promise<unknown>): Promise<T> {
  const [done] = await Promise.all([first, second]);
  return done;
}

function announceSomething(db: Database, index: number): Promise<void> {
  return announce(db, {
    audience: "public",
    title: `お知らせ${index}`,
    summary: "",
    subject: { kind: "goal-sheet", version: 1 },
  });
}
