import { resolveReferences } from "../references.ts";
import { type Draft, type Finding, findingAt, isForeign } from "./finding.ts";

/** References that point nowhere: 第12条 where there is none, 前条 in 第1条, 各号 without a list. */
export function checkReferences(draft: Draft): Finding[] {
  return resolveReferences(draft.ordinance).flatMap((reference) => {
    const node = draft.index.get(reference.path);
    if (reference.kind !== "unresolved" || !node || isForeign(node, draft)) return [];
    const { start, end, problem = "" } = reference;
    const message = `「${reference.text}」の指す先がありません。${problem}`;
    return [findingAt(node, "dangling-reference", "誤り", message, { start, end })];
  });
}
