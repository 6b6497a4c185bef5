import { href } from "#app/routes.ts";
import { Moment } from "#app/ui/date.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** A version of the minutes in a list. */
export interface VersionItem {
  version: number;
  audience: "members" | "public";
  reason: string | null;
  publishedAt: Date | null;
}

/** The versions of a meeting's minutes, the oldest first. */
export function VersionList({
  meeting,
  versions,
  shown,
}: {
  meeting: number;
  versions: readonly VersionItem[];
  /** The version that the page itself shows; it is no link. */
  shown?: number;
}) {
  return (
    <ul className="plain-list versions">
      {versions.map(({ version, audience, reason, publishedAt }) => (
        <li key={version}>
          {version === shown ? (
            <strong>第{version}版（このページ）</strong>
          ) : (
            <a href={href("minutesVersion", { meeting, version })}>会議録の第{version}版</a>
          )}
          {"　"}
          {publishedAt && <Moment at={publishedAt} />}
          {audience === "members" ? "に委員へ公開" : "に公表"}
          {reason && `。訂正の理由：${reason}`}
        </li>
      ))}
    </ul>
  );
}

/** Says that the minutes were corrected; nothing where there is one version only. */
export function CorrectionNote({
  meeting,
  versions,
}: {
  meeting: number;
  versions: readonly VersionItem[];
}) {
  const newest = versions.at(-1);
  if (!newest || versions.length < 2) return null;
  return (
    <Notice>
      <p>
        <strong>訂正があります。</strong>
        ここには最新の第{newest.version}版を表示しています。前の版と、どこを訂正したかも読めます。
      </p>
      <VersionList meeting={meeting} versions={versions} shown={newest.version} />
    </Notice>
  );
}
