import type { CommentThread } from "#app/domain/discussion/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { listThreads } from "./comments.ts";
import { type ProvisionRow, provisionsIn, wholePath } from "./provisions.ts";
import type { DraftVersion } from "./versions.ts";

/** An article (前文, 附則, 別表) of a version with its comments, those on its parts included. */
export interface Discussed {
  id: string;
  number: number;
  label: string;
  /** What can be commented on: the whole, then its 項 and 号. */
  places: { id: string; label: string }[];
  /** Oldest first. */
  threads: CommentThread[];
}

/** The comments around one version. */
export interface DiscussionPage {
  /** By the path of the article. */
  articles: Map<string, Discussed>;
  /** Comments on provisions that this version does not have. */
  elsewhere: CommentThread[];
}

const discussed = new Set<ProvisionRow["kind"]>(["article", "preamble", "supplementary", "table"]);
const parts = new Set<ProvisionRow["kind"]>(["paragraph", "item", "subitem", "row", "note"]);

/** Gathers the comments that a viewer may read around a version that they were given before. */
export async function discussionPage(
  db: Database,
  viewer: Viewer,
  version: DraftVersion,
): Promise<DiscussionPage> {
  const [rows, threads] = await Promise.all([provisionsIn(db, version), listThreads(db, viewer)]);
  const articles = new Map<string, Discussed>();
  const pathOf = new Map(rows.map(({ id, path }) => [id, path]));
  for (const { id, number, path, fullLabel, kind, text } of rows) {
    if (discussed.has(kind)) {
      const label = kind === "supplementary" ? `附則${text}` : fullLabel;
      const places = [{ id, label: `${label}の全体` }];
      articles.set(path, { id, number, label, places, threads: [] });
      continue;
    }
    const whole = articles.get(wholePath(path));
    // A sole 項 has its article's name: it is the article.
    if (whole && parts.has(kind) && fullLabel !== whole.label) {
      whole.places.push({ id, label: fullLabel });
    }
  }
  const elsewhere: CommentThread[] = [];
  for (const thread of threads.reverse()) {
    const path = pathOf.get(thread.provision.id);
    const whole = path === undefined ? undefined : articles.get(wholePath(path));
    (whole?.threads ?? elsewhere).push(thread);
  }
  return { articles, elsewhere };
}
