import { type LetterKind, letterKindLabels } from "#app/domain/survey/letters/index.ts";
import { href } from "#app/routes.ts";
import { Moment } from "../../date.tsx";
import { firmsText } from "../desk-firms.ts";

/** A mailing as its list shows it; `job` while its files can be fetched. */
export interface ShownMailing {
  id: string;
  kind: LetterKind;
  firms: number;
  to: string;
  createdAt: Date;
  createdBy: string | null;
  job: string | undefined;
}

/** What was sent, the newest first. */
export function MailingTable({ slug, mailings }: { slug: string; mailings: ShownMailing[] }) {
  if (mailings.length === 0) return <p>まだ手紙を作っていません。</p>;
  const caption = "作った手紙";
  return (
    <section
      className="table-scroll"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
      tabIndex={0}
    >
      <table className="letters-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">作った日時</th>
            <th scope="col">手紙</th>
            <th scope="col">送り先</th>
            <th scope="col" className="number">
              数
            </th>
            <th scope="col">作った人</th>
            <th scope="col">ファイル</th>
          </tr>
        </thead>
        <tbody>
          {mailings.map(({ id, kind, firms, to, createdAt, createdBy, job }) => (
            <tr key={id}>
              <th scope="row">
                <Moment at={createdAt} time />
              </th>
              <td>{letterKindLabels[kind]}</td>
              <td>{to}</td>
              <td className="number">{firmsText(firms)}</td>
              <td>{createdBy ?? "システム"}</td>
              <td>
                {job ? (
                  <a href={`${href("deskLetters", { survey: slug })}?job=${job}`}>
                    {letterKindLabels[kind]}のファイルを開く
                  </a>
                ) : (
                  "残っていません"
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
