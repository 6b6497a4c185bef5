import { useEffect, useRef } from "react";
import { type Held, textOver } from "./begin.ts";
import { forgetDraft, keepDraft } from "./kept-draft.ts";
import type { EditorState } from "./state.ts";

/**
 * Keeps what is not saved in the tab, and has the browser ask before it is left. Call what it
 * returns before a form leads on by itself.
 *
 * @param text the text of `state.definition`; undefined while that is still being typed
 * @param over whether somebody has saved meanwhile: then it is kept whatever it says
 */
export function useKeeping(
  slug: string,
  held: Held,
  text: string | undefined,
  state: EditorState,
  over: boolean,
): () => void {
  const leaving = useRef(false);
  const keep = useRef((_: string) => {});
  keep.current = (text) => {
    const { taken, place } = state;
    if (text === held.source && !over) forgetDraft(slug);
    // Somebody else's state is no base: after a reload, one is asked again.
    else keepDraft(slug, { base: over ? "" : held.base, text, taken, place });
  };
  const newest = useRef((): string => held.source);
  newest.current = () => textOver(held, state.definition);
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept anew whenever any of them changes
  useEffect(() => {
    if (text !== undefined) keep.current(text);
  }, [slug, held, text, over, state.taken, state.place]);
  useEffect(() => {
    const last = () => keep.current(newest.current());
    addEventListener("pagehide", last);
    return () => removeEventListener("pagehide", last);
  }, []);
  const changed = text !== held.source;
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!leaving.current) event.preventDefault();
    };
    // One may come back by the browser's own way back.
    const back = () => {
      leaving.current = false;
    };
    addEventListener("beforeunload", ask);
    addEventListener("pageshow", back);
    return () => {
      removeEventListener("beforeunload", ask);
      removeEventListener("pageshow", back);
    };
  }, [changed]);
  return () => {
    leaving.current = true;
  };
}
