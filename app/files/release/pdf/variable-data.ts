import { numberText } from "#app/domain/japan/number-text.ts";
import type { PublishedCount, PublishedVariable } from "#app/domain/survey/release/published.ts";
import { variableSentences } from "#app/domain/survey/release/sentence.ts";
import { percentText } from "#app/domain/survey/tabulation/percent.ts";

/** A count as it is printed. */
export function countText(count: PublishedCount): string {
  return count === null ? "x" : numberText(count);
}

/** n=221、無回答 7、非該当 0 */
function basesText({ n, noAnswer, notApplicable, counts }: PublishedVariable): string {
  const unit = counts === "entries" ? "（件）" : "";
  return `n=${countText(n)}${unit}、無回答 ${countText(noAnswer)}、非該当 ${countText(notApplicable)}`;
}

/** The single table of a variable: each category with its bar, and what sums it up. */
export function variableData(variable: PublishedVariable) {
  const { part, rows, kind, ends } = variable;
  return {
    title: part?.text ?? "",
    sentences: part === null ? [] : variableSentences(variable),
    bases: basesText(variable),
    histogram:
      kind === "class" && rows.some(({ percent }) => percent !== null)
        ? rows.map(({ text, percent }) => ({ text, value: percent, label: percentText(percent) }))
        : null,
    isWeighted: rows.some(({ weighted }) => weighted !== null),
    rows: rows.map(({ text, count, percent, weighted }, index) => ({
      number: String(index + 1),
      text: endText(
        text,
        index === 0 ? ends?.least : index === rows.length - 1 ? ends?.greatest : "",
      ),
      count: countText(count),
      percent: percentText(percent),
      value: percent,
      weighted:
        weighted === null
          ? "－"
          : `${percentText(weighted.percent)}（${weighted.lower.toFixed(1)}～${weighted.upper.toFixed(1)}）`,
    })),
    summary: summaryText(variable),
  };
}

const endText = (text: string, end: string | undefined) => (end ? `${text}（${end}）` : text);

function summaryText({ summary, kind, n }: PublishedVariable): string {
  if (summary === null || n === 0) return "";
  const shown = (value: number | null) => (value === null ? "x" : numberText(value));
  const mean = `平均 ${shown(summary.mean)}`;
  if (kind === "place") return mean;
  const { lowerQuartile, median, upperQuartile } = summary;
  return `${mean}、第1四分位数 ${shown(lowerQuartile)}、中央値 ${shown(median)}、第3四分位数 ${shown(upperQuartile)}`;
}
