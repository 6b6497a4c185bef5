import type { Answers } from "#app/domain/survey/answers.ts";
import type { LocalDraft } from "./local-draft.ts";
import type { ServerDraft } from "./start.ts";

/** What the form begins with, and what this tab kept that it does not hold. */
export interface Beginning {
  answers: Answers;
  leftBehind?: Answers;
}

/**
 * Chooses between the server's draft and what this tab kept. The tab's continues the server's when
 * both know the same revision, or when the server's is one that this tab had posted; when it has
 * moved on otherwise, the tab's may only give way where it holds nothing else.
 */
export function beginningOf(server: ServerDraft, local: LocalDraft | undefined): Beginning {
  if (!local) return { answers: server.answers };
  const continued =
    local.revision === server.revision || local.posted?.includes(JSON.stringify(server.answers));
  if (continued) return { answers: local.answers };
  const held = Object.entries(local.answers).every(
    ([name, value]) => JSON.stringify(server.answers[name]) === JSON.stringify(value),
  );
  return held
    ? { answers: server.answers }
    : { answers: server.answers, leftBehind: local.answers };
}

/**
 * What was typed in the plain form, over what this tab had kept: where the page differs from the
 * server's draft someone has just changed it, elsewhere what was kept stands.
 */
export function carriedOver(server: Answers, kept: Answers, typed: Answers): Answers {
  const names = new Set([...Object.keys(kept), ...Object.keys(typed)]);
  const same = (name: string) => JSON.stringify(typed[name]) === JSON.stringify(server[name]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const value = same(name) ? kept[name] : typed[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
