import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseOrdinance } from "#app/domain/ordinance/index.ts";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import { sqlState } from "#db/database.ts";
import { listProvisionNumbers, provisionHistory, provisionsIn } from "#db/queries/provisions.ts";
import { listPublications } from "#db/queries/publications.ts";
import {
  addVersion,
  alignmentOf,
  decideAlignment,
  replaceVersionText,
} from "#db/queries/version-preparation.ts";
import { publishVersion } from "#db/queries/version-publication.ts";
import { listVersions, newestVersion, versionByNumber } from "#db/queries/versions.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
const member: Viewer = { kind: "member", accountId: "", name: "委員A" };
const secretariat: Viewer = { kind: "secretariat", accountId: "", name: "事務局" };

const article = (caption: string, number: number, text: string) =>
  `（${caption}）\n第${number}条　${text}`;
const aim = "この条例は、公契約に関し必要な事項を定めることを目的とする。";
const duty = "市は、公契約に関する施策を総合的に策定し、及び実施する責務を有する。";
const report = "受注者は、労働環境に関する報告書を作成し、市長に提出しなければならない。";
const saving = "受注者は、賃金台帳その他の書類を3年間保存しなければならない。";

/** A short ordinance of the given articles, numbered in order. */
function ordinance(...articles: [caption: string, text: string][]): string {
  const body = articles.map(([caption, text], index) => article(caption, index + 1, text));
  return ["公契約条例", ...body, "附　則", "この条例は、公布の日から施行する。"].join("\n");
}

const first = ordinance(["目的", aim], ["市の責務", duty], ["報告", report]);
const second = ordinance(
  ["目的", aim],
  ["市の責務", duty],
  ["書類の保存", saving],
  ["報告", report],
);

function read(source: string, label: string) {
  const { ordinance, problems } = parseOrdinance(source);
  expect(problems).toEqual([]);
  return { label, note: `${label}です。`, source, parsed: ordinance };
}

