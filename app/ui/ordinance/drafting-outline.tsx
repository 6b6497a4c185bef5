import type { Remark } from "#app/domain/draft-version/review.ts";
import { isDivision, type ProvisionNode } from "#app/domain/ordinance/index.ts";

/** A provision with what stands in it. */
interface Branch {
  node: ProvisionNode;
  children: Branch[];
}

/** How a text was understood: 編章節, 条 with their captions, and in them 項, 号 and 細分. */
export function DraftingOutline({
  provisions,
  remarks,
}: {
  provisions: readonly ProvisionNode[];
  remarks: readonly Remark[];
}) {
  const lines = new Set(remarks.map(({ line }) => line));
  return (
    <>
      <h3>条の構成</h3>
      <ul className="outline">
        {branchesOf(provisions).map((branch) => (
          <Entry key={branch.node.path} branch={branch} lines={lines} />
        ))}
      </ul>
    </>
  );
}

function Entry({ branch, lines }: { branch: Branch; lines: ReadonlySet<number> }) {
  const { node, children } = branch;
  const isMarked = (each: Branch): boolean =>
    (each.node.line > 0 && lines.has(each.node.line)) || each.children.some(isMarked);
  const holdsArticles = isDivision(node);
  const mark = !holdsArticles && isMarked(branch) && <span className="tag warning">確認</span>;
  const title = (
    <>
      {node.label}
      {holdsArticles ? `　${node.text}` : (node.caption ?? "")} {mark}
    </>
  );
  if (children.length === 0) {
    const start = node.text.slice(0, 24).replaceAll(/\s/g, " ");
    return (
      <li>
        {title} <span className="soft">{start + (node.text.length > 24 ? "…" : "")}</span>
      </li>
    );
  }
  const list = (
    <ul>
      {children.map((child) => (
        <Entry key={child.node.path} branch={child} lines={lines} />
      ))}
    </ul>
  );
  if (holdsArticles) {
    return (
      <li>
        <strong>{title}</strong>
        {list}
      </li>
    );
  }
  return (
    <li>
      <details>
        <summary>{title}</summary>
        {list}
      </details>
    </li>
  );
}

function branchesOf(provisions: readonly ProvisionNode[]): Branch[] {
  const byPath = new Map<string, Branch>();
  const top: Branch[] = [];
  for (const node of provisions) {
    const branch: Branch = { node, children: [] };
    byPath.set(node.path, branch);
    const parent = node.parentPath === undefined ? undefined : byPath.get(node.parentPath);
    (parent?.children ?? top).push(branch);
  }
  return top;
}
