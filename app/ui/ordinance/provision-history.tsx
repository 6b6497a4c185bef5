import { isTouched } from "#app/domain/comparison/index.ts";
import type { InlineProvision } from "#app/domain/ordinance/index.ts";
import type { Audience } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import { AudienceTag } from "./audience-tag.tsx";
import { InlineText } from "./inline-text.tsx";
import { isChanged } from "./segments.tsx";
import { comparisonPath, versionName } from "./version-entries.tsx";

/** A provision in one version; `lines` show what changed since the version before. */
export interface HistoryStep {
  version: { number: number; label: string; audience: Audience };
  found: { name: string; caption: string; anchor: string } | undefined;
  isFirst: boolean;
  lines: readonly InlineProvision[];
  /** What it was parted from in this version, or taken into. */
  origin: string | undefined;
  destination: string | undefined;
}

/** What became of a provision from version to version: one row a version, newest first. */
export function HistoryTable({
  name,
  versions,
}: {
  name: string;
  versions: readonly HistoryStep[];
}) {
  return (
    <table>
      <caption>{name}の移り変わり</caption>
      <thead>
        <tr>
          <th scope="col">版</th>
          <th scope="col">その版での番号と見出し</th>
          <th scope="col">変わった所</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((step, index) => (
          <tr key={step.version.number}>
            <th scope="row">
              {versionName(step.version)}{" "}
              {step.version.audience !== "public" && (
                <AudienceTag audience={step.version.audience} />
              )}
            </th>
            <td>
              {step.found ? (
                <a href={placeOf(step, step.found.anchor)}>
                  {step.found.name}
                  {step.found.caption}
                </a>
              ) : (
                "ありません"
              )}
            </td>
            <td>{whatChanged(step, versions[index + 1])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The text of a provision in each version that has it, with the changes marked. */
export function HistorySections({ versions }: { versions: readonly HistoryStep[] }) {
  return versions.map((step, index) => {
    const before = versions[index + 1];
    if (!step.found && !before?.found) return null;
    return (
      <article className="history-step" key={step.version.number}>
        <p className="soft">
          {versionName(step.version)}　{step.found?.name ?? whatChanged(step, before)}
        </p>
        {index === 0 || step.isFirst || isTouched(step.lines) ? (
          <InlineText provisions={step.lines} />
        ) : (
          <p>前の版から変わっていません。</p>
        )}
        {before && (
          <p>
            <a href={comparisonPath(before.version.number, step.version.number)}>
              「{before.version.label}」と「{step.version.label}」の新旧対照表
            </a>
          </p>
        )}
      </article>
    );
  });
}

function placeOf({ version }: HistoryStep, anchor: string): string {
  return `${href("ordinanceVersion", { version: version.number })}#${anchor}`;
}

function whatChanged(
  { found, isFirst, lines, version, origin, destination }: HistoryStep,
  before: HistoryStep | undefined,
): string {
  if (destination !== undefined) return `この版で${destination}に統合されました`;
  if (!found) return before?.found ? "この版で削られました" : "";
  if (origin !== undefined) return `この版で${origin}から分割されました`;
  if (isFirst) return version.number === 1 ? "最初の版からあります" : "この版で設けられました";
  const [head] = lines;
  if (!head) return "";
  const changes: string[] = [];
  if (head.status.startsWith("moved")) changes.push("場所が移りました");
  if (isChanged(head.label)) changes.push("番号が変わりました");
  const reworded = lines.some(
    ({ segments, caption, status }) =>
      isChanged(segments) || isChanged(caption) || status === "added" || status === "removed",
  );
  if (reworded) changes.push("文言が変わりました");
  return changes.length === 0 ? "変わりません" : changes.join("。");
}
