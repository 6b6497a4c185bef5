import { numberText } from "#app/domain/japan/number-text.ts";
import type { Problem } from "#app/domain/problem.ts";
import type { ShownGroup } from "#app/domain/survey/free-text/shown-group.ts";
import { Notice } from "../../notice.tsx";
import { TextGroup } from "./text-group.tsx";

/** The groups of one question, a page at a time. */
export function QuestionTexts({
  path,
  question,
  firms,
  different,
  counts,
  open,
  page,
  pages,
  groups,
  values,
  problems,
}: {
  path: string;
  question: { name: string; number: number; title: string };
  firms: number;
  /** Texts that differ as they were written. */
  different: number;
  /** Null where there are so many texts that they are grouped page by page. */
  counts: { all: number; undecided: number } | null;
  open: boolean;
  page: number;
  pages: number;
  groups: ShownGroup[];
  values: Record<string, string>;
  problems: readonly Problem[];
}) {
  const query = (changes: { show?: string; page?: number }) => {
    const { show = open ? "open" : "", page: at = 1 } = changes;
    const parameters = new URLSearchParams({ question: question.name });
    if (show) parameters.set("show", show);
    if (at > 1) parameters.set("page", String(at));
    return parameters.toString();
  };
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">
        問{question.number}　{question.title}
      </h2>
      <p>
        {numberText(firms)}者が書きました。
        {counts
          ? `ほぼ同じ文章をまとめて${numberText(counts.all)}個です。${undecidedWords(counts.undecided)}`
          : `違う文章が${numberText(different)}個あります。多いため、書いた事業者の多い順にページに分け、ほぼ同じ文章はページごとにまとめています。`}
      </p>
      <nav aria-label="表示する文章">
        <ul className="inline-links">
          <li>
            <a href={`${path}?${query({ show: "" })}`} aria-current={open ? undefined : "page"}>
              すべて
            </a>
          </li>
          <li>
            <a href={`${path}?${query({ show: "open" })}`} aria-current={open ? "page" : undefined}>
              まだ決めていないもの
            </a>
          </li>
        </ul>
      </nav>
      {groups.length === 0 ? (
        <Notice>
          <p>{emptyWords(open, counts !== null)}</p>
        </Notice>
      ) : (
        <ol className="plain-list text-groups">
          {groups.map((group) => (
            <TextGroup
              key={group.hash}
              group={group}
              question={question.name}
              back={query({ page })}
              values={values}
              problems={problems}
            />
          ))}
        </ol>
      )}
      {pages > 1 && (
        <nav aria-label="ページ">
          <ul className="inline-links">
            {page > 1 && (
              <li>
                <a href={`${path}?${query({ page: page - 1 })}`}>前のページ</a>
              </li>
            )}
            <li>
              {numberText(pages)}ページ中{numberText(page)}ページ目
            </li>
            {page < pages && (
              <li>
                <a href={`${path}?${query({ page: page + 1 })}`}>次のページ</a>
              </li>
            )}
          </ul>
        </nav>
      )}
    </section>
  );
}

function undecidedWords(undecided: number): string {
  return undecided === 0
    ? "すべて決めました。"
    : `まだ決めていないものが${numberText(undecided)}個あります。`;
}

function emptyWords(open: boolean, all: boolean): string {
  if (!open) return "書かれた文章はありません。";
  return all ? "まだ決めていない文章はありません。" : "このページの文章は、すべて決めました。";
}
