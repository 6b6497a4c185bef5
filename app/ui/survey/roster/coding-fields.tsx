import type { RosterPreviewProps } from "./preview-props.ts";

/** For each value of the strata its firms and its code; values without a code have to get one. */
export function CodingFields({ found }: Pick<RosterPreviewProps, "found">) {
  if (found.length === 0) return null;
  return (
    <>
      <h2 id="coding">区分の値とコード</h2>
      <p>
        名簿に書いてある値を、集計に使うコードに当てはめます。「書いてあるとおり」を選ぶと、その値をそのまま区分の名前にします。人数で書かれた規模は、中小企業基本法の区切り（20人、300人）でまとめています。
      </p>
      {found.map(({ axis, label, values, codes }) => {
        const open = values.filter(({ code }) => code === undefined).length;
        const caption = `${label}の値`;
        return (
          <section
            key={axis}
            className="table-scroll"
            aria-label={caption}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
            tabIndex={0}
          >
            <table className="roster-coding">
              <caption>
                {caption}
                {open > 0 && `（コードのない値が${open}種類あります）`}
              </caption>
              <thead>
                <tr>
                  <th scope="col">書いてある値</th>
                  <th scope="col" className="number">
                    行
                  </th>
                  <th scope="col">コード</th>
                </tr>
              </thead>
              <tbody>
                {values.map(({ value, firms, code }, place) => {
                  const name = `${axis}.${place}`;
                  const shown = value === "" ? "（空欄）" : value.slice(0, 40);
                  return (
                    <tr key={value}>
                      <th scope="row">{shown}</th>
                      <td className="number">{firms.toLocaleString("ja-JP")}</td>
                      <td>
                        <input type="hidden" name={`value.${name}`} value={value} />
                        <select
                          name={`code.${name}`}
                          aria-label={`${label}「${shown}」のコード`}
                          defaultValue={code === undefined ? "" : codes.includes(code) ? code : "="}
                        >
                          <option value="">選んでください</option>
                          {codes.map((candidate) => (
                            <option key={candidate} value={candidate}>
                              {candidate}
                            </option>
                          ))}
                          {value !== "" && <option value="=">書いてあるとおり</option>}
                        </select>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
        );
      })}
    </>
  );
}
