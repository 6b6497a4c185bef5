import { type DispositionKind, dispositionKinds } from "./disposition.ts";
import type { CommentThread } from "./thread.ts";

/** Which comments a list shows: by state, by author, by the article (identity number) they are on. */
export interface ThreadFilter {
  state: "" | "未対応" | DispositionKind;
  mine: boolean;
  article: number | undefined;
}

/** Reads a filter out of an address; what it does not understand it leaves open. */
export function threadFilterIn(address: URLSearchParams): ThreadFilter {
  const state = address.get("state");
  const article = address.get("article") ?? "";
  return {
    state: state === "未対応" ? state : (dispositionKinds.find((kind) => kind === state) ?? ""),
    mine: address.get("mine") === "1",
    article: /^[1-9]\d{0,4}$/.test(article) ? Number(article) : undefined,
  };
}

/** Whether a thread passes; `articleOf` gives the article it is on, `accountId` is who asks. */
export function passes(
  thread: CommentThread,
  filter: ThreadFilter,
  accountId: string,
  articleOf: (thread: CommentThread) => number | undefined,
): boolean {
  const state = thread.disposition?.kind ?? "未対応";
  return (
    (filter.state === "" || filter.state === state) &&
    (!filter.mine || thread.authorId === accountId) &&
    (filter.article === undefined || filter.article === articleOf(thread))
  );
}
