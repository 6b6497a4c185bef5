import { clockWords, wareki, weekday } from "#app/domain/japan/index.ts";
import type { MinutesHeader, RecordForm } from "#app/domain/minutes/index.ts";

const forms: Record<RecordForm, string> = {
  全文: "全文（発言をそのまま記したもの）",
  要点筆記: "要点筆記（発言の要点をまとめたもの）",
};

const people = (names: readonly string[]) =>
  names.length === 0 ? "なし" : `${names.join("、")}（${names.length}人）`;

/** What minutes say of a meeting before the record begins: when, where, open or closed, who was there. */
export function MeetingFacts({ minutes }: { minutes: MinutesHeader }) {
  const { date, startsAt, endsAt, place, openness, closedReason, present, absent, staff } = minutes;
  return (
    <dl className="facts">
      <dt>日時</dt>
      <dd>
        <time dateTime={`${date}T${startsAt}+09:00`}>
          {wareki(date)}（{weekday(date)}）{clockWords(startsAt)}
        </time>
        から{clockWords(endsAt)}まで
      </dd>
      <dt>場所</dt>
      <dd>{place}</dd>
      <dt>会議の公開</dt>
      <dd>
        {openness}
        {closedReason && `（理由：${closedReason}）`}
      </dd>
      <dt>出席</dt>
      <dd>{people(present)}</dd>
      <dt>欠席</dt>
      <dd>{people(absent)}</dd>
      <dt>事務局</dt>
      <dd>{staff.join("、") || "なし"}</dd>
      <dt>傍聴者</dt>
      <dd>{minutes.observers}人</dd>
      <dt>記録の形式</dt>
      <dd>{forms[minutes.form]}</dd>
    </dl>
  );
}
