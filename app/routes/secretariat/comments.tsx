import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { stateOf, type ThreadState, threadStates } from "#app/domain/discussion/state.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import {
  type CommentFilter,
  CommentFilters,
  CommentTable,
  countStates,
} from "#app/ui/discussion/comment-table.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { type CommentDesk, commentDesk, type DeskThread } from "#db/queries/comment-desk.ts";

export const meta = () => pageTitle("意見への対応");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const desk = await commentDesk(context.db, viewer);
  const filter = filterOf(new URL(request.url).searchParams, desk);
  return {
    filter,
    newest: desk.newest?.label ?? "",
    articles: desk.articles,
    counts: countStates(desk.threads),
    hasGone: desk.threads.some(({ article }) => !article),
    threads: desk.threads.filter((thread) => isWanted(thread, filter)),
  };
}

/** What the address asks for; what it cannot mean is left out. */
function filterOf(query: URLSearchParams, { articles }: CommentDesk): CommentFilter {
  const isState = (text: string | null): text is ThreadState =>
    threadStates.some((state) => state === text);
  const state = query.get("state");
  const article = query.get("article") ?? "";
  const known = article === "gone" || articles.some(({ number }) => String(number) === article);
  return { state: isState(state) ? state : "", article: known ? article : "" };
}

function isWanted(thread: DeskThread, { state, article }: CommentFilter): boolean {
  if (state !== "" && stateOf(thread) !== state) return false;
  return article === "" || String(thread.article?.number ?? "gone") === article;
}

export default function DeskComments() {
  const { filter, newest, articles, counts, hasGone, threads } = useLoaderData<typeof loader>();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Page
      title="意見への対応"
      sample={threads.some(({ version }) => version.isSample)}
      lead="委員の意見を読み、どう扱うかを理由とともに答えます。"
      crumbs={[{ to: href("secretariat"), label: "事務局の机" }]}
    >
      {total === 0 ? (
        <p>意見はまだありません。条例案を委員に公開すると、委員が条や項に意見を付けられます。</p>
      ) : (
        <>
          <p>
            意見は全部で{total}件です。未対応が{counts.未対応}件、検討中が{counts.検討中}
            件あります。
          </p>
          <CommentFilters filter={filter} counts={counts} articles={articles} hasGone={hasGone} />
          {threads.length === 0 ? (
            <p>
              この条件に合う意見はありません。
              <a href={href("deskComments")}>すべての意見を見る</a>
            </p>
          ) : (
            <CommentTable threads={threads} newest={newest} />
          )}
        </>
      )}
    </Page>
  );
}
