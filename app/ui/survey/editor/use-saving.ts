import { useRef, useState } from "react";
import { href } from "#app/routes.ts";
import type { Held } from "./begin.ts";
import type { EditorProblem } from "./editor-context.ts";

/** What the server says to a save (routes/secretariat/survey-editor-save.ts). */
type SaveOutcome =
  | { saved: true; base: string }
  | { saved: false; problems: EditorProblem[]; theirs?: Held };

/** What keeps a text from being saved. */
export interface Refusal {
  text: string;
  problems: EditorProblem[];
}

/** Saves the definition of a survey in preparation, unless somebody was faster. */
export function useSaving(
  slug: string,
  on: { saved: (held: Held) => void; overtaken: (theirs: Held) => void; refused: () => void },
): {
  saving: boolean;
  save: (text: string, base: string) => Promise<void>;
  refusal: Refusal | undefined;
} {
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const under = useRef(false);
  const handlers = useRef(on);
  handlers.current = on;
  return {
    saving,
    refusal,
    async save(text, base) {
      if (under.current) return;
      under.current = true;
      setSaving(true);
      const outcome = await send(slug, text, base);
      under.current = false;
      setSaving(false);
      const { saved, overtaken, refused } = handlers.current;
      const problems = outcome.saved || outcome.theirs ? [] : outcome.problems;
      setRefusal(problems.length > 0 ? { text, problems } : undefined);
      if (outcome.saved) saved({ base: outcome.base, source: text });
      else if (outcome.theirs) overtaken(outcome.theirs);
      else refused();
    },
  };
}

async function send(slug: string, text: string, base: string): Promise<SaveOutcome> {
  const body = new FormData();
  body.set("definition", text);
  body.set("base", base);
  try {
    const address = href("deskEditorSave", { survey: slug });
    const response = await fetch(address, { method: "POST", body });
    if (response.redirected) return failure(signedOut);
    const isJson = response.headers.get("Content-Type")?.includes("json");
    return isJson ? ((await response.json()) as SaveOutcome) : failure(broken);
  } catch {
    return failure(offline);
  }
}

const failure = (message: string): SaveOutcome => ({ saved: false, problems: [{ message }] });

const kept = "直した内容は、この画面に残っています。";
const offline = `つながらなかったため、保存していません。通信を確かめて、もう一度押してください。${kept}`;
const signedOut = `サインインの期限が切れたため、保存していません。別のタブでサインインしてから、もう一度押してください。${kept}`;
const broken = `保存できませんでした。時間をおいて、もう一度押してください。${kept}`;
