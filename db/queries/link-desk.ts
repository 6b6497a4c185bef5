import type { CommentThread } from "#app/domain/discussion/index.ts";
import type { Link } from "#app/domain/evidence/index.ts";
import type { InlineProvision } from "#app/domain/ordinance/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { commentsOfProvisions } from "./comments.ts";
import { discussionPage } from "./discussion-page.ts";
import { linksOf, removedLinksOf } from "./links.ts";
import { provisionChange } from "./provision-change.ts";
import { provisionHistory, provisionsIn, wholePath } from "./provisions.ts";
import { newestVersion, versionByNumber } from "./versions.ts";

/** An article (前文, 附則, 別表) with how many links it and its parts have, by kind. */
export interface LinkDeskRow {
  number: number;
  label: string;
  caption: string;
  links: Record<Link["kind"], number>;
}

/** The articles of the newest version that the viewer may see, with their links counted. */
export async function linkDesk(db: Database, viewer: Viewer) {
  const version = await newestVersion(db, viewer);
  if (!version) return undefined;
  const [rows, { articles }] = await Promise.all([
    provisionsIn(db, version),
    discussionPage(db, viewer, version),
  ]);
  const links = await linksOf(
    db,
    viewer,
    rows.map(({ id }) => id),
  );
  const counted = rows.flatMap((row): LinkDeskRow[] => {
    const article = articles.get(row.path);
    if (!article) return [];
    const own = rows
      .filter(({ path }) => wholePath(path) === row.path)
      .flatMap(({ id }) => links.get(id) ?? []);
    const count = (kind: Link["kind"]) => own.filter((link) => link.kind === kind).length;
    const { number, label } = article;
    return [
      {
        number,
        label,
        caption: row.caption ?? "",
        links: {
          utterance: count("utterance"),
          question: count("question"),
          comment: count("comment"),
        },
      },
    ];
  });
  const { number, label, isSample } = version;
  return { version: { number, label, isSample }, rows: counted };
}

/** A provision with all that can be seen of its links. */
export interface ProvisionToLink {
  id: string;
  number: number;
  label: string;
  caption: string;
  /** The newest version that has it. */
  version: { number: number; label: string; isSample: boolean };
  /** A newer version does not have it any more. */
  isGone: boolean;
  /** What it, or the article it stands in, was called in any version: for 「第8条」 in surveys. */
  names: string[];
  lines: InlineProvision[];
  /** The article it stands in, unless it is one itself. */
  whole: { number: number; label: string } | undefined;
  /** Its 項 and 号. */
  parts: { number: number; label: string }[];
  /** It and everything in it, in any version. */
  ids: string[];
  /** `place` is where exactly the link hangs. */
  links: (Link & { place: string })[];
  removed: (Link & { place: string })[];
  /** The comments on it, oldest first. */
  threads: CommentThread[];
}

/** Gathers a provision by its public number; undefined when the viewer may see it nowhere. */
export async function provisionToLink(
  db: Database,
  viewer: Viewer,
  number: number,
): Promise<ProvisionToLink | undefined> {
  const history = await provisionHistory(db, viewer, number);
  const last = history.at(-1);
  if (!last) return undefined;
  const { provision, within } = last;
  const [version, newest] = await Promise.all([
    versionByNumber(db, viewer, last.version.number),
    newestVersion(db, viewer),
  ]);
  if (!version || !newest) return undefined;
  const all = history.flatMap((step) => [step.provision, ...step.within]);
  const ids = [...new Set(all.map(({ id }) => id))];
  // The newest name of each wins.
  const placeOf = new Map(all.map(({ id, fullLabel }) => [id, fullLabel]));
  const [rows, lines, links, removed, threads] = await Promise.all([
    provisionsIn(db, version),
    provisionChange(db, version, version, provision.id),
    linksOf(db, viewer, ids),
    removedLinksOf(db, viewer, ids),
    commentsOfProvisions(db, viewer, ids),
  ]);
  const whole = rows.find(({ path }) => path === wholePath(provision.path));
  const placed = (link: Link) => ({ ...link, place: placeOf.get(link.provisionId) ?? "" });
  return {
    id: provision.id,
    number,
    label: provision.fullLabel,
    caption: provision.caption ?? "",
    version: { number: version.number, label: version.label, isSample: version.isSample },
    isGone: version.number !== newest.number,
    names: [
      ...new Set([...history.map((step) => step.provision.fullLabel), whole?.fullLabel ?? ""]),
    ],
    lines,
    whole:
      whole && whole.id !== provision.id
        ? { number: whole.number, label: whole.fullLabel }
        : undefined,
    parts: within
      // A sole 項 has its article's name: it is the article.
      .filter(({ fullLabel }) => fullLabel !== provision.fullLabel)
      .map(({ number: part, fullLabel }) => ({ number: part, label: fullLabel })),
    ids,
    links: [...links.values()].flat().map(placed),
    removed: removed.map(placed),
    threads: [...threads.values()].flat().sort((a, b) => a.number - b.number),
  };
}
