import type { PublishedQuestion, PublishedRelease } from "#app/domain/survey/release/published.ts";
import { questionSentences } from "#app/domain/survey/release/sentence.ts";
import { percentOf, percentText } from "#app/domain/survey/tabulation/percent.ts";
import { numberLabel, percentLabel } from "../../charts/chart-data.ts";
import { Day } from "../../date.tsx";
import { Notice } from "../../notice.tsx";
import { Withheld } from "./protection.tsx";

/** What a release would be, or why there can be none. */
export type ReleasePreviewData =
  | { releasable: false; message: string }
  | {
      releasable: true;
      published: PublishedRelease;
      tables: number;
      cells: number;
      hidden: number;
      newAnswers: number;
      /** How many texts are decided to be published, by the question's name. */
      decidedTexts: Readonly<Record<string, number>>;
    };

/** What would be published, for the secretariat to look at before it presses the button. */
export function ReleasePreview({ preview }: { preview: ReleasePreviewData }) {
  if (!preview.releasable) {
    return (
      <Notice tone="warning">
        <p>
          <strong>今は公表できません。</strong>
          {preview.message}
        </p>
      </Notice>
    );
  }
  const { published, tables, cells, hidden, newAnswers, decidedTexts } = preview;
  const { number, label, cutOff, edition, responses, responseRate, threshold, audit } = published;
  return (
    <section className="release-preview" id="release" aria-labelledby="release-title">
      <h3 id="release-title">
        公表する内容（集計版{number}・{label}）
      </h3>
      <dl className="facts">
        <dt>数える回答</dt>
        <dd>
          <Day date={cutOff} />
          までに届いた{numberLabel(responses)}者
          {number > 1 && `（前の集計版の後に加わったのは${numberLabel(newAnswers)}者）`}
          、調査票第{edition}版
        </dd>
        <dt>回収率（AAPOR RR1）</dt>
        <dd>{percentText(responseRate.overall.percent)}</dd>
        <dt>表の数</dt>
        <dd>{numberLabel(tables)}表（区分別、掛け合わせを含む）</dd>
        <dt>伏せる数</dt>
        <dd>
          {numberLabel(cells)}個の数のうち<strong>{numberLabel(hidden)}個</strong>（
          {percentLabel(percentOf(hidden, cells))}）。{threshold}
          者に満たない数と、そこから計算できてしまう数です。
        </dd>
        <dt>確かめた結果</dt>
        <dd>
          {audit.narrowest === null
            ? "伏せる数はありません。"
            : `${audit.method}で、伏せる数がどれも${numberLabel(audit.narrowest)}通り以上の値をとりうることを確かめました。`}
        </dd>
        <dt>区分別の表</dt>
        <dd>{axesText(published)}</dd>
        <dt>公表しない表</dt>
        <dd>
          <Withheld tables={published.withheld} />
        </dd>
        <dt>参考の値</dt>
        <dd>
          {published.weighting.weighted
            ? `${published.weighting.axes.join("、")}の構成を名簿に合わせた割合を、表に並べます。`
            : `付けません。${published.weighting.reason}`}
        </dd>
      </dl>
      <h4>設問ごとの見出し</h4>
      <ul className="entries">
        {published.questions.map((question) => (
          <li key={question.name}>
            <p>
              <strong>
                問{question.number}　{question.title}
              </strong>
            </p>
            <p>{questionSentences(question).join("")}</p>
            <p className="soft">
              {hiddenInQuestion(question)}
              {textsIn(question, decidedTexts[question.name] ?? 0)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function axesText({ axes }: PublishedRelease): string {
  if (axes.length === 0) return "ありません。どの区分も回答が少ないためです。";
  return axes.map(({ label, strata }) => `${label}（${strata.length}区分）`).join("、");
}

/** How many counts of the question's tables are hidden, those by stratum included. */
function hiddenInQuestion({ variables }: PublishedQuestion): string {
  const counts = variables.flatMap(({ n, noAnswer, notApplicable, rows, byStratum }) => [
    n,
    noAnswer,
    notApplicable,
    ...rows.map(({ count }) => count),
    ...byStratum.flatMap((table) => [
      ...table.strata.flatMap((stratum) => [stratum.n, stratum.noAnswer, stratum.notApplicable]),
      ...table.cells.flat(),
    ]),
  ]);
  const hidden = counts.filter((count) => count === null).length;
  return `表の${numberLabel(counts.length)}個の数のうち${numberLabel(hidden)}個を伏せます。`;
}

/** How many texts stand in the release, and how many that were to be published do not. */
function textsIn({ texts }: PublishedQuestion, decided: number): string {
  if (!texts) return "";
  const shown = texts.published.length;
  const words = `公表する記述は${numberLabel(shown)}件です。`;
  const left = decided - shown;
  return left > 0
    ? `${words}公表すると決めたほかの${numberLabel(left)}件は、載せると書いた事業者が推測されるおそれがあるため、載せません。`
    : words;
}
