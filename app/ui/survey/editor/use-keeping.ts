import { useEffect, useRef } from "react";
import type { Held } from "./begin.ts";
import { forgetDraft, keepDraft } from "./kept-draft.ts";
import type { EditorState } from "./state.ts";

/**
 * Keeps what is not saved in the tab, and has the browser ask before it is left. Call what it
 * returns before a form leads on by itself.
 */
export function useKeeping(
  slug: string,
  held: Held,
  text: string,
  { taken, place }: EditorState,
  changed: boolean,
): () => void {
  const leaving = useRef(false);
  useEffect(() => {
    if (text === held.source) forgetDraft(slug);
    else keepDraft(slug, { base: held.base, text, taken, place });
  }, [slug, held, text, taken, place]);
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!leaving.current) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [changed]);
  return () => {
    leaving.current = true;
  };
}
