import type { ProvisionNode } from "../provisions.ts";
import { type Draft, type Finding, findingAt, isForeign } from "./finding.ts";

/** Gaps and repetitions in the numbers of 章, 条, 項, 号 and 細分; 「第7条及び第8条　削除」 is one block. */
export function checkNumbering(draft: Draft): Finding[] {
  const groups = new Map<string, ProvisionNode[]>();
  for (const node of draft.index.nodes) {
    if (!["chapter", "section", "article", "paragraph", "item", "subitem"].includes(node.kind))
      continue;
    if (isForeign(node, draft) || (node.parentPath ?? "").startsWith("preamble")) continue;
    const scope =
      node.kind === "article" ? (/^suppl-\d+/.exec(node.path)?.[0] ?? "") : node.parentPath;
    const key = `${node.kind}\n${scope}`;
    const list = groups.get(key);
    if (list) list.push(node);
    else groups.set(key, [node]);
  }
  return [...groups.values()].flatMap(checkGroup);
}

function checkGroup(nodes: readonly ProvisionNode[]): Finding[] {
  const findings: Finding[] = [];
  let last: number[] = [0];
  for (const node of nodes) {
    const [from, to] = numbersOf(node);
    if (!follows(last, from)) {
      const again = compare(last, from) >= 0;
      const message = again
        ? `${node.label}の番号が重なっているか、順序が逆です。前後の番号を確かめてください。`
        : `${node.label}の前の番号が抜けています。番号を詰めるか、抜けた規定を「削除」として残してください。`;
      findings.push(findingAt(node, "numbering", "誤り", message));
    }
    last = to;
  }
  return findings;
}

/** The number of a provision as a list (5, 2 for 第5条の2); from and to for a block. */
function numbersOf(node: ProvisionNode): [number[], number[]] {
  const own = node.path.slice(node.path.lastIndexOf("/") + 1).replace(/~\d+$/, "");
  const [from = [], to = from] = own
    .replace(/^[a-z]+-?/, "")
    .split("to")
    .map((part) => part.split("_").map(Number));
  return [from, to];
}

function follows(last: readonly number[], next: readonly number[]): boolean {
  // 5 → 6, 5 → 5_2, 5_2 → 5_3, 5_2 → 6, 5_2 → 5_2_2
  for (let at = 0; at < next.length; at += 1) {
    const head = next.slice(0, at).every((value, index) => value === last[index]);
    if (!head) return false;
    const own = last[at];
    const end = at === next.length - 1;
    if (own === undefined) return end && next[at] === 2;
    if (end && next[at] === own + 1) return true;
  }
  return false;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
