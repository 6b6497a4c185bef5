import {
  type DispositionEntry,
  dispositionKinds,
  reasonMaximum,
} from "#app/domain/discussion/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioField, TextArea } from "#app/ui/field.tsx";
import { Disposition } from "./disposition.tsx";

const meanings = {
  反映: "意見のとおりに条文を直した",
  一部反映: "意見の一部を条文に入れた",
  不採用: "条文には入れない",
  検討中: "まだ決めていない（審議の状況を知らせる）",
} as const;

/** The form by which the secretariat says what became of a comment, always with the reason. */
export function DispositionForm({
  decided,
  values = {},
  problems = [],
}: {
  /** Whether there is a disposition already. */
  decided: boolean;
  /** What was typed into the form before it was refused. */
  values?: Record<string, string | undefined>;
  problems?: readonly Problem[];
}) {
  return (
    <form method="post" className="form">
      <input type="hidden" name="intent" value="disposition" />
      <RadioField
        name="kind"
        label="対応"
        required
        options={dispositionKinds.map((kind) => ({
          value: kind,
          label: (
            <>
              <strong>{kind}</strong>　<span className="soft">{meanings[kind]}</span>
            </>
          ),
        }))}
        defaultValue={values.kind}
        problems={problems}
      />
      <TextArea
        name="reason"
        label="理由"
        hint={`委員が読み、中間案にもこのまま載ります。どの条をどう直したか、直さないならなぜかを書いてください。${reasonMaximum.toLocaleString("ja-JP")}文字まで。${decided ? "前の対応は消えず、下の経過に残ります。" : ""}`}
        required
        maxLength={reasonMaximum}
        rows={6}
        defaultValue={values.reason}
        problems={problems}
      />
      <Button>{decided ? "新しい対応を登録する" : "対応を登録する"}</Button>
    </form>
  );
}

/** Everything that was decided on a comment, newest first; the first one counts. */
export function DispositionHistory({ entries }: { entries: readonly DispositionEntry[] }) {
  if (entries.length === 0) return <p>まだ対応していません。</p>;
  const newestFirst = entries.map((entry, index) => ({ entry, ordinal: index + 1 })).reverse();
  return (
    <ol className="plain-list disposition-history" reversed>
      {newestFirst.map(({ entry, ordinal }) => (
        <li key={ordinal}>
          <p className="soft">
            {ordinal}回目の対応{ordinal === entries.length ? "（今の対応）" : ""}
          </p>
          <Disposition disposition={entry} />
        </li>
      ))}
    </ol>
  );
}
