import type { CommentThread } from "#app/domain/discussion/index.ts";
import type { SignedIn } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { threadByNumber } from "./comments.ts";
import { provisionHistory } from "./provisions.ts";
import { newestVersion } from "./versions.ts";

/** A comment with the text it is on, then and now. */
export interface CommentPage {
  thread: CommentThread;
  /** The provision's own words and those of its parts, in the version commented on. */
  commented: ProvisionText | undefined;
  /** In the newest version the viewer may see; absent when that version does not have it. */
  now: (ProvisionText & { version: { number: number; label: string } }) | undefined;
  /** Whether the newest version is the one commented on. */
  isNewest: boolean;
}

export interface ProvisionText {
  name: string;
  caption: string;
  anchor: string;
  /** One line a part: label and text. */
  lines: { path: string; label: string; text: string }[];
}

/** Gathers the page of a comment by its number; undefined when the viewer may not read it. */
export async function commentPage(
  db: Database,
  viewer: SignedIn,
  number: number,
): Promise<CommentPage | undefined> {
  const thread = await threadByNumber(db, viewer, number);
  if (!thread) return undefined;
  const [history, newest] = await Promise.all([
    provisionHistory(db, viewer, thread.provision.number),
    newestVersion(db, viewer),
  ]);
  const textIn = (version: number | undefined): ProvisionText | undefined => {
    const found = history.find((each) => each.version.number === version);
    if (!found) return undefined;
    const { provision, within } = found;
    return {
      name: provision.fullLabel,
      caption: provision.caption ?? "",
      anchor: provision.anchor,
      lines: [provision, ...within]
        .filter(({ text }) => text !== "")
        .map(({ path, label, text }) => ({ path, label, text })),
    };
  };
  const now = textIn(newest?.number);
  return {
    thread,
    commented: textIn(thread.version.number),
    now: newest && now && { ...now, version: { number: newest.number, label: newest.label } },
    isNewest: newest?.number === thread.version.number,
  };
}
