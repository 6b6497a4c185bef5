import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Held } from "./begin.ts";
import type { EditorProblem } from "./editor-context.ts";

/** What the server says to a save. */
export type SaveOutcome =
  | { saved: true; base: string }
  | { saved: false; problems: EditorProblem[]; theirs?: Held };

/** Saves the definition of a survey in preparation, unless somebody was faster. */
export function useSaving(on: {
  onSaved: (held: Held) => void;
  onOvertaken: (theirs: Held) => void;
  onRefused: (said: string) => void;
}): { saving: boolean; save: (text: string, base: string) => void; refused: EditorProblem[] } {
  const fetcher = useFetcher<SaveOutcome>();
  const sent = useRef("");
  const handlers = useRef(on);
  handlers.current = on;
  const { data, state } = fetcher;
  useEffect(() => {
    if (!data) return;
    const { onSaved, onOvertaken, onRefused } = handlers.current;
    if (data.saved) onSaved({ base: data.base, source: sent.current });
    else if (data.theirs) onOvertaken(data.theirs);
    else onRefused("保存していません。直す所を見てください。");
  }, [data]);
  const saving = state !== "idle";
  return {
    saving,
    save(text, base) {
      if (saving) return;
      sent.current = text;
      fetcher.submit({ definition: text, base }, { method: "post" });
    },
    refused: data && !data.saved && !data.theirs && !saving ? data.problems : [],
  };
}
