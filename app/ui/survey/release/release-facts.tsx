import { modeLabels } from "#app/domain/survey/anonymity.ts";
import type { PublishedRelease } from "#app/domain/survey/release/published.ts";
import { percentText } from "#app/domain/survey/tabulation/percent.ts";
import { numberLabel } from "../../charts/chart-data.ts";
import { Day, Moment } from "../../date.tsx";

/** When and from what a release was made. */
export function ReleaseFacts({
  release,
  releasedAt,
}: {
  release: PublishedRelease;
  releasedAt: Date | string;
}) {
  const { label, cutOff, edition, mode, responses, responseRate } = release;
  const { overall } = responseRate;
  return (
    <dl className="facts">
      <dt>種類</dt>
      <dd>
        {label}
        {label === "速報" ? "（後で確報を公表します）" : "（確定した集計です）"}
      </dd>
      <dt>公表した日</dt>
      <dd>
        <Moment at={releasedAt} />
      </dd>
      <dt>集計した回答</dt>
      <dd>
        <Day date={cutOff} />
        までに届いた{numberLabel(responses)}者の回答（{modeLabels[mode]}、調査票第{edition}版）
      </dd>
      <dt>回収率（AAPOR RR1）</dt>
      <dd>
        <strong>{percentText(overall.percent)}</strong>（対象{numberLabel(overall.eligible)}
        者のうち回答{numberLabel(overall.complete)}者）
      </dd>
    </dl>
  );
}
