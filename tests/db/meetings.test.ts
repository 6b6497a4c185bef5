import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseMinutes } from "#app/domain/minutes/index.ts";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import { sqlState } from "#db/database.ts";
import { listMeetingAddresses } from "#db/queries/meeting-addresses.ts";
import { createMeeting, listMeetings } from "#db/queries/meetings.ts";
import { findMeetingPage, findMinutesVersion, findUtterancePage } from "#db/queries/minutes.ts";
import { findMinutesDesk } from "#db/queries/minutes-desk.ts";
import { publishMinutes, saveMinutesDraft, widenMinutes } from "#db/queries/minutes-publication.ts";
import { addPaper, findPaper, publishPaper } from "#db/queries/papers.ts";
import { listPublications, readPublicationCounter } from "#db/queries/publications.ts";
import { findUtterance, searchUtterances } from "#db/queries/utterances.ts";
import { minutesVersions } from "#db/schema/index.ts";
import { seedMeetings } from "#db/seed/meetings.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { minutesSource, partlyClosed, publishSample } from "#tests/support/sample-minutes.ts";

// A viewer of the queries; no account is needed to read.
const member: Viewer = { kind: "member", accountId: crypto.randomUUID(), name: "委員A" };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const opening = "**会長**　ただいまから会議を始めます。";
const claim = "**委員A**　対象は1億円以上の工事とし、委託は1千万円以上とすべきだと考えます。";
const reply = "**委員B**　指定管理者との協定も、対象に含めていただきたいと思います。";
const closing = "**事務局**　次回の日程を確認して、閉会します。";
const recordOf = (...utterances: string[]) => `### 1 議事\n${utterances.join("\n\n")}`;

describe("corrections", () => {
  test("keep the numbers of utterances, give new ones to new ones, and keep removed ones readable", async () => {
    const { db } = database;
    const number = 1;
    await publishSample(db, { number, record: recordOf(opening, claim, reply, closing) });
    const reworded = claim.replace("1億円", "5千万円");
    const added = "**会長**　異議がないようですので、そのように決めます。";
    await publishSample(
      db,
      { number, record: recordOf(opening, reworded, added, closing) },
      { reason: "委員Aの発言の額に誤りがあったため" },
    );

    const page = await findMeetingPage(db, anyone, number);
    const [section] = page?.minutes?.shown.sections ?? [];
    const [block] = section?.blocks ?? [];
    const numbers = block && block.kind !== "withheld" ? block.utterances.map((u) => u.number) : [];
    expect(numbers).toEqual([1, 2, 5, 4]);
    expect(page?.versions.map(({ version, reason }) => [version, reason])).toEqual([
      [1, null],
      [2, "委員Aの発言の額に誤りがあったため"],
    ]);

    const old = await findMinutesVersion(db, anyone, number, 1);
    expect(JSON.stringify(old?.minutes.shown.sections)).toContain("1億円以上");
    expect(old?.newest).toBe(2);
    const kinds = old?.correction?.comparison.utterances.map((u) => `${u.number} ${u.kind}`);
    expect(kinds).toEqual(expect.arrayContaining(["2 changed", "3 removed", "5 added"]));

    expect(await findUtterance(db, anyone, number, 2)).toMatchObject({
      speaker: "委員A",
      text: expect.stringContaining("5千万円"),
      version: 2,
      removed: false,
    });
    expect(await findUtterance(db, anyone, number, 3)).toMatchObject({
      text: expect.stringContaining("指定管理者"),
      version: 1,
      removed: true,
    });
    const removed = await findUtterancePage(db, anyone, number, 3);
    expect(removed?.history.removedIn).toBe(2);
    expect(removed?.history.steps.map(({ kind }) => kind)).toEqual(["recorded", "removed"]);
    const changed = await findUtterancePage(db, anyone, number, 2);
    expect(changed?.history.steps.map(({ kind }) => kind)).toEqual(["recorded", "changed"]);
    expect(await findUtterancePage(db, anyone, number, 6)).toBeUndefined();
  });

  test("never give the number of a removed utterance to another one", async () => {
    const { db } = database;
    const number = 2;
    await publishSample(db, { number, record: recordOf(opening, claim) });
    await publishSample(db, { number, record: recordOf(opening) }, { reason: "重複のため削除" });
    await publishSample(
      db,
      { number, record: recordOf(opening, closing) },
      { reason: "閉会の発言が抜けていたため" },
    );
    expect((await findUtterance(db, anyone, number, 2))?.text).toContain("1億円");
    expect((await findUtterance(db, anyone, number, 3))?.text).toContain("閉会します");
  });

  test("are refused by the database on the published row itself", async () => {
    const { db, sql } = database;
    await expect(db.update(minutesVersions).set({ source: "別の文" })).rejects.toSatisfy(
      (error) => sqlState(error) === "JK001",
    );
    await expect(sql`update utterances set text = '別の文'`).rejects.toMatchObject({
      code: "JK001",
    });
  });
});

