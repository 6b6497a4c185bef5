import { percentText } from "#app/domain/survey/tabulation/percent.ts";
import type { DayOfResponses } from "#app/domain/survey/tabulation/responses-by-day.ts";
import { ChartDrawing } from "../charts/ChartDrawing.tsx";
import { monthAndDay } from "./month-and-day.ts";

const id = "responses-by-day";
// In pixels down: the rate above, the count of each day below, the dates at the foot.
const rate = { label: 16, top: 28, bottom: 148 } as const;
const count = { label: 182, top: 194, bottom: 274 } as const;
const height = 300;

/**
 * Two panels over the same days: the response rate as a line from 0 to 100 %, and the answers of
 * each day as bars. Marked days are broken lines through both.
 */
export function ResponseDaysDrawing({
  days,
  marks,
}: {
  days: DayOfResponses[];
  marks: { date: string; label: string }[];
}) {
  const most = Math.max(1, ...days.map((day) => day.count));
  const width = 100 / days.length;
  const middle = (place: number) => `${((place + 0.5) * width).toFixed(3)}%`;
  const atRate = ({ percent }: DayOfResponses) =>
    rate.bottom - ((rate.bottom - rate.top) * Math.min(100, percent ?? 0)) / 100;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  return (
    <ChartDrawing
      id={id}
      title="折れ線グラフと棒グラフ：日ごとの回収率と回答数"
      description={`${monthAndDay(first.date)}から${monthAndDay(last.date)}まで。最後の日の回収率は${percentText(last.percent)}。1日の回答は多くて${most}者。数は下の表にあります。`}
      height={height}
    >
      <text className="chart-value" x="0" y={rate.label}>
        回収率（累計、0〜100%）
      </text>
      <rect
        className="chart-track"
        x="0"
        y={rate.top}
        width="100%"
        height={rate.bottom - rate.top}
      />
      {[0, 50, 100].map((percent) => (
        <Rule key={percent} y={rate.bottom - ((rate.bottom - rate.top) * percent) / 100} />
      ))}
      <text className="chart-value" x="0" y={count.label}>
        1日の回答（多い日で{most.toLocaleString("ja-JP")}者）
      </text>
      <Rule y={count.bottom} />
      {days.map((day, place) => (
        <rect
          key={day.date}
          className="chart-bar"
          x={`${((place + 0.1) * width).toFixed(3)}%`}
          width={`${(width * 0.8).toFixed(3)}%`}
          y={count.bottom - ((count.bottom - count.top) * day.count) / most}
          height={((count.bottom - count.top) * day.count) / most}
        />
      ))}
      {marks.map(({ date, label }) => {
        const place = days.findIndex((day) => day.date === date);
        const isLate = place > days.length / 2;
        return (
          <g key={`${date} ${label}`}>
            <line
              className="chart-mark"
              x1={middle(place)}
              x2={middle(place)}
              y1={rate.top}
              y2={count.bottom}
            />
            <text
              className="chart-value"
              x={middle(place)}
              dx={isLate ? -4 : 4}
              y={rate.bottom + 14}
              textAnchor={isLate ? "end" : "start"}
            >
              {label}
            </text>
          </g>
        );
      })}
      {days.slice(1).map((day, place) => {
        const before = days[place] ?? day;
        return (
          <line
            key={day.date}
            className="chart-line"
            x1={middle(place)}
            x2={middle(place + 1)}
            y1={atRate(before)}
            y2={atRate(day)}
          />
        );
      })}
      <circle className="chart-bar" cx={middle(days.length - 1)} cy={atRate(last)} r="4" />
      <text className="chart-value" x="0" y={height - 8}>
        {monthAndDay(first.date)}
      </text>
      {days.length > 1 && (
        <text className="chart-value" x="100%" y={height - 8} textAnchor="end">
          {monthAndDay(last.date)}
        </text>
      )}
    </ChartDrawing>
  );
}

function Rule({ y }: { y: number }) {
  return <line className="chart-axis" x1="0" x2="100%" y1={y} y2={y} />;
}
