import { fieldId, type MatchingRow, type Place } from "#app/domain/draft-version/matching.ts";
import { Button } from "#app/ui/button.tsx";
import { statusWords } from "./alignment-status.ts";

/** Which article is which of the version before; a person may correct each by hand. */
export function MatchingTable({
  rows,
  olds,
  labels,
  editable,
}: {
  rows: readonly MatchingRow[];
  olds: readonly Place[];
  labels: { before: string; after: string };
  editable: boolean;
}) {
  const table = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard.
    <section className="table-scroll matching" tabIndex={0} aria-label="条の対応">
      <table>
        <caption>
          条の対応（「{labels.before}」と「{labels.after}」）
        </caption>
        <thead>
          <tr>
            <th scope="col">{labels.after}</th>
            <th scope="col">{labels.before}</th>
            <th scope="col">変わり方</th>
            <th scope="col">確かさ</th>
            {editable && <th scope="col">手で直す</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.after?.path ?? ""}-${row.before?.path ?? ""}`}>
              <th scope="row">
                {row.status === "merged" ? "（なし）" : (row.after?.name ?? "（なし）")}
              </th>
              <td>{row.status === "split" ? "（なし）" : (row.before?.name ?? "（なし）")}</td>
              <td>
                {statusWords[row.status]}
                {row.status === "merged" && row.after && `（${row.after.name}に）`}
                {row.status === "split" && row.before && `（${row.before.name}から）`}
              </td>
              <td>
                <Confidence row={row} />
              </td>
              {editable && (
                <td>{row.after && row.status !== "merged" && <Choice row={row} olds={olds} />}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
  if (!editable) return table;
  return (
    <form method="post">
      <input type="hidden" name="intent" value="match" />
      {table}
      <Button look="secondary">対応を保存する</Button>
    </form>
  );
}

function Confidence({ row: { status, decision, doubtful, confidence } }: { row: MatchingRow }) {
  if (decision !== "") return <>手で決めました</>;
  if (status === "added" || status === "removed") return <>―</>;
  const percent = `${Math.round(confidence * 100)}%`;
  return doubtful ? (
    <>
      <span className="tag warning">要確認</span> {percent}
    </>
  ) : (
    percent
  );
}

function Choice({ row: { after, decision }, olds }: { row: MatchingRow; olds: readonly Place[] }) {
  if (!after) return null;
  const kindOf = (path: string) => path.includes("table-");
  return (
    <select
      id={fieldId(after.path)}
      name={`match:${after.path}`}
      defaultValue={decision}
      aria-label={`${after.name}は前の版のどの条か`}
    >
      <option value="">提案のとおり</option>
      <option value="added">新設とする</option>
      {olds
        .filter(({ path }) => kindOf(path) === kindOf(after.path))
        .map(({ path, name }) => (
          <option key={path} value={`same:${path}`}>
            {name}と同じ
          </option>
        ))}
    </select>
  );
}
