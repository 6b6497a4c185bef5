import type { Link } from "#app/domain/evidence/index.ts";
import type { InlineProvision } from "#app/domain/ordinance/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { comparedVersions } from "./comparisons.ts";
import { linksOf } from "./links.ts";
import {
  type ProvisionInVersion,
  provisionHistory,
  provisionsIn,
  wholePath,
} from "./provisions.ts";
import { type DraftVersion, versionsWithText } from "./versions.ts";

/** A provision in one version, beside the version before it. */
export interface ProvisionStep {
  version: { number: number; label: string; audience: DraftVersion["audience"] };
  /** Absent where the version does not have the provision (any more). */
  found: { name: string; caption: string; anchor: string } | undefined;
  /** The version before does not have it, or there is none. */
  isFirst: boolean;
  /**
   * Its lines with what changed since the version before; as they read where it is the first; as
   * they were where this version took it out.
   */
  lines: InlineProvision[];
  /** What it was parted from in this version, or taken into: 「第5条」. */
  origin: string | undefined;
  destination: string | undefined;
}

/** One provision through all versions that the viewer may see. */
export interface ProvisionPage {
  /** What the newest version that has it calls it, and its caption or "". */
  name: string;
  caption: string;
  /** The article it stands in, unless it is one itself. */
  whole: { number: number; name: string } | undefined;
  /** Newest first. */
  versions: ProvisionStep[];
  links: Link[];
  isSample: boolean;
}

/** Gathers the page of a provision by its public number; undefined when the viewer sees it nowhere. */
export async function provisionPage(
  db: Database,
  viewer: Viewer,
  number: number,
): Promise<ProvisionPage | undefined> {
  const history = await provisionHistory(db, viewer, number);
  const newest = history.at(-1);
  if (!newest) return undefined;
  const all = await versionsWithText(db, viewer);
  const ids = history.flatMap(({ provision, within }) =>
    [provision, ...within].map(({ id }) => id),
  );
  const links = await linksOf(db, viewer, [...new Set(ids)]);
  return {
    name: newest.provision.fullLabel,
    caption: newest.provision.caption ?? "",
    whole: await wholeOf(db, all, newest),
    versions: (await stepsOf(db, all, history)).reverse(),
    links: [...links.values()].flat(),
    isSample: all.some(({ isSample }) => isSample),
  };
}

async function wholeOf(
  db: Database,
  all: readonly DraftVersion[],
  { version: { number }, provision: { path } }: ProvisionInVersion,
): Promise<ProvisionPage["whole"]> {
  const version = all.find((each) => each.number === number);
  if (!version || wholePath(path) === path) return undefined;
  const row = (await provisionsIn(db, version)).find((each) => each.path === wholePath(path));
  return row && { number: row.number, name: row.fullLabel };
}

async function stepsOf(
  db: Database,
  all: readonly DraftVersion[],
  history: readonly ProvisionInVersion[],
): Promise<ProvisionStep[]> {
  const steps: ProvisionStep[] = [];
  for (const [index, version] of all.entries()) {
    const after = history.find((each) => each.version.number === version.number);
    const previous = all[index - 1];
    const before = history.find((each) => each.version.number === previous?.number);
    if (!after && steps.length === 0) continue;
    const isFirst = !previous || !before;
    const change =
      previous && (before || after) ? await changeIn(db, previous, version, before, after) : [];
    const [head] = change;
    steps.push({
      version: { number: version.number, label: version.label, audience: version.audience },
      found: after && {
        name: after.provision.fullLabel,
        caption: after.provision.caption ?? "",
        anchor: after.provision.anchor,
      },
      isFirst,
      lines: after && isFirst ? await changeIn(db, version, version, after, after) : change,
      origin: head?.status === "split" ? head.other : undefined,
      destination: !after && head?.status === "merged" ? head.other : undefined,
    });
  }
  return steps;
}

/** The comparison of two versions, cut down to one provision. */
async function changeIn(
  db: Database,
  previous: DraftVersion,
  version: DraftVersion,
  before: ProvisionInVersion | undefined,
  after: ProvisionInVersion | undefined,
): Promise<InlineProvision[]> {
  const compared = await comparedVersions(db, previous, version);
  const isIn = (path: string | undefined, whole: string | undefined) =>
    path !== undefined && whole !== undefined && (path === whole || path.startsWith(`${whole}/`));
  const [own, old] = [after?.provision.path, before?.provision.path];
  const lines = compared.provisions().filter(
    (each) =>
      isIn(each.after, own) ||
      // What is gone, and of a provision that is gone also what stands elsewhere now.
      ((each.after === undefined || !after) && isIn(each.before, old)),
  );
  const isHead = (each: InlineProvision) => (after ? each.after === own : each.before === old);
  return [...lines.filter(isHead), ...lines.filter((each) => !isHead(each))];
}