/** The public number of the article that has the label in the version. */
async function numberOf(version: number, label: string): Promise<number> {
  const found = await versionByNumber(database.db, secretariat, version);
  const rows = found ? await provisionsIn(database.db, found) : [];
  const row = rows.find((each) => each.kind === "article" && each.fullLabel === label);
  return row?.number ?? Number.NaN;
}

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describe("versions of the draft", () => {
  test("carry identities over an insertion that renumbers", async () => {
    const { db } = database;
    expect(await addVersion(db, anyone, read(first, "たたき台"))).toEqual({
      kind: "stored",
      number: 1,
    });
    const reportNumber = await numberOf(1, "第3条");
    expect(reportNumber).toBeGreaterThan(0);
    await publishVersion(db, anyone, 1, "public");

    await addVersion(db, anyone, read(second, "第1次案"));
    expect(await numberOf(2, "第4条")).toBe(reportNumber);
    expect(await numberOf(2, "第1条")).toBe(await numberOf(1, "第1条"));
    const added = await numberOf(2, "第3条");
    expect([1, 2, 3].map((n) => `第${n}条`)).not.toContain(added);
    expect(added).not.toBe(reportNumber);
  });

  test("wait for one another: no second unpublished version", async () => {
    const { db } = database;
    expect(await addVersion(db, anyone, read(second, "別の案"))).toEqual({
      kind: "unfinished",
      number: 2,
    });
    expect(await listVersions(db, secretariat)).toHaveLength(2);
  });

  test("keep their identities when their text is replaced before publication", async () => {
    const { db } = database;
    const [added, kept] = [await numberOf(2, "第3条"), await numberOf(2, "第4条")];
    const third = ordinance(
      ["目的", aim],
      ["定義", "この条例において公契約とは、市が締結する工事の請負契約をいう。"],
      ["市の責務", duty],
      ["書類の保存", saving.replace("3年間", "5年間")],
      ["報告", report],
    );
    expect(await replaceVersionText(db, anyone, 2, read(third, "第1次案"))).toBe("stored");
    expect(await numberOf(2, "第4条")).toBe(added);
    expect(await numberOf(2, "第5条")).toBe(kept);
    expect(await replaceVersionText(db, anyone, 2, read(second, "第1次案"))).toBe("stored");
    expect(await numberOf(2, "第3条")).toBe(added);
  });

  test("take a person's word on which article is which", async () => {
    const { db } = database;
    const [reportNumber, saved] = [await numberOf(1, "第3条"), await numberOf(2, "第3条")];
    const decisions = [{ kind: "same" as const, before: "art-3", after: "art-3" }];
    expect(await decideAlignment(db, anyone, 2, decisions)).toBe("stored");
    expect(await numberOf(2, "第3条")).toBe(reportNumber);
    expect(await numberOf(2, "第4条")).not.toBe(reportNumber);
    const version = await versionByNumber(db, secretariat, 2);
    const aligned = version && (await alignmentOf(db, version));
    const pair = aligned?.alignment.pairs.find(({ after }) => after === "art-3");
    expect(pair).toMatchObject({ before: "art-3", decided: true });
    // Taken back, the proposal counts again and the added article has its own identity again.
    await decideAlignment(db, anyone, 2, []);
    expect(await numberOf(2, "第4条")).toBe(reportNumber);
    expect(saved).not.toBe(reportNumber);
  });

  test("keep a decision when the text is replaced and the article moves on", async () => {
    const { db } = database;
    await decideAlignment(db, anyone, 2, [{ kind: "added", after: "art-4" }]);
    expect(await numberOf(2, "第4条")).not.toBe(await numberOf(1, "第3条"));
    const longer = ordinance(
      ["目的", aim],
      ["市の責務", duty],
      ["書類の保存", saving],
      ["相談", "市長は、労働者からの相談に応ずるための窓口を置くものとする。"],
      ["報告", report],
    );
    await replaceVersionText(db, anyone, 2, read(longer, "第1次案"));
    const version = await versionByNumber(db, secretariat, 2);
    expect(version?.decisions).toEqual([{ kind: "added", after: "art-5" }]);
    await decideAlignment(db, anyone, 2, []);
    await replaceVersionText(db, anyone, 2, read(second, "第1次案"));
  });

  test("are seen by those they were published to, and fixed from then on", async () => {
    const { db } = database;
    expect(await versionByNumber(db, member, 2)).toBeUndefined();
    expect(await publishVersion(db, anyone, 2, "members")).toBe("published");
    expect(await publishVersion(db, anyone, 2, "members")).toBe("already");
    expect((await versionByNumber(db, member, 2))?.label).toBe("第1次案");
    expect(await versionByNumber(db, anyone, 2)).toBeUndefined();
    expect((await newestVersion(db, anyone))?.number).toBe(1);
    expect((await newestVersion(db, member))?.number).toBe(2);
    expect(await replaceVersionText(db, anyone, 2, read(first, "別"))).toBe("fixed");
    expect(await decideAlignment(db, anyone, 2, [])).toBe("fixed");
    const titles = (viewer: Viewer) =>
      listPublications(db, viewer, 10).then((rows) => rows.map(({ title }) => title));
    expect(await titles(anyone)).toEqual(["条例案「たたき台」（第1版）"]);
    expect(await titles(member)).toContain("条例案「第1次案」（第2版）");

    expect(await publishVersion(db, anyone, 2, "public")).toBe("published");
    expect(await publishVersion(db, anyone, 2, "public")).toBe("already");
    expect(await publishVersion(db, anyone, 9, "public")).toBe("missing");
    expect((await newestVersion(db, anyone))?.number).toBe(2);
  });

  test("are kept by the database itself", async () => {
    const refused = (run: PromiseLike<unknown>) =>
      Promise.resolve(run).then(
        () => "done",
        (error) => sqlState(error),
      );
    const { sql } = database;
    expect(await refused(sql`update draft_versions set source = 'x'`)).toBe("JK001");
    expect(await refused(sql`delete from version_provisions`)).toBe("JK001");
    expect(await refused(sql`delete from provisions`)).toBe("JK001");
  });

  test("tell a provision's history by its public number", async () => {
    const { db } = database;
    const number = await numberOf(1, "第3条");
    const history = await provisionHistory(db, anyone, number);
    expect(history.map(({ version, provision }) => [version.label, provision.fullLabel])).toEqual([
      ["たたき台", "第3条"],
      ["第1次案", "第4条"],
    ]);
    expect(history[1]?.within.map(({ text }) => text)).toEqual([report]);
    expect(await provisionHistory(db, anyone, 99_999)).toEqual([]);
    expect(await listProvisionNumbers(db, anyone)).toContain(number);
  });
});
