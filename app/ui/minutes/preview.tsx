import { useMemo } from "react";
import {
  compareMinutes,
  type Minutes,
  type NumberedText,
  numberUtterances,
} from "#app/domain/minutes/index.ts";
import { parseMinutesOf } from "#app/domain/minutes/parse-for-meeting.ts";
import type { Problem } from "#app/domain/problem.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { ComparisonView } from "./comparison.tsx";
import { MeetingFacts } from "./meeting-facts.tsx";
import { Agenda } from "./meeting-view.tsx";
import { PaperList } from "./paper-list.tsx";
import { MinutesRecord } from "./record.tsx";

/** The published version that a text corrects. */
export interface CorrectedVersion {
  version: number;
  minutes: Minutes;
  utterances: NumberedText[];
}

/** What a text would become: its faults line by line, or the minutes and what they change. */
export function MinutesPreview({
  meeting,
  source,
  viewer,
  published,
  nextUtterance,
}: {
  meeting: number;
  source: string;
  viewer: Viewer;
  published?: CorrectedVersion;
  nextUtterance: number;
}) {
  const { problems, minutes, comparison } = useMemo(() => {
    const read = parseMinutesOf(meeting, source);
    if (!read.minutes) return { problems: read.problems };
    const numbered = numberUtterances(read.minutes, published?.utterances, nextUtterance);
    return {
      problems: read.problems,
      minutes: numbered.minutes,
      comparison: published && compareMinutes(viewer, published.minutes, numbered.minutes),
    };
  }, [meeting, source, viewer, published, nextUtterance]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: beside the form it scrolls by keyboard too.
    <section className="preview" id="preview" aria-label="プレビュー" tabIndex={0}>
      <h2>プレビュー</h2>
      <p className="soft" aria-live="polite">
        {problems.length > 0 ? `直す所が${problems.length}件あります。` : "直す所はありません。"}
      </p>
      {problems.length > 0 && <Faults problems={problems} />}
      {minutes && (
        <>
          {comparison && published && (
            <>
              <h3>第{published.version}版から変わる所</h3>
              <ComparisonView comparison={comparison} heading="h4" />
            </>
          )}
          <h3>会議の概要</h3>
          <MeetingFacts minutes={minutes} />
          <h3>議題</h3>
          <Agenda items={minutes.agenda} />
          <h3>資料</h3>
          <PaperList named={minutes.papers} />
          <MinutesRecord sections={minutes.sections} />
        </>
      )}
    </section>
  );
}

function Faults({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul className="faults">
      {problems.slice(0, 100).map(({ line, column, message }) => (
        <li key={`${line}-${column}-${message}`}>
          {line !== undefined && <strong>{line}行目：</strong>}
          {message}
        </li>
      ))}
    </ul>
  );
}
