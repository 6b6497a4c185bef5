import type { RosterPreviewProps } from "./preview-props.ts";

/** What is wrong with a roster: as a whole, then line by line, the first hundred and all as a file. */
export function FaultTable({
  problems,
  faults,
  faultCount,
  faultLines,
  file,
}: Pick<RosterPreviewProps, "problems" | "faults" | "faultCount" | "faultLines"> & {
  /** The address of the whole report. */
  file: string;
}) {
  const caption = "直す所の一覧";
  const count = faultCount.toLocaleString("ja-JP");
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">直す所</h2>
      {problems.length > 0 && (
        <ul>
          {problems.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {faultCount > 0 && (
        <>
          <p>
            {faultLines.toLocaleString("ja-JP")}行に{count}件あります。
            {faultCount > faults.length && `はじめの${faults.length}件を示します。`}
            列の対応とコードで直らないものは、ファイルを直して、選び直してください。
          </p>
          <p>
            <a href={file} download>
              直す所の一覧をCSVで保存する（{count}件）
            </a>
          </p>
          <section
            className="table-scroll"
            aria-label={caption}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
            tabIndex={0}
          >
            <table className="roster-faults">
              <caption>{caption}</caption>
              <thead>
                <tr>
                  <th scope="col" className="number">
                    行
                  </th>
                  <th scope="col">列</th>
                  <th scope="col">書いてある値</th>
                  <th scope="col">直すこと</th>
                </tr>
              </thead>
              <tbody>
                {faults.map(({ line, column, value, message }) => (
                  <tr key={`${line} ${column} ${message}`}>
                    <td className="number">{line}</td>
                    <td>{column || "行全体"}</td>
                    <td>{value || "（空欄）"}</td>
                    <td>{message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  );
}
