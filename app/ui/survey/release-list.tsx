import { percentText } from "#app/domain/survey/index.ts";
import { href } from "#app/routes.ts";
import { Moment } from "../date.tsx";

/** What a list says of a release (集計版). */
export interface ReleaseEntry {
  number: number;
  label: string;
  releasedAt: Date;
  responses: number;
  invited: number;
  responseRatePercent: number | null;
}

/** 集計版1（確報） */
export function releaseName({ number, label }: Pick<ReleaseEntry, "number" | "label">): string {
  return `集計版${number}（${label}）`;
}

/** The releases of a survey, the newest first. */
export function ReleaseList({ slug, releases }: { slug: string; releases: ReleaseEntry[] }) {
  return (
    <ul className="entries">
      {releases.map((release) => (
        <li key={release.number}>
          <a href={href("release", { survey: slug, release: release.number })}>
            {releaseName(release)}
          </a>
          <p className="soft">
            <Moment at={release.releasedAt} />
            公表、n={release.responses}、回収率{percentText(release.responseRatePercent)}
          </p>
        </li>
      ))}
    </ul>
  );
}
