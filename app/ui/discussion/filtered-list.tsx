import type { CommentThread, ThreadFilter } from "#app/domain/discussion/index.ts";
import { FilterForm } from "./filter-form.tsx";
import { ThreadList } from "./thread-list.tsx";

/** Comments with the form that narrows the list down. */
export function FilteredList({
  action,
  filter,
  found: { threads, all, articles },
  mine,
  to,
}: {
  action: string;
  filter: ThreadFilter;
  found: {
    threads: readonly CommentThread[];
    all: number;
    articles: readonly { number: number; label: string }[];
  };
  mine: boolean;
  to: (comment: number) => string;
}) {
  return (
    <>
      <FilterForm action={action} filter={filter} articles={articles} mine={mine} />
      <p>
        {all}件のうち{threads.length}件
      </p>
      {threads.length === 0 ? (
        <p>当てはまる意見はありません。条件を変えてください。</p>
      ) : (
        <ThreadList threads={threads} to={to} />
      )}
    </>
  );
}