describe("closed passages", () => {
  const number = 6;
  const secret = "6割";
  beforeAll(() => publishSample(database.db, { number, ...partlyClosed }));

  test("are withheld from visitors in every query", async () => {
    const { db } = database;
    const answers = [
      await findMeetingPage(db, anyone, number),
      await findMinutesVersion(db, anyone, number, 1),
      await findUtterancePage(db, anyone, number, 2),
      await findUtterancePage(db, anyone, number, 3),
      await findUtterancePage(db, anyone, number, 5),
      await findUtterance(db, anyone, number, 3),
      await searchUtterances(db, anyone, "単価"),
      await listPublications(db, anyone, 100),
    ];
    expect(JSON.stringify(answers)).not.toContain(secret);
    expect(JSON.stringify(answers)).not.toContain("予定価格の内訳");
    expect(answers[5]).toBeUndefined();
    const page = await findUtterancePage(db, anyone, number, 3);
    expect(page?.history.utterance).toEqual({
      kind: "withheld",
      number: 3,
      reason: "個別の事業者の取引に関する情報を含むため",
      section: "2 議事（1）聞取りの結果",
    });
    const addresses = (await listMeetingAddresses(db, anyone)).find((a) => a.meeting === number);
    expect(addresses?.utterances).toEqual([1, 2, 5, 6]);
  });

  test("are there for members", async () => {
    const { db } = database;
    expect(await findUtterance(db, member, number, 3)).toMatchObject({ closed: true });
    expect(await searchUtterances(db, member, "下請単価 6割")).toHaveLength(1);
    expect(JSON.stringify(await findMeetingPage(db, member, number))).toContain(secret);
  });

  test("that a correction closes are closed in the version before it too", async () => {
    const { db } = database;
    const corrected = 16;
    const open = partlyClosed.record.replace(/^:::.*\n/gmu, "");
    await publishSample(db, { number: corrected, record: open });
    expect(JSON.stringify(await findMeetingPage(db, anyone, corrected))).toContain(secret);
    await publishSample(
      db,
      { number: corrected, ...partlyClosed },
      { reason: "非公開とすべき部分を公開していたため" },
    );
    const answers = [
      await findMeetingPage(db, anyone, corrected),
      await findMinutesVersion(db, anyone, corrected, 1),
      await findMinutesVersion(db, anyone, corrected, 2),
      await findUtterancePage(db, anyone, corrected, 3),
      await findUtterance(db, anyone, corrected, 3),
    ];
    expect(JSON.stringify(answers)).not.toContain(secret);
    const first = await findMinutesVersion(db, anyone, corrected, 1);
    expect(JSON.stringify(first)).toContain("対象とする工事の範囲");
  });

  test("of a meeting closed as a whole are all of its record", async () => {
    const { db } = database;
    const whole = 17;
    const record = recordOf(opening, claim);
    await publishSample(db, {
      number: whole,
      openness: "非公開",
      closedReason: "審査のため",
      record,
    });
    const page = await findMeetingPage(db, anyone, whole);
    expect(page?.minutes?.shown.closedReason).toBe("審査のため");
    expect(JSON.stringify(page)).not.toContain("1億円");
    expect(await findUtterance(db, anyone, whole, 2)).toBeUndefined();
    expect(await findUtterance(db, member, whole, 2)).toMatchObject({ closed: true });
  });
});

describe("minutes for members only", () => {
  test("are nothing to visitors until they are widened", async () => {
    const { db } = database;
    const number = 21;
    await publishSample(db, { number, record: recordOf(opening, claim) }, { audience: "members" });
    expect((await findMeetingPage(db, anyone, number))?.minutes).toBeUndefined();
    expect(await findMinutesVersion(db, anyone, number, 1)).toBeUndefined();
    expect(await findUtterancePage(db, anyone, number, 1)).toBeUndefined();
    expect(await findUtterance(db, anyone, number, 1)).toBeUndefined();
    expect((await findMeetingPage(db, member, number))?.minutes?.audience).toBe("members");

    const before = await readPublicationCounter(db);
    expect(await widenMinutes(db, anyone, number, 1)).toBe("published");
    expect(await readPublicationCounter(db)).toBeGreaterThan(before);
    expect(await widenMinutes(db, anyone, number, 1)).toBe("already");
    expect((await findUtterance(db, anyone, number, 2))?.text).toContain("1億円");
  });

  test("leave the public version the newest for visitors while members read the correction", async () => {
    const { db } = database;
    const number = 22;
    await publishSample(db, { number, record: recordOf(opening, claim) });
    await publishSample(
      db,
      { number, record: recordOf(opening, claim.replace("1億円", "2億円")) },
      { audience: "members", reason: "額の誤り" },
    );
    expect((await findMeetingPage(db, anyone, number))?.versions).toHaveLength(1);
    expect((await findUtterance(db, anyone, number, 2))?.text).toContain("1億円");
    expect((await findUtterance(db, member, number, 2))?.text).toContain("2億円");
  });
});

