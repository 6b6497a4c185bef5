import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseMinutes } from "#app/domain/minutes/index.ts";
import { parseOrdinance } from "#app/domain/ordinance/index.ts";
import { anyone, type SignedIn } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import { addComment, addReply, disposeComment } from "#db/queries/comment-writing.ts";
import { listThreads } from "#db/queries/comments.ts";
import { addLink, removeLink } from "#db/queries/link-writing.ts";
import { linksOf } from "#db/queries/links.ts";
import { findMinutesDesk } from "#db/queries/minutes-desk.ts";
import { publishMinutes } from "#db/queries/minutes-publication.ts";
import { type ProvisionRow, provisionsIn } from "#db/queries/provisions.ts";
import {
  decideTexts,
  findSurvey,
  newestRelease,
  releaseResults,
  textsToDecide,
} from "#db/queries/surveys/index.ts";
import { addVersion } from "#db/queries/version-preparation.ts";
import { publishVersion } from "#db/queries/version-publication.ts";
import { newestVersion } from "#db/queries/versions.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let clerk: Person & { viewer: SignedIn };
let member: Person & { viewer: SignedIn };
beforeAll(async () => {
  site = await testSite("samples");
  clerk = await site.signIn("secretariat");
  member = await site.signIn("member");
});
afterAll(() => site.stop());

const addresses = [
  href("interimDraft", { number: 1 }),
  href("interimDraftPdf", { number: 1 }),
  href("interimDraftJson", { number: 1 }),
  href("interimDraftText", { number: 1 }),
];

/** Every byte that the public gets of the interim draft, and its validators. */
async function publicBytes() {
  return Promise.all(
    addresses.map(async (address) => {
      const response = await site.visitor().get(address);
      expect(response.status, address).toBe(200);
      const bytes = Buffer.from(await response.arrayBuffer());
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return { address, etag: response.headers.get("ETag"), size: bytes.length, sha256 };
    }),
  );
}

/** Does things one after the other and says how many. */
async function inTurn(changes: readonly (() => Promise<unknown>)[]): Promise<number> {
  for (const change of changes) await change();
  return changes.length;
}

function articlesOf(rows: readonly ProvisionRow[]): ProvisionRow[] {
  return rows.filter(({ kind }) => kind === "article");
}

test("50 further edits and answers reach neither page nor PDF, JSON, text or hashes", async () => {
  const { db, database } = site;
  const before = await publicBytes();
  const version = await newestVersion(db, anyone);
  if (!version) throw new Error("no version is public");
  const articles = articlesOf(await provisionsIn(db, version));
  const threads = await listThreads(db, clerk.viewer);

  let changes = await inTurn([
    ...articles.slice(0, 12).map(({ id, fullLabel }) => async () => {
      const comment = { id: randomUUID(), version: version.number, provisionId: id };
      const posted = await addComment(db, member.viewer, {
        ...comment,
        body: `${fullLabel}について、公表の後に出した意見です。`,
      });
      expect(posted.kind).toBe("stored");
    }),
    ...threads.slice(0, 8).map(({ number }) => async () => {
      const reply = { id: randomUUID(), to: number, body: "公表の後の返信です。" };
      expect((await addReply(db, clerk.viewer, reply)).kind).toBe("stored");
    }),
    ...threads.slice(0, 8).map(({ number }) => async () => {
      const reason = "公表の後に考えを改めました。";
      const said = { number, kind: "不採用", reason } as const;
      expect(await disposeComment(db, clerk.viewer, said)).toBe("stored");
    }),
    ...articles.slice(0, 8).map(({ id, fullLabel: place }) => async () => {
      const target = { kind: "utterance", meeting: 3, utterance: 2 } as const;
      const link = { provisionId: id, place, note: "公表の後の関連付け", target };
      expect(await addLink(db, clerk.viewer, link)).toBe("linked");
    }),
  ]);

  const links = [
    ...(
      await linksOf(
        db,
        anyone,
        articles.map(({ id }) => id),
      )
    ).values(),
  ].flat();
  changes += await inTurn(
    links.slice(0, 6).map(({ id: linkId, provisionId }) => async () => {
      const place = "第1条";
      const done = removeLink(db, clerk.viewer, { linkId, provisionIds: [provisionId], place });
      expect(await done).toBeTruthy();
    }),
  );

  changes += await inTurn([
    () => correctMinutes(2, "1億円以上", "2億円以上"),
    () => correctMinutes(5, "第", "第"),
    publishNextVersion,
    ...Array.from({ length: 5 }, () => () => answerAgain()),
    async () => {
      const survey = await findSurvey(db, anyone, "r8-jigyosha");
      const shown = survey && (await newestRelease(db, anyone, survey.id));
      if (!survey) throw new Error("no survey r8-jigyosha");
      await withholdTexts(survey, "q24");
      const done = await releaseResults(db, clerk.viewer, survey.id, "確報");
      expect(done).toEqual({ released: true, number: 3 });
      const now = survey && (await newestRelease(db, anyone, survey.id));
      expect(now?.published).not.toEqual(shown?.published);
    },
    () => database.sql`update accounts set name = '改名した人' where role = 'member'`,
    () => database.sql`update surveys set title = title || '（改題）'`,
    async () => {
      const typed = await editForm(1);
      const refused = await clerk.post(href("deskInterimDraft", { number: 1 }), typed);
      expect(refused.status).toBe(409);
    },
    async () => {
      const again = href("deskInterimDraftPreview", { number: 1 });
      const refused = await clerk.post(again, { sha256: "0".repeat(64) });
      expect(refused.status).toBe(409);
      expect(await refused.text()).toContain("すでに公表されています");
    },
    publishSecondDraft,
  ]);

  expect(changes).toBeGreaterThanOrEqual(50);
  expect(await publicBytes()).toEqual(before);
});

