import type { CommentThread } from "#app/domain/discussion/index.ts";
import { byUrgency } from "#app/domain/discussion/state.ts";
import type { InlineProvision } from "#app/domain/ordinance/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { listThreads, threadByNumber } from "./comments.ts";
import { provisionChange } from "./provision-change.ts";
import { provisionsIn, wholePath } from "./provisions.ts";
import { newestVersion, versionByNumber } from "./versions.ts";

/** A version's public number and what people call it. */
interface VersionName {
  number: number;
  label: string;
}

/** A thread with where its provision stands today. */
export interface DeskThread extends CommentThread {
  /** What the newest version calls the provision; undefined when it is no longer there. */
  now: string | undefined;
  /** The article (前文, 附則, 別表) it stands in today. */
  article: { number: number; label: string } | undefined;
}

/** The comments as the secretariat works through them: 未対応 first. */
export interface CommentDesk {
  /** The newest version that the viewer may see. */
  newest: VersionName | undefined;
  threads: DeskThread[];
  /** The articles that have comments, in reading order. */
  articles: { number: number; label: string }[];
}

/** Gathers the comments with the places of their provisions in the newest version. */
export async function commentDesk(db: Database, viewer: Viewer): Promise<CommentDesk> {
  const [threads, version] = await Promise.all([
    listThreads(db, viewer),
    newestVersion(db, viewer),
  ]);
  const rows = version ? await provisionsIn(db, version) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byPath = new Map(rows.map((row) => [row.path, row]));
  const placed = threads.sort(byUrgency).map((thread): DeskThread => {
    const row = byId.get(thread.provision.id);
    const whole = row && byPath.get(wholePath(row.path));
    return {
      ...thread,
      now: row?.fullLabel,
      article: whole && { number: whole.number, label: whole.fullLabel },
    };
  });
  const commented = new Set(placed.map(({ article }) => article?.number));
  return {
    newest: version && { number: version.number, label: version.label },
    threads: placed,
    articles: rows
      .filter(({ number }) => commented.has(number))
      .map(({ number, fullLabel: label }) => ({ number, label })),
  };
}

/** A thread beside the text it was written on and what became of that text. */
export interface ThreadPage {
  thread: CommentThread;
  /** The newest version, and what it calls the provision; no name when it is gone. */
  newest: VersionName & { place: string | undefined };
  /** The text from the version commented on to the newest one. */
  lines: InlineProvision[];
}

/** Gathers one thread by the number of its comment or of a reply; undefined when there is none. */
export async function threadPage(
  db: Database,
  viewer: Viewer,
  number: number,
): Promise<ThreadPage | undefined> {
  const thread = await threadByNumber(db, viewer, number);
  if (!thread) return undefined;
  const [then, newest] = await Promise.all([
    versionByNumber(db, viewer, thread.version.number),
    newestVersion(db, viewer),
  ]);
  if (!then || !newest) return undefined;
  const [rows, lines] = await Promise.all([
    provisionsIn(db, newest),
    provisionChange(db, then, newest, thread.provision.id),
  ]);
  const place = rows.find(({ id }) => id === thread.provision.id)?.fullLabel;
  return { thread, newest: { number: newest.number, label: newest.label, place }, lines };
}