describe("two clerks at once", () => {
  const written = async (number: number, record: string, base?: string) => {
    const source = minutesSource({ number, record });
    const { minutes } = parseMinutes(source);
    if (!minutes) throw new Error("unfit sample");
    const desk = await findMinutesDesk(database.db, number);
    return { source, minutes, reason: null, base: base ?? desk?.base ?? "" };
  };
  const makeMeeting = (number: number) =>
    createMeeting(database.db, anyone, { number, title: `第${number}回`, heldOn: "2026-05-20" });

  test("do not overwrite each other's draft unseen", async () => {
    const { db } = database;
    await makeMeeting(31);
    const first = await written(31, recordOf(opening));
    const second = await written(31, recordOf(opening, claim));
    expect(await saveMinutesDraft(db, anyone, 31, first)).toBe("saved");
    expect(await saveMinutesDraft(db, anyone, 31, second)).toBe("changed");
    expect((await findMinutesDesk(db, 31))?.draft?.source).toBe(first.source);
    expect(await findMeetingPage(db, anyone, 31)).toMatchObject({ versions: [] });
  });

  test("publish once only, also in the same instant", async () => {
    const { db } = database;
    await makeMeeting(32);
    const one = { ...(await written(32, recordOf(opening))), audience: "public" as const };
    const two = { ...(await written(32, recordOf(opening, claim))), audience: "public" as const };
    const done = await Promise.all([
      publishMinutes(db, anyone, 32, one),
      publishMinutes(db, anyone, 32, two),
    ]);
    expect(done.filter((result) => result === "published")).toHaveLength(1);
    expect(done.filter((result) => typeof result === "object")).toEqual([{ version: 1 }]);
    expect(await saveMinutesDraft(db, anyone, 32, one)).toBe("published");
    expect((await findMeetingPage(db, anyone, 32))?.versions).toHaveLength(1);
  });
});

describe("papers", () => {
  test("of members become everybody's later and are never replaced", async () => {
    const { db } = database;
    const number = 41;
    await createMeeting(db, anyone, { number, title: "第41回", heldOn: "2026-05-20" });
    const content = new TextEncoder().encode("聞取りの要点");
    const paper = {
      number: "資料1",
      title: "聞取りの要点",
      fileName: "kikitori.txt",
      mediaType: "text/plain; charset=utf-8",
      content,
      audience: "members" as const,
    };
    expect(await addPaper(db, anyone, number, paper)).toBe("added");
    expect(await addPaper(db, anyone, number, { ...paper, title: "別の資料" })).toBe("taken");
    const page = await findMeetingPage(db, member, number);
    const id = page?.papers[0]?.id ?? "";
    expect(page?.papers).toMatchObject([{ title: "聞取りの要点", size: content.length }]);
    expect((await findMeetingPage(db, anyone, number))?.papers).toEqual([]);
    expect(await findPaper(db, anyone, id)).toBeUndefined();
    expect(await publishPaper(db, anyone, number, id)).toBe("published");
    expect(await publishPaper(db, anyone, number, id)).toBe("already");
    const found = await findPaper(db, anyone, id);
    expect(new TextDecoder().decode(found?.content)).toBe("聞取りの要点");
  });
});

describe("the samples", () => {
  test("are seven meetings, one partly closed, one corrected, with papers", async () => {
    const samples = await testDatabase();
    try {
      const { db } = samples;
      await seedMeetings(db);
      const list = await listMeetings(db, anyone);
      expect(list.map(({ number }) => number)).toEqual([7, 6, 5, 4, 3, 2, 1]);
      expect(list.every(({ isSample, minutes }) => isSample && minutes)).toBe(true);
      expect(list.find(({ number }) => number === 4)?.minutes?.versions).toBe(2);
      expect(list.find(({ number }) => number === 6)?.minutes?.openness).toBe("一部非公開");
      const utterances = (await listMeetingAddresses(db, anyone)).flatMap((m) => m.utterances);
      expect(utterances.length).toBeGreaterThan(60);
      expect(await searchUtterances(db, anyone, "労働者台帳　第14条")).not.toEqual([]);
      expect(await searchUtterances(db, anyone, "100%_")).toEqual([]);
      const papers = await Promise.all(
        list.map(async ({ number }) => (await findMeetingPage(db, member, number))?.papers ?? []),
      );
      expect(papers.flat().length).toBe(10);
      expect(papers.flat().filter(({ audience }) => audience === "members")).toHaveLength(2);
    } finally {
      await samples.drop();
    }
  });
});
