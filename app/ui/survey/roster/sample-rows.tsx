/** The first rows of a roster as they stand in the file. */
export function SampleRows({
  header,
  headerLine,
  sample,
}: {
  header: string[];
  headerLine: number;
  sample: { line: number; cells: string[] }[];
}) {
  const caption = "はじめの行";
  return (
    <section
      className="table-scroll"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
      tabIndex={0}
    >
      <table className="roster-sample">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              行
            </th>
            {header.map((heading, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two columns alike
              <th scope="col" key={place}>
                {heading || "（見出しなし）"}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.length === 0 && (
            <tr>
              <td colSpan={header.length + 1}>{headerLine}行目の下に行がありません。</td>
            </tr>
          )}
          {sample.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row" className="number">
                {line}
              </th>
              {cells.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
