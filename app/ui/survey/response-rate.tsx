import { percentText, type Rate, type ResponseRate } from "#app/domain/survey/index.ts";

/** The response rate as a sentence with its definition, and its table by stratum. */
export function ResponseRateView({ rate }: { rate: ResponseRate }) {
  const { overall, byStratum } = rate;
  const caption = "回収率（全体と区分別）";
  return (
    <>
      <p className="prose">
        調査の対象は{overall.invited}者で、回答は{overall.complete}者、回収率は
        <strong>{percentText(overall.percent)}</strong>
        です。回収率は、回答を終えた事業者の数を、調査の対象とした事業者の数で割ったものです（AAPORの定義によるRR1）。
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus */}
      <section className="table-scroll" aria-label={caption} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">区分</th>
              <th scope="col" className="number">
                対象
              </th>
              <th scope="col" className="number">
                回答
              </th>
              <th scope="col" className="number">
                回収率（RR1）
              </th>
            </tr>
          </thead>
          <tbody>
            <RateRow label="全体" rate={overall} />
          </tbody>
          {byStratum.map(({ axis, label, rows }) => (
            <tbody key={axis}>
              <tr>
                <th scope="rowgroup" colSpan={4} className="stratum">
                  {label}
                </th>
              </tr>
              {rows.map(({ stratum, ...row }) => (
                <RateRow key={stratum} label={stratum} rate={row} />
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </>
  );
}

function RateRow({ label, rate }: { label: string; rate: Rate }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="number">{rate.invited}</td>
      <td className="number">{rate.complete}</td>
      <td className="number">{percentText(rate.percent)}</td>
    </tr>
  );
}
