import { diffArrays } from "diff";
import { type Alignment, isSame } from "../alignment.ts";
import { foldWidth } from "../glyphs.ts";
import { ProvisionIndex } from "../provision-index.ts";
import type { Reference } from "../reference.ts";
import { resolveReferences } from "../references.ts";
import type { Ordinance } from "../structure.ts";
import { type Draft, type Finding, findingAt, type Severity } from "./finding.ts";

/**
 * ハネ: references left behind when numbers moved. A reference written the same in both versions
 * must point at the same provision in both; the old target is followed by identity (the alignment),
 * and where the new text now points elsewhere, that is told with the number to write instead.
 */
export function checkShifted(draft: Draft, previous: Ordinance, alignment: Alignment): Finding[] {
  const old = new ProvisionIndex(previous);
  const now = new Map(alignment.pairs.filter(isSame).map((pair) => [pair.before, pair.after]));
  const oldRefs = byPath(resolveReferences(previous));
  const newRefs = byPath(resolveReferences(draft.ordinance));
  return alignment.pairs.filter(isSame).flatMap((pair) => {
    const [before, after] = [oldRefs.get(pair.before) ?? [], newRefs.get(pair.after) ?? []];
    const same = sameWords(before, after);
    // Where references of the same text were rewritten, its drafter has looked at them all.
    const seen = same.length < before.length || same.length < after.length;
    return same.flatMap(([was, is]) => check(draft, old, now, was, is, seen ? "注意" : "誤り"));
  });
}

function byPath(references: readonly Reference[]): Map<string, Reference[]> {
  const map = new Map<string, Reference[]>();
  for (const reference of references) {
    const list = map.get(reference.path);
    if (list) list.push(reference);
    else map.set(reference.path, [reference]);
  }
  return map;
}

/** Texts whose references differ in more than so many are not compared reference by reference. */
const mostEdits = 2000;

/** References of two texts that are written the same, in order. */
function sameWords(
  before: readonly Reference[],
  after: readonly Reference[],
): [Reference, Reference][] {
  const words = (all: readonly Reference[]) => all.map((reference) => foldWidth(reference.text));
  const pairs: [Reference, Reference][] = [];
  let [oldAt, newAt] = [0, 0];
  const changes = diffArrays(words(before), words(after), { maxEditLength: mostEdits });
  for (const change of changes ?? []) {
    for (let count = 0; count < change.value.length; count += 1) {
      const [was, is] = [before[oldAt], after[newAt]];
      if (!change.added) oldAt += 1;
      if (!change.removed) newAt += 1;
      if (!change.added && !change.removed && was && is) pairs.push([was, is]);
    }
  }
  return pairs;
}

function check(
  draft: Draft,
  old: ProvisionIndex,
  now: ReadonlyMap<string, string>,
  was: Reference,
  is: Reference,
  severity: Severity,
): Finding[] {
  // 各号 grows with its list, この条 is wherever it stands.
  if (was.kind !== "internal" || is.kind === "external" || /各[項号]|この/.test(was.text))
    return [];
  const node = draft.index.get(is.path);
  const [first, last] = [was.targets[0], was.targets.at(-1)];
  if (!node || first === undefined || last === undefined) return [];
  const place = { start: is.start, end: is.end };
  const label = old.get(first)?.fullLabel ?? "";
  const wanted = [now.get(first), now.get(last)];
  if (wanted.some((path) => path === undefined)) {
    if (is.kind === "unresolved") return [];
    const message = `「${is.text}」が前の版で指していた${label}は、なくなりました。今は${labelOf(draft, is)}を指します。指す先を確かめてください。`;
    return [findingAt(node, "shifted-reference", severity, message, place)];
  }
  if (wanted[0] === is.targets[0] && wanted[1] === is.targets.at(-1)) return [];
  const target = wanted[0] === undefined ? undefined : draft.index.get(wanted[0]);
  const suggestion = rewritten(draft, was, target?.path, wanted[1]);
  const to = target?.fullLabel ?? "";
  const message = `「${is.text}」は前の版の${label}を指していましたが、その規定は${to}になりました。今は${labelOf(draft, is)}を指します。${suggestion ? `「${suggestion}」に直してください。` : "指す先を確かめてください。"}`;
  return [
    findingAt(node, "shifted-reference", severity, message, {
      ...place,
      ...(suggestion ? { suggestion } : {}),
    }),
  ];
}

function labelOf(draft: Draft, reference: Reference): string {
  const target =
    reference.targets[0] === undefined ? undefined : draft.index.get(reference.targets[0]);
  return target?.fullLabel ?? "どこも指さない状態";
}

/** The reference as it should read now: a single target by its full label. */
function rewritten(
  draft: Draft,
  was: Reference,
  first: string | undefined,
  last: string | undefined,
): string | undefined {
  const node = first === undefined ? undefined : draft.index.get(first);
  if (!node || first !== last || draft.ordinance.style === "vertical") return undefined;
  const bare = /^第[0-9０-９]+[項号]/.test(was.text);
  return (bare ? node.label : node.fullLabel) + (was.part ?? "");
}
