import { percentText } from "#app/domain/survey/tabulation/percent.ts";
import type { DayOfResponses } from "#app/domain/survey/tabulation/responses-by-day.ts";
import { Day } from "../date.tsx";
import { firmsText } from "./desk-firms.ts";
import { monthAndDay } from "./month-and-day.ts";
import { ResponseDaysDrawing } from "./responses-by-day-drawing.tsx";

/** The answers day by day: a drawing and, folded below it, the table with all its numbers. */
export function ResponsesByDayView({
  days,
  marks,
}: {
  days: DayOfResponses[];
  /** Days that are marked, with what they were. */
  marks: { date: string; label: string }[];
}) {
  const last = days.at(-1);
  if (!last) return null;
  const caption = "日ごとの回答数と回収率（RR1）";
  const shown = marks.filter(({ date }) => days.some((day) => day.date === date));
  return (
    <figure className="chart" id="responses-by-day-figure">
      <figcaption>
        <span className="chart-title">{caption}</span>
        <span className="chart-base">
          <Day date={last.date} />
          までに{firmsText(last.total)}、{percentText(last.percent)}
        </span>
      </figcaption>
      <ResponseDaysDrawing days={days} marks={shown} />
      <details>
        <summary>日ごとの数の表</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus */}
        <section className="table-scroll" aria-label={caption} tabIndex={0}>
          <table className="figure-table">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">日</th>
                <th scope="col" className="number">
                  回答
                </th>
                <th scope="col" className="number">
                  累計
                </th>
                <th scope="col" className="number">
                  回収率
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ date, count, total, percent }) => (
                <tr key={date}>
                  <th scope="row">
                    <time dateTime={date}>{monthAndDay(date)}</time>
                    {shown
                      .filter((mark) => mark.date === date)
                      .map(({ label }) => `（${label}）`)
                      .join("")}
                  </th>
                  <td className="number">{count.toLocaleString("ja-JP")}</td>
                  <td className="number">{total.toLocaleString("ja-JP")}</td>
                  <td className="number">{percentText(percent)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}
