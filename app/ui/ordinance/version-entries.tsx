import type { VersionSummary } from "#app/domain/draft-version/index.ts";
import { href } from "#app/routes.ts";
import { Moment } from "#app/ui/date.tsx";
import { AudienceTag } from "./audience-tag.tsx";

/** 「第2次案（第3版）」: what a version is called. */
export function versionName({ label, number }: Pick<VersionSummary, "label" | "number">): string {
  return `${label}（第${number}版）`;
}

/** When a version became visible, in words. */
export function VersionDate({ version }: { version: VersionSummary }) {
  const { publishedAt, toMembersAt, createdAt } = version;
  if (publishedAt) {
    return (
      <>
        <Moment at={publishedAt} />
        公表
      </>
    );
  }
  if (toMembersAt) {
    return (
      <>
        <Moment at={toMembersAt} />
        委員に公開
      </>
    );
  }
  return (
    <>
      <Moment at={createdAt} />
      登録
    </>
  );
}

/** The address of the comparison of two versions. */
export function comparisonPath(from: number, to: number): string {
  return `${href("comparison")}?${new URLSearchParams({ from: String(from), to: String(to) })}`;
}

/** Versions, newest first, with their dates, notes and the way to the comparison. */
export function VersionEntries({
  versions,
  to,
  heading: Tag = "h2",
}: {
  versions: readonly VersionSummary[];
  /** The page of a version, by its number. */
  to: (version: number) => string;
  heading?: "h2" | "h3";
}) {
  return (
    <ul className="entries">
      {versions.map((version, index) => {
        const previous = versions[index + 1];
        return (
          <li key={version.id}>
            <Tag className="entry-title">
              <a href={to(version.number)}>{versionName(version)}</a>
            </Tag>
            <p>
              <VersionDate version={version} /> <AudienceTag audience={version.audience} />{" "}
              {version.isSample && <span className="tag warning">サンプル</span>}
            </p>
            <p className="lines">{version.note}</p>
            {previous && (
              <p>
                <a href={comparisonPath(previous.number, version.number)}>
                  「{previous.label}」と「{version.label}」の新旧対照表
                </a>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
