import { readFrontMatter } from "#app/domain/markdown/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { beginDraft, findDeskDraft, saveDraft } from "#db/queries/interim-drafts/desk.ts";
import type { DraftPress } from "#db/queries/interim-drafts/press.ts";
import { publishInterimDraft } from "#db/queries/interim-drafts/publication.ts";
import { provisionsIn } from "#db/queries/provisions.ts";
import { newestVersion } from "#db/queries/versions.ts";
import { readContent } from "./content.ts";
import { samplePeople } from "./sample-people.ts";

/** After the last of the sample meetings. */
const publishedAt = new Date("2026-11-20T15:00:00+09:00");

/** The first interim draft, a sample, published: the whole thread can be followed from its page. */
export async function seedInterimDraft(db: Database, press: DraftPress): Promise<void> {
  const secretariat = (await samplePeople(db))("事務局");
  const version = await newestVersion(db, anyone);
  if (!version) throw new Error("no version is public");
  const { entries, body } = readFrontMatter(await readContent("interim-draft.md"), [
    "題名",
    "位置付け",
  ]);
  const { 題名: title, 位置付け: statusText } = entries;
  if (!title || !statusText) throw new Error("content/interim-draft.md: no 題名 or 位置付け");
  const entry = {
    title: title.value,
    statusText: statusText.value,
    introduction: body.join("\n").trim(),
    version: version.number,
  };
  const begun = await beginDraft(db, secretariat, entry);
  const draft = begun.kind === "created" ? await findDeskDraft(db, begun.number) : undefined;
  if (!draft) throw new Error(`the sample interim draft was not begun: ${begun.kind}`);
  const commentaries = await sampleCommentaries(db, version);
  await saveDraft(db, secretariat, draft.number, { ...entry, commentaries }, draft.base);
  const done = await publishInterimDraft(db, secretariat, draft.number, press, { at: publishedAt });
  if (done.kind !== "published") throw new Error(`interim draft: ${JSON.stringify(done)}`);
}

/** The sections of `content/commentary.md` (「## 第8条」) by the identity of their article. */
async function sampleCommentaries(
  db: Database,
  version: { id: string },
): Promise<Record<string, string>> {
  const provisions = await provisionsIn(db, version);
  const [, ...sections] = (await readContent("commentary.md")).split(/^## /m);
  return Object.fromEntries(
    sections.map((section) => {
      const [, label = "", markdown = ""] = /^(.+)\n([\s\S]*)$/.exec(section) ?? [];
      const article = provisions.find((row) => row.kind === "article" && row.fullLabel === label);
      if (!article) throw new Error(`content/commentary.md: no ${label}`);
      return [article.id, markdown.trim()];
    }),
  );
}