/** Corrects minutes so that the text of utterances differs. */
async function correctMinutes(number: number, from: string, to: string): Promise<void> {
  const desk = await findMinutesDesk(site.db, number);
  const source = (desk?.published?.source ?? "").replaceAll(from, to).replace("はい", "はい ");
  const { minutes, problems } = parseMinutes(source);
  if (!minutes) throw new Error(JSON.stringify(problems));
  const done = await publishMinutes(site.db, clerk.viewer, number, {
    source,
    minutes,
    reason: "聞き間違いを直しました。",
    base: desk?.base ?? "",
    audience: "public",
  });
  expect(done).toEqual({ version: 2 });
}

async function publishNextVersion(): Promise<void> {
  const source = readFileSync("content/ordinance/v3.txt", "utf8").replaceAll("努めるもの", "する");
  const { ordinance, problems } = parseOrdinance(source);
  expect(problems).toEqual([]);
  const text = { label: "第3次案", note: "公表の後の版", source, parsed: ordinance };
  const { number } = await addVersion(site.db, clerk.viewer, text);
  expect(await publishVersion(site.db, clerk.viewer, number, "public")).toBe("published");
}

/** One more firm gives the answer of another: the figures that were cited are no longer the newest. */
function answerAgain() {
  return site.database.sql`
    insert into responses (survey_id, receipt_number, answers, strata)
    select survey_id, gen_random_uuid()::text, answers, strata
    from responses order by id limit 1`;
}

/** Takes every text of a question out of the releases to come: the next one says something else. */
async function withholdTexts(survey: { id: string; title: string }, name: string): Promise<void> {
  const found = await textsToDecide(site.db, clerk.viewer, survey.id, name);
  if (!found) throw new Error(`no texts of ${name}`);
  const hashes = found.written.texts.map(({ hash }) => hash);
  const decision = { verdict: "withhold", wording: null } as const;
  await decideTexts(site.db, clerk.viewer, survey, found.question, hashes, decision);
}

/** The fields of the secretariat's form as a browser would send them. */
async function editForm(number: number): Promise<Record<string, string>> {
  const html = await (await clerk.get(href("deskInterimDraft", { number }))).text();
  const base = /name="base" value="([^"]*)"/.exec(html)?.[1] ?? "";
  const version = "3";
  return { base, version, title: "別の題名", statusText: "別の位置付け", introduction: "別の文章" };
}

async function publishSecondDraft(): Promise<void> {
  const begun = await clerk.post(href("deskInterimDrafts"), {
    title: "第2の中間案",
    statusText: "審議の途中の案です。",
    introduction: "",
    version: "4",
  });
  expect(begun.status).toBe(303);
  const preview = href("deskInterimDraftPreview", { number: 2 });
  const html = await (await clerk.get(preview)).text();
  const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? "";
  const done = await clerk.post(preview, { sha256 });
  expect(done.headers.get("Location")).toBe(href("interimDraft", { number: 2 }));
  const page = await (await site.visitor().get(href("interimDraft", { number: 2 }))).text();
  expect(page).toContain("公表の後に出した意見です。");
}
