import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anyone, type SignedIn } from "#app/domain/viewer.ts";
import { sqlState } from "#db/database.ts";
import { listAccounts } from "#db/queries/accounts.ts";
import { addComment, addReply, disposeComment } from "#db/queries/comment-writing.ts";
import { commentsOfProvisions, listThreads, threadByNumber } from "#db/queries/comments.ts";
import { publishedFacts } from "#db/queries/progress.ts";
import { type ProvisionRow, provisionsIn } from "#db/queries/provisions.ts";
import { versionByNumber } from "#db/queries/versions.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
let member: SignedIn;
let secretariat: SignedIn;

async function provision(version: number, fullLabel: string): Promise<ProvisionRow> {
  const found = await versionByNumber(database.db, anyone, version);
  const rows = found ? await provisionsIn(database.db, found) : [];
  const row = rows.find((each) => each.fullLabel === fullLabel);
  if (!row) throw new Error(`no ${fullLabel}`);
  return row;
}

beforeAll(async () => {
  database = await testDatabase("samples");
  const accounts = await listAccounts(database.db);
  const person = (name: string): SignedIn => {
    const account = accounts.find((each) => each.name === name);
    if (!account) throw new Error(name);
    return { kind: account.role, accountId: account.id, name };
  };
  member = person("委員A");
  secretariat = person("事務局");
});
afterAll(() => database.drop());

describe("comments", () => {
  test("stay with their article when it is renumbered", async () => {
    const { db } = database;
    // 第1次案の第16条（労働者への周知）is 第17条 in the version after.
    const now = await provision(3, "第17条");
    const threads = (await commentsOfProvisions(db, member, [now.id])).get(now.id) ?? [];
    expect(threads.map(({ version, place }) => `${version.label}の${place}`)).toEqual([
      "第1次案の第16条",
    ]);
    expect(threads[0]?.disposition?.kind).toBe("検討中");
  });

  test("of the sample have replies and dispositions", async () => {
    const { db } = database;
    const threads = await listThreads(db, member);
    expect(threads).toHaveLength(15);
    const first = threads.at(-1);
    expect(first?.replies.map(({ author }) => author)).toEqual(["委員A", "事務局"]);
    expect(first?.disposition?.kind).toBe("一部反映");
    expect(await publishedFacts(db)).toMatchObject({ commentsAnswered: 14, versionsPublished: 3 });
  });

  test("are not for the public", async () => {
    const { db } = database;
    expect(await listThreads(db, anyone)).toEqual([]);
    expect(await threadByNumber(db, anyone, 1)).toBeUndefined();
    const { id } = await provision(3, "第17条");
    expect((await commentsOfProvisions(db, anyone, [id])).size).toBe(0);
  });

  test("posted twice from one form are stored once", async () => {
    const { db } = database;
    const { id: provisionId } = await provision(3, "第8条第3項");
    const comment = { id: randomUUID(), version: 3, provisionId, body: "書き方を確かめたいです。" };
    const posted = await Promise.all([
      addComment(db, member, comment),
      addComment(db, member, comment),
    ]);
    expect(posted.map(({ kind }) => kind).sort()).toEqual(["repeated", "stored"]);
    const threads = await commentsOfProvisions(db, member, [provisionId]);
    expect(threads.get(provisionId)?.map(({ body }) => body)).toEqual([comment.body]);
    // The identifier of somebody else's form is no way to their comment.
    expect(await addComment(db, secretariat, comment)).toEqual({ kind: "missing" });
  });

  test("need a provision of the version they name", async () => {
    const { db } = database;
    const { id: removed } = await provision(2, "第23条");
    const { id: known } = await provision(3, "第1条");
    const body = "意見です。";
    const missing = { kind: "missing" };
    const add = (version: number, provisionId: string) =>
      addComment(db, member, { id: randomUUID(), version, provisionId, body });
    expect(await add(3, randomUUID())).toEqual(missing);
    expect(await add(3, removed)).toEqual(missing);
    expect(await add(9, known)).toEqual(missing);
    expect((await add(2, removed)).kind).toBe("stored");
  });

  test("take replies in one thread, also to a reply", async () => {
    const { db } = database;
    const [newest] = await listThreads(db, member);
    const to = newest?.number ?? 0;
    const reply = await addReply(db, secretariat, { id: randomUUID(), to, body: "確かめます。" });
    if (reply.kind === "missing") throw new Error("no thread");
    await addReply(db, member, { id: randomUUID(), to: reply.number, body: "お願いします。" });
    const thread = await threadByNumber(db, member, reply.number);
    expect(thread?.number).toBe(to);
    expect(thread?.replies.map(({ body }) => body)).toEqual(["確かめます。", "お願いします。"]);
    expect(await addReply(db, member, { id: randomUUID(), to: 99_999, body: "?" })).toEqual({
      kind: "missing",
    });
    // A reply is not itself disposed of.
    const disposition = { number: reply.number, kind: "反映" as const, reason: "直しました。" };
    expect(await disposeComment(db, secretariat, disposition)).toBe("missing");
  });

  test("keep every disposition; the newest counts", async () => {
    const { db } = database;
    const [newest] = await listThreads(db, member);
    const number = newest?.number ?? 0;
    const say = (kind: "検討中" | "反映", reason: string) =>
      disposeComment(db, secretariat, { number, kind, reason });
    expect(await say("検討中", "次の会議で話し合います。")).toBe("stored");
    expect(await say("反映", "第3項を改めました。")).toBe("stored");
    expect(await say("反映", "第3項を改めました。")).toBe("repeated");
    const thread = await threadByNumber(db, member, number);
    expect(thread?.dispositions.map(({ kind }) => kind)).toEqual(["検討中", "反映"]);
    expect(thread?.disposition).toMatchObject({ kind: "反映", by: "事務局" });
    const change = database.sql`update dispositions set reason = 'x'`;
    await expect(change.catch(sqlState)).resolves.toBe("JK001");
  });
});
