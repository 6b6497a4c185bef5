import type { CalendarEntry } from "#app/domain/survey/calendar.ts";
import { Day } from "../date.tsx";
import { DeskCautions } from "./desk-settings.tsx";

const labels: Record<CalendarEntry["what"], string> = {
  open: "受付開始",
  remind: "督促状",
  close: "締切り",
};

function whenText({ inDays, done, what }: CalendarEntry): string {
  if (done) return "済み";
  if (inDays === null) return "－";
  if (inDays === 0) return "今日";
  if (inDays > 0) return `あと${inDays}日`;
  return what === "remind" ? `${-inDays}日前に過ぎました。督促状を作ってください` : "過ぎました";
}

/** The dates of a survey with the days that are left, and what to think about again. */
export function DeskCalendar({
  calendar,
  cautions,
}: {
  calendar: readonly CalendarEntry[];
  cautions: readonly string[];
}) {
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">暦</h2>
      <DeskCautions cautions={cautions} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too. */}
      <section className="table-scroll" aria-label="暦の表" tabIndex={0}>
        <table>
          <caption>受付開始、督促、締切りの日</caption>
          <thead>
            <tr>
              <th scope="col">すること</th>
              <th scope="col">日</th>
              <th scope="col">いま</th>
            </tr>
          </thead>
          <tbody>
            {calendar.map((entry) => (
              <tr key={entry.what}>
                <th scope="row">{labels[entry.what]}</th>
                <td>{entry.on ? <Day date={entry.on} /> : "決めていません"}</td>
                <td>{whenText(entry)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
