import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { Moment } from "#app/ui/date.tsx";
import type { VersionItem } from "./versions.tsx";

/** The versions of the minutes for the secretariat, with the button that shows one to everybody. */
export function VersionsDesk({
  meeting,
  versions,
}: {
  meeting: number;
  versions: readonly VersionItem[];
}) {
  if (versions.length === 0) return <p>会議録はまだ公表していません。</p>;
  return (
    <ul className="entries">
      {versions.map(({ version, audience, reason, publishedAt }) => (
        <li key={version}>
          <p>
            <a href={href("minutesVersion", { meeting, version })}>会議録の第{version}版</a>
            {"　"}
            {publishedAt && <Moment at={publishedAt} time />}
            {audience === "public" ? "に公表" : "に委員へ公開"}
          </p>
          {reason && <p>訂正の理由：{reason}</p>}
          {audience === "members" && (
            <form method="post">
              <input type="hidden" name="version" value={version} />
              <Button size="small" name="intent" value="publish-minutes">
                第{version}版を公表する
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
