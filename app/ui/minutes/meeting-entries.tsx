import { weekday } from "#app/domain/japan/index.ts";
import type { Openness } from "#app/domain/minutes/index.ts";
import { meetingName } from "#app/domain/minutes/meeting-name.ts";
import { href } from "#app/routes.ts";
import { Day } from "#app/ui/date.tsx";

/** A meeting in the list. */
export interface MeetingEntry {
  number: number;
  title: string;
  heldOn: string;
  isSample: boolean;
  papers: number;
  minutes?: { version: number; versions: number; openness: Openness };
}

/** The meetings with their day, whether they were open, papers and minutes. */
export function MeetingEntries({ meetings }: { meetings: readonly MeetingEntry[] }) {
  return (
    <ul className="entries">
      {meetings.map(({ number, title, heldOn, isSample, papers, minutes }) => (
        <li key={number}>
          <h2 className="entry-title">
            <a href={href("meeting", { meeting: number })}>{meetingName({ number, title })}</a>
          </h2>
          <p>
            <Day date={heldOn} />（{weekday(heldOn)}）{" "}
            {minutes && <span className="tag">{minutes.openness}</span>}{" "}
            {isSample && <span className="tag warning">サンプル</span>}
          </p>
          <p className="soft">
            {papers > 0 && `資料${papers}件・`}
            {minutes ? minutesWords(minutes) : "会議録は準備中です"}
          </p>
        </li>
      ))}
    </ul>
  );
}

function minutesWords({ version, versions }: { version: number; versions: number }): string {
  return versions > 1 ? `会議録（訂正があります。最新は第${version}版）` : "会議録";
}
