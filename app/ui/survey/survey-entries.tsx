import { percentText, type SurveyState } from "#app/domain/survey/index.ts";
import { href } from "#app/routes.ts";
import { Day } from "../date.tsx";
import { type ReleaseEntry, releaseName } from "./release-list.tsx";

/** What a list says of a survey. */
export interface SurveyEntryData {
  slug: string;
  title: string;
  state: SurveyState;
  closesOn: string | null;
  isSample: boolean;
  isSimulated: boolean;
  newestRelease: ReleaseEntry | undefined;
}

/** Surveys with their deadline or their newest release. */
export function SurveyEntries({ surveys }: { surveys: SurveyEntryData[] }) {
  return (
    <ul className="entries">
      {surveys.map(({ slug, title, state, closesOn, isSample, isSimulated, newestRelease }) => (
        <li key={slug}>
          <a href={href("survey", { survey: slug })}>{title}</a>
          {isSample && " "}
          {isSample && <span className="tag warning">サンプル</span>}
          <p>
            {state === "open" && closesOn && (
              <>
                締切り：
                <Day date={closesOn} />
              </>
            )}
            {newestRelease && (
              <>
                <a href={href("release", { survey: slug, release: newestRelease.number })}>
                  {title}の{releaseName(newestRelease)}
                </a>
                {"　"}n={newestRelease.responses}、回収率
                {percentText(newestRelease.responseRatePercent)}
                {isSimulated && "（模擬回答）"}
              </>
            )}
            {state === "closed" && !newestRelease && "受付は終わりました。結果を集計しています。"}
          </p>
        </li>
      ))}
    </ul>
  );
}
