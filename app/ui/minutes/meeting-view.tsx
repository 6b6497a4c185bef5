import type { ShownMinutes } from "#app/domain/minutes/index.ts";
import { Day, Moment } from "#app/ui/date.tsx";
import { MeetingFacts } from "./meeting-facts.tsx";
import { type PaperFileRow, PaperList } from "./paper-list.tsx";
import { RecordWithContents } from "./record.tsx";
import { CorrectionNote, type VersionItem } from "./versions.tsx";

/** A meeting as one viewer may see it. */
export interface MeetingData {
  meeting: { number: number; title: string; heldOn: string };
  papers: readonly PaperFileRow[];
  minutes?: VersionItem & { shown: ShownMinutes };
  versions: readonly VersionItem[];
}

/** A meeting: its facts, agenda and papers, then the record. */
export function MeetingView({ meeting, papers, minutes, versions }: MeetingData) {
  const { number, heldOn } = meeting;
  if (!minutes) {
    return (
      <>
        <dl className="facts">
          <dt>開催日</dt>
          <dd>
            <Day date={heldOn} />
          </dd>
        </dl>
        <h2>資料</h2>
        <PaperList papers={papers} />
        <h2>会議録</h2>
        <p>会議録はまだ公表されていません。公表されると、ここで読めます。</p>
      </>
    );
  }
  const { shown, publishedAt, audience, version } = minutes;
  return (
    <>
      <CorrectionNote meeting={number} versions={versions} />
      <h2 className="first">会議の概要</h2>
      <MeetingFacts minutes={shown} />
      <h2>議題</h2>
      <Agenda items={shown.agenda} />
      <h2>資料</h2>
      <PaperList papers={papers} named={shown.papers} />
      <h2>会議録</h2>
      <p className="soft">
        第{version}版　{publishedAt && <Moment at={publishedAt} />}
        {audience === "members" ? "に委員へ公開（まだ公表していません）" : "に公表"}
      </p>
      <RecordWithContents meeting={number} sections={shown.sections} />
    </>
  );
}

/** The agenda as minutes list it. */
export function Agenda({ items }: { items: readonly string[] }) {
  return (
    <ol className="agenda">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ol>
  );
}
