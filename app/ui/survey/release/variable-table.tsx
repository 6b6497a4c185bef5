import type { PublishedVariable, WeightedShare } from "#app/domain/survey/release/published.ts";
import { numberLabel, percentLabel } from "../../charts/chart-data.ts";
import { Count, HiddenNote } from "./count.tsx";
import type { ReleaseContext } from "./release-context.ts";

/**
 * The table of one variable: counts and percentages, weighted shares as 参考 beside them, and at
 * its foot n, 無回答, 非該当 and what summarizes it.
 */
export function VariableTable({
  variable,
  title,
  context,
}: {
  variable: PublishedVariable;
  title: string;
  context: ReleaseContext;
}) {
  const { rows, kind, n, noAnswer, notApplicable } = variable;
  const caption = `${title}（表）`;
  const anyHidden = [n, noAnswer, notApplicable, ...rows.map(({ count }) => count)].includes(null);
  const withCategories = kind !== "written";
  const withWeights = withCategories && rows.some(({ weighted }) => weighted !== null);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus */}
      <section className="table-scroll" aria-label={caption} tabIndex={0}>
        <table className="figure-table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{headingOf(kind)}</th>
              <th scope="col" className="number">
                回答数
              </th>
              {withCategories && (
                <th scope="col" className="number">
                  割合
                </th>
              )}
              {withWeights && (
                <th scope="col" className="number">
                  <a href="#weighting">参考</a>：名簿に合わせた割合
                  <span className="cell-interval">（95%区間）</span>
                </th>
              )}
            </tr>
          </thead>
          {withCategories && (
            <tbody>
              {rows.map(({ key, text, count, percent, weighted }) => (
                <tr key={key}>
                  <th scope="row">{text}</th>
                  <td className="number">
                    <Count count={count} />
                  </td>
                  <td className="number">
                    <span className="cell-share">{percentLabel(percent)}</span>
                  </td>
                  {withWeights && (
                    <td className="number">
                      <Weighted share={weighted} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          )}
          <Foot variable={variable} span={withCategories ? (withWeights ? 2 : 1) : 0} />
        </table>
      </section>
      {anyHidden && <HiddenNote reason={context.reason} dashes={n === null && withCategories} />}
      {withWeights && rows.some(({ weighted }) => weighted === null) && (
        <p className="table-note">
          参考の「－」は、伏せた数が計算できてしまうため、示していない値です。
        </p>
      )}
    </>
  );
}

const headings: Record<PublishedVariable["kind"], string> = {
  choice: "選択肢",
  rating: "段階",
  place: "順位",
  class: "答えの範囲",
  written: "内訳",
};

/** What the rows of a table are. */
export const headingOf = (kind: PublishedVariable["kind"]): string => headings[kind];

/** 33.1% and below it the interval 27.0～39.8%. */
export function Weighted({ share }: { share: WeightedShare | null }) {
  if (share === null) return <>－</>;
  const { percent, lower, upper } = share;
  return (
    <>
      <span className="cell-share">{percentLabel(percent)}</span>
      <span className="cell-interval">
        （{lower.toFixed(1)}～{upper.toFixed(1)}%）
      </span>
    </>
  );
}

function Foot({ variable, span }: { variable: PublishedVariable; span: number }) {
  const { counts, n, noAnswer, notApplicable, summary } = variable;
  const unit = counts === "firms" ? "者" : "件";
  const base = counts === "firms" ? "n（回答した事業者）" : "n（書かれた件数）";
  const values = [
    { label: "平均", value: summary?.mean },
    { label: "中央値", value: summary?.median },
    { label: "下から4分の1の値（第1四分位数）", value: summary?.lowerQuartile },
    { label: "上から4分の1の値（第3四分位数）", value: summary?.upperQuartile },
  ];
  const rest = span > 0 ? <td colSpan={span} className="empty-cell" /> : null;
  return (
    <tfoot>
      {[
        { label: base, count: n },
        { label: "無回答", count: noAnswer },
        { label: "非該当（問を示していない）", count: notApplicable },
      ].map(({ label, count }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td className="number">
            <Count count={count} />
            {count !== null && <span className="visually-hidden">{unit}</span>}
          </td>
          {rest}
        </tr>
      ))}
      {values.map(({ label, value }) =>
        value == null ? null : (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="number">{numberLabel(value)}</td>
            {rest}
          </tr>
        ),
      )}
    </tfoot>
  );
}
