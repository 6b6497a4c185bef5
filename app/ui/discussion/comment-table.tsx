import type { CommentThread } from "#app/domain/discussion/index.ts";
import { stateOf, type ThreadState, threadStates } from "#app/domain/discussion/state.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { Moment } from "#app/ui/date.tsx";
import { DispositionTag } from "./disposition.tsx";
import { beginningOf } from "./thread-list.tsx";

/** A thread with where its provision stands in the newest version. */
interface Row extends CommentThread {
  now: string | undefined;
}

/** What a list of comments is narrowed to; "" is everything. */
export interface CommentFilter {
  state: ThreadState | "";
  /** The number of an article, or "gone" for provisions that the newest version does not have. */
  article: string;
}

/** The form that narrows the list; it sends a GET, so that the address can be kept. */
export function CommentFilters({
  filter,
  counts,
  articles,
  hasGone,
}: {
  filter: CommentFilter;
  counts: Record<ThreadState, number>;
  articles: readonly { number: number; label: string }[];
  hasGone: boolean;
}) {
  return (
    <form method="get" className="filters">
      <label>
        <span>対応</span>
        <select name="state" defaultValue={filter.state}>
          <option value="">すべて</option>
          {threadStates.map((state) => (
            <option key={state} value={state}>
              {`${state}（${counts[state]}件）`}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>条</span>
        <select name="article" defaultValue={filter.article}>
          <option value="">すべて</option>
          {articles.map(({ number, label }) => (
            <option key={number} value={number}>
              {label}
            </option>
          ))}
          {hasGone && <option value="gone">今の案にない条項</option>}
        </select>
      </label>
      <Button look="secondary">絞り込む</Button>
    </form>
  );
}

/** The comments as the secretariat works through them, one a row. */
export function CommentTable({ threads, newest }: { threads: readonly Row[]; newest: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too.
    <section className="table-scroll" aria-label="意見の一覧" tabIndex={0}>
      <table className="comment-desk-table">
        <caption>意見の一覧（対応を待っているものから）</caption>
        <thead>
          <tr>
            <th scope="col">番号</th>
            <th scope="col">条項</th>
            <th scope="col">意見</th>
            <th scope="col">委員・日付</th>
            <th scope="col">対応</th>
            <th scope="col" className="number">
              返信
            </th>
          </tr>
        </thead>
        <tbody>
          {threads.map((thread) => (
            <tr key={thread.id}>
              <th scope="row">
                <a href={href("deskComment", { comment: thread.number })}>意見{thread.number}</a>
              </th>
              <td className="place">
                {thread.version.label}の{thread.place}
                <br />
                <NowPlace thread={thread} newest={newest} />
              </td>
              <td>{beginningOf(thread.body)}</td>
              <td>
                {thread.author}
                <br />
                <Moment at={thread.createdAt} />
              </td>
              <td>
                <DispositionTag kind={thread.disposition?.kind} />
              </td>
              <td className="number">{thread.replies.length}件</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where the provision stands today, unless the comment was made on the newest version itself. */
function NowPlace({ thread, newest }: { thread: Row; newest: string }) {
  if (thread.version.label === newest) return null;
  return (
    <span className="soft">
      {thread.now === undefined ? `${newest}にはありません` : `${newest}では${thread.now}`}
    </span>
  );
}

/** How many threads are in each state. */
export function countStates(
  threads: readonly Pick<CommentThread, "disposition">[],
): Record<ThreadState, number> {
  const counts = { 未対応: 0, 反映: 0, 一部反映: 0, 不採用: 0, 検討中: 0 };
  for (const thread of threads) counts[stateOf(thread)] += 1;
  return counts;
}
