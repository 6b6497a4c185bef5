import { useEffect, useState } from "react";
import { type Correction, corrected } from "#app/domain/draft-version/correction.ts";
import type { Ordinance } from "#app/domain/ordinance/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { DraftingReview } from "./drafting-review.tsx";
import { VersionForm } from "./version-form.tsx";

/** How long typing must rest before the review follows, in milliseconds. */
const rest = 300;

/** The form's id: the buttons of the corrections stand beside it and belong to it. */
const formId = "version-form";

/**
 * The form of a version beside what the rules say of its text and how it was understood. The
 * review follows the typing where scripts run; without them the buttons bring it.
 */
export function DraftingEditor({
  values,
  problems,
  submit,
  previous,
}: {
  values: Record<string, string | undefined>;
  problems: readonly Problem[];
  submit: string;
  /** The version before. */
  previous: Ordinance | undefined;
}) {
  const [typed, setTyped] = useState(values.source ?? "");
  const [source, setSource] = useState(typed);
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  useEffect(() => {
    const timer = setTimeout(() => setSource(typed), rest);
    return () => clearTimeout(timer);
  }, [typed]);

  function correct(correction: Correction) {
    // The review may be one rest behind the typing: it must still be about this very text.
    if (source !== typed) return;
    const text = corrected(typed, correction);
    setTyped(text);
    setSource(text);
    select(text, correction.line);
  }

  return (
    <div className="editor">
      <VersionForm
        id={formId}
        values={values}
        problems={problems}
        submit={submit}
        source={typed}
        onSource={setTyped}
      />
      <DraftingReview
        source={source}
        previous={previous}
        form={formId}
        {...(isAlive ? { correct, show: (line: number) => select(typed, line) } : {})}
      />
    </div>
  );
}

/** Marks a line of the text in the editor and brings it into view. */
function select(text: string, line: number): void {
  const field = document.getElementById("source");
  if (!(field instanceof HTMLTextAreaElement)) return;
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  // The text may only now be on its way into the field.
  setTimeout(() => {
    field.focus();
    field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  });
}
