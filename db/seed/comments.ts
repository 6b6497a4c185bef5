import { randomUUID } from "node:crypto";
import type { DispositionKind } from "#app/domain/discussion/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { addComment, addReply, disposeComment } from "#db/queries/comment-writing.ts";
import { type ProvisionRow, provisionsIn } from "#db/queries/provisions.ts";
import { versionByNumber } from "#db/queries/versions.ts";
import { readContentJson } from "./content.ts";
import { sampleVersions } from "./ordinance.ts";
import { samplePeople } from "./sample-people.ts";

/** A sample comment as `content/comments.json` has it. */
interface SampleComment {
  version: number;
  article: string;
  paragraph?: number;
  author: string;
  body: string;
  replies?: { author: string; body: string }[];
  disposition?: { kind: DispositionKind; reason: string };
}

const hour = 3_600_000;
const day = 24 * hour;

/** Comments by the sample accounts with replies and dispositions, dated after their version. */
export async function seedComments(db: Database): Promise<void> {
  const person = await samplePeople(db);
  const versions = await sampleVersions();
  const comments = await readContentJson<SampleComment[]>("comments.json");
  for (const [index, sample] of comments.entries()) {
    const { version, body, replies = [], disposition } = sample;
    const begin = instantOf(versions[version - 1]?.preparedOn);
    const written = new Date(begin + (2 + ((index % 12) >> 2)) * day + (index % 4) * 2 * hour);
    const posted = await addComment(db, person(sample.author), {
      id: randomUUID(),
      version,
      provisionId: (await provisionOf(db, sample)).id,
      body,
      createdAt: written,
    });
    if (posted.kind === "missing") throw new Error(`version ${version} cannot be commented on`);
    const { number } = posted;
    for (const [at, reply] of replies.entries()) {
      await addReply(db, person(reply.author), {
        id: randomUUID(),
        to: number,
        body: reply.body,
        createdAt: new Date(written.getTime() + (at + 1) * (day + hour)),
      });
    }
    if (!disposition) continue;
    const next = versions[version]?.preparedOn;
    const decided = next === undefined ? begin + 9 * day : instantOf(next) - day;
    const { kind, reason } = disposition;
    const createdAt = new Date(decided);
    await disposeComment(db, person("事務局"), { number, kind, reason, createdAt });
  }
}

function instantOf(civilDate: string | undefined): number {
  return new Date(`${civilDate}T10:00:00+09:00`).getTime();
}

async function provisionOf(
  db: Database,
  { version: number, article, paragraph }: SampleComment,
): Promise<ProvisionRow> {
  const version = await versionByNumber(db, anyone, number);
  const rows = version ? await provisionsIn(db, version) : [];
  const whole = rows.find(({ kind, fullLabel }) => kind === "article" && fullLabel === article);
  const path = paragraph === undefined ? whole?.path : `${whole?.path}/p${paragraph}`;
  const row = rows.find((each) => each.path === path);
  if (!row) throw new Error(`version ${number} has no ${article} 第${paragraph}項`);
  return row;
}
