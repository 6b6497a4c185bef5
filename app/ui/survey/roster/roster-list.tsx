import type { ComponentProps } from "react";
import { undivided } from "#app/domain/survey/strata/grouping.ts";
import { type Strata, stratumAxes } from "#app/domain/survey/strata/strata.ts";
import { href } from "#app/routes.ts";
import { Day } from "../../date.tsx";
import { firmsText } from "../desk-firms.ts";
import { RosterFilterForm } from "./roster-filter.tsx";

interface Entry extends Strata {
  id: string;
  number: string;
  name: string;
  corporateNumber: string | null;
  postalCode: string;
  address: string;
  hasCode: boolean;
  answered: boolean;
  returnedOn: string | null;
  returnedReason: string | null;
}

/** The roster page by page: who is asked, and how far the letter has come. Never an answer. */
export function RosterList({
  slug,
  firms,
  total,
  strata,
  filter,
  page,
  pages,
  links,
}: {
  slug: string;
  firms: Entry[];
  total: number;
  page: number;
  pages: number;
  links: { previous: string | undefined; next: string | undefined };
} & Pick<ComponentProps<typeof RosterFilterForm>, "strata" | "filter">) {
  const caption = `名簿（${firmsText(total)}${pages > 1 ? `、${pages}ページのうち${page}ページ` : ""}）`;
  return (
    <section aria-labelledby="roster-list">
      <h2 id="roster-list">名簿の一覧</h2>
      <RosterFilterForm
        action={href("deskRoster", { survey: slug })}
        strata={strata}
        filter={filter}
      />
      {total === 0 ? (
        <p>当てはまる事業者はありません。</p>
      ) : (
        <section
          className="table-scroll"
          aria-label={caption}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
          tabIndex={0}
        >
          <table className="roster-list">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">番号</th>
                <th scope="col">事業者</th>
                <th scope="col">区分</th>
                <th scope="col">状態</th>
              </tr>
            </thead>
            <tbody>
              {firms.map((firm) => (
                <FirmRow key={firm.id} firm={firm} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {pages > 1 && (
        <nav aria-label="名簿のページ" className="pages">
          {links.previous && (
            <a href={links.previous} rel="prev">
              前の50者
            </a>
          )}
          {links.next && (
            <a href={links.next} rel="next">
              次の50者
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

function FirmRow({ firm }: { firm: Entry }) {
  return (
    <tr>
      <td>{firm.number}</td>
      <th scope="row">
        {firm.name}
        <span className="roster-place">
          〒{firm.postalCode}　{firm.address}
          {firm.corporateNumber && `　法人番号${firm.corporateNumber}`}
        </span>
      </th>
      <td>
        {stratumAxes
          .map(({ axis }) => firm[axis])
          .filter((value) => value !== undivided)
          .join("、")}
      </td>
      <td>
        {firm.answered ? "回答済み" : firm.hasCode ? "未回答" : "コード未発行"}
        {firm.returnedOn && (
          <span className="roster-place">
            依頼文が戻った（
            <Day date={firm.returnedOn} />
            {firm.returnedReason && `、${firm.returnedReason}`}）
          </span>
        )}
      </td>
    </tr>
  );
}
