import type { MinutesComparison, Segment, UtteranceChange } from "#app/domain/minutes/index.ts";
import { href } from "#app/routes.ts";

/** Text with what was added and what was removed in it. */
export function Segments({ segments }: { segments: readonly Segment[] }) {
  let offset = 0;
  return segments.map(({ kind, text }) => {
    const key = `${kind}-${offset}`;
    offset += text.length;
    if (kind === "added") return <ins key={key}>{text}</ins>;
    if (kind === "removed") return <del key={key}>{text}</del>;
    return <span key={key}>{text}</span>;
  });
}

const words: Record<UtteranceChange["kind"], string> = {
  same: "変わりません",
  added: "加えました",
  removed: "削りました",
  changed: "改めました",
};

/** What a correction changed: facts in a table, utterances with insertions and deletions. */
export function ComparisonView({
  meeting,
  comparison: { headers, utterances },
  heading: Heading = "h3",
}: {
  /** The number of the meeting; absent where the pages of the utterances do not exist yet. */
  meeting?: number;
  comparison: MinutesComparison;
  heading?: "h3" | "h4";
}) {
  const changes = utterances.filter(({ kind }) => kind !== "same");
  if (headers.length + changes.length === 0) return <p>読める範囲で変わった所はありません。</p>;
  return (
    <div className="corrections">
      <p className="soft">
        <ins>下線</ins>は加えた部分、<del>取り消し線</del>は削った部分です。
      </p>
      {headers.length > 0 && (
        <section className="table-scroll" aria-label="会議の概要の訂正">
          <table>
            <caption>会議の概要の訂正</caption>
            <thead>
              <tr>
                <th scope="col">項目</th>
                <th scope="col">訂正前</th>
                <th scope="col">訂正後</th>
              </tr>
            </thead>
            <tbody>
              {headers.map(({ label, before, after }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td className="lines">{before ? <del>{before}</del> : "（なし）"}</td>
                  <td className="lines">{after ? <ins>{after}</ins> : "（なし）"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {changes.map((change) => (
        <section className="utterance" key={change.number}>
          <Heading>
            {meeting === undefined ? (
              `発言${change.number}`
            ) : (
              <a href={href("utterance", { meeting, utterance: change.number })}>
                発言{change.number}
              </a>
            )}
            {"　"}
            {words[change.kind]}
          </Heading>
          <ChangedUtterance change={change} />
        </section>
      ))}
    </div>
  );
}

function ChangedUtterance({ change }: { change: UtteranceChange }) {
  if (change.kind === "changed") {
    const { speakerBefore, speaker, segments } = change;
    return (
      <>
        <p className="speaker">
          {speakerBefore === speaker ? (
            <strong>{speaker}</strong>
          ) : (
            <>
              <del>{speakerBefore}</del> <ins>{speaker}</ins>
            </>
          )}
        </p>
        <p className="lines">
          <Segments segments={segments} />
        </p>
      </>
    );
  }
  const Mark = change.kind === "added" ? "ins" : change.kind === "removed" ? "del" : "span";
  return (
    <>
      <p className="speaker">
        <strong>{change.speaker}</strong>
      </p>
      <p className="lines">
        <Mark>{change.text}</Mark>
      </p>
    </>
  );
}
