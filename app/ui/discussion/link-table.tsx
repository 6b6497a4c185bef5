import { href } from "#app/routes.ts";

/** An article with how many links it has, by kind. */
interface Row {
  number: number;
  label: string;
  caption: string;
  links: { utterance: number; question: number; comment: number };
}

const total = ({ links: { utterance, question, comment } }: Row) => utterance + question + comment;

/** The articles that nothing is linked to yet, each with the way to its links. */
export function WithoutEvidence({ rows }: { rows: readonly Row[] }) {
  const bare = rows.filter((row) => total(row) === 0);
  if (bare.length === 0) return <p>すべての条に根拠があります。</p>;
  return (
    <>
      <p>
        根拠がまだないものは、{rows.length}のうち{bare.length}あります。
      </p>
      <ul className="inline-links">
        {bare.map(({ number, label, caption }) => (
          <li key={number}>
            <a href={href("deskProvisionLinks", { provision: number })}>
              {label}
              {caption}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Every article with its links counted. */
export function LinkTable({ rows }: { rows: readonly Row[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too.
    <section className="table-scroll" aria-label="条ごとの根拠の数" tabIndex={0}>
      <table>
        <caption>条ごとの根拠の数（項・号の分を含む）</caption>
        <thead>
          <tr>
            <th scope="col">条</th>
            <th scope="col" className="number">
              会議の発言
            </th>
            <th scope="col" className="number">
              調査の問い
            </th>
            <th scope="col" className="number">
              委員の意見
            </th>
            <th scope="col">状態</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">
                <a href={href("deskProvisionLinks", { provision: row.number })}>
                  {row.label}
                  {row.caption}
                </a>
              </th>
              <td className="number">{row.links.utterance}</td>
              <td className="number">{row.links.question}</td>
              <td className="number">{row.links.comment}</td>
              <td>
                {total(row) === 0 ? <span className="tag warning">根拠なし</span> : "根拠あり"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
