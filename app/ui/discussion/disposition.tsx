import type { DispositionEntry, DispositionKind } from "#app/domain/discussion/index.ts";
import { Moment } from "#app/ui/date.tsx";

/** The state of a comment in one word; 未対応 while nothing was decided. */
export function DispositionTag({ kind }: { kind: DispositionKind | undefined }) {
  const settled = kind !== undefined && kind !== "検討中";
  return <span className={settled ? "tag success" : "tag warning"}>{kind ?? "未対応"}</span>;
}

/** What the secretariat decided on a comment, with the reason. */
export function Disposition({ disposition }: { disposition: DispositionEntry }) {
  const { kind, reason, by, createdAt } = disposition;
  return (
    <div className="disposition">
      <p>
        <strong>{by}の対応：</strong>
        <DispositionTag kind={kind} /> <Moment at={createdAt} />
      </p>
      <p className="lines">{reason}</p>
    </div>
  );
}
