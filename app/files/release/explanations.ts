import { wareki } from "#app/domain/japan/index.ts";
import { numberText } from "#app/domain/japan/number-text.ts";
import { modeLabels } from "#app/domain/survey/anonymity.ts";
import { hiddenReason } from "#app/domain/survey/release/hidden-words.ts";
import { percentText } from "#app/domain/survey/tabulation/percent.ts";
import { type ReleaseDocument, remarkOf } from "./release-document.ts";

/** One thing to be told of a release: what it is called, and the words or figure. */
export type Explanation = readonly [name: string, words: string | number];

/** What the release is: the facts that stand before all tables. */
export function releaseFacts(document: ReleaseDocument): Explanation[] {
  const { survey, release, releasedOn, url, sha256 } = document;
  const { overall } = release.responseRate;
  return [
    ["調査", survey.title],
    ["調査の識別名", release.survey],
    ["集計版", release.number],
    ["種別", release.label],
    ["備考", remarkOf(survey)],
    ["公表日", wareki(releasedOn)],
    ["集計した回答の範囲", `${wareki(release.cutOff)}までに受け付けた回答`],
    ["調査票の版", release.edition],
    ["調査の方式", modeLabels[release.mode]],
    ["集計した回答", release.responses],
    [
      "回収率（AAPOR RR1）",
      `${percentText(overall.percent)}（対象${overall.eligible}者のうち回答${overall.complete}者）`,
    ],
    ["集計のページ", url],
    ["SHA-256", sha256],
  ];
}

/** How the figures were made and are to be read, in sentences. */
export function releaseMethod(document: ReleaseDocument): Explanation[] {
  const { release } = document;
  const { audit, threshold, withheld } = release;
  return [
    [
      "n、無回答、非該当",
      "n は、その問に答えた数です。割合は、すべて n に対するものです。無回答は、問が示されて答えなかった数です。非該当は、ほかの問の答えによって、または問が加わる前に答えたために、問が示されなかった数です。",
    ],
    [
      "割合",
      "小数第2位を四捨五入しています。合計が100%にならないことがあります。複数回答の問では、合計が100%を超えます。",
    ],
    ["伏せた数", hiddenReason(threshold)],
    [
      "伏せた数の点検",
      `示した数をすべて使っても、伏せた数が推測されないことを、${audit.method}で確かめました。示すことのできる数 ${numberText(audit.cells)}個のうち、${numberText(audit.hidden)}個（${shareHidden(audit)}）を伏せました。${audit.narrowest === null ? "" : `伏せた数は、どれも${audit.narrowest}通り以上の値があり得ます。`}${audit.earlier.length === 0 ? "" : `${audit.earlier.join("、")}と合わせて確かめました。`}`,
    ],
    [
      "示していない表",
      withheld.length === 0
        ? "ありません。"
        : `${withheld.join("、")}は、数を伏せても推測を防げないため、表ごと示していません。`,
    ],
    ["重み付き割合（参考）", weightingWords(document)],
    ["層", "層別の集計では、回答の少ない層をほかの層とまとめていることがあります。"],
    [
      "回収率",
      "回収率は、米国世論調査学会（AAPOR）の定義の RR1 です。対象（依頼した数から、廃業などで対象でないと分かった数を引いた数）に対する、回答を終えた数の割合です。宛先不明や返事のない事業者も対象に含めます。",
    ],
  ];
}

/** How anybody can make sure that a file is what was published. */
export const verification =
  "公表した集計版は変わりません。JSONファイルの「release」と「crossings」を、正規化したJSON（RFC 8785）にしてUTF-8で書いたものの SHA-256 が、上の値と同じであることを確かめてください。";

function shareHidden({ cells, hidden }: { cells: number; hidden: number }): string {
  return cells === 0 ? "0.0%" : `${((100 * hidden) / cells).toFixed(1)}%`;
}

function weightingWords({ release }: ReleaseDocument): string {
  const { weighting } = release;
  if (!weighting.weighted) return `示していません。${weighting.reason}`;
  const { axes, effectiveNumber, least, greatest } = weighting;
  return `回答した事業者の構成が名簿の構成（${axes.join("、")}）と同じになるように重みを付けた割合です（レイキング）。重みは${least.toFixed(2)}から${greatest.toFixed(2)}まで、有効回答数（キッシュの式）は${effectiveNumber.toFixed(1)}です。下限と上限は、有効回答数によるウィルソンの95%信頼区間です。回答した事業者を、対象から無作為に選んだ標本とみなして計算しています。回答しない事業者に偏りがあれば、あてはまりません。そのため、参考の値です。`;
}
