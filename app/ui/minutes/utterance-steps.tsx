import type { UtteranceStep } from "#app/domain/minutes/utterance-history.ts";
import { href } from "#app/routes.ts";
import { Moment } from "#app/ui/date.tsx";
import { Segments } from "./comparison.tsx";
import type { VersionItem } from "./versions.tsx";

const words: Record<UtteranceStep["kind"], string> = {
  recorded: "この発言を記録しました。",
  added: "訂正で、この発言を加えました。",
  changed: "訂正で、この発言を改めました。",
  removed: "訂正で、この発言を削りました。",
  withheld: "この発言は非公開です。",
  opened: "訂正で、この発言を公開しました。",
};

/** What the versions of the minutes did to an utterance, the oldest first. */
export function UtteranceSteps({
  meeting,
  steps,
  versions,
}: {
  meeting: number;
  steps: readonly UtteranceStep[];
  versions: readonly VersionItem[];
}) {
  return (
    <ol className="entries">
      {steps.map((step) => {
        const version = versions.find((one) => one.version === step.version);
        return (
          <li key={step.version}>
            <p>
              <a href={href("minutesVersion", { meeting, version: step.version })}>
                会議録の第{step.version}版
              </a>
              {"　"}
              {version?.publishedAt && <Moment at={version.publishedAt} />}
            </p>
            <p>
              {words[step.kind]}
              {version?.reason && step.kind !== "recorded" && `訂正の理由：${version.reason}`}
            </p>
            {step.kind === "changed" && (
              <p className="lines">
                {step.speakerBefore !== step.speaker && (
                  <>
                    発言者：<del>{step.speakerBefore}</del> <ins>{step.speaker}</ins>
                    {"\n"}
                  </>
                )}
                <Segments segments={step.segments} />
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
