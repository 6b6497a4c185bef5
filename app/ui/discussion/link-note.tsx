import type { ReactNode } from "react";
import { noteMaximum } from "#app/domain/discussion/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { Button } from "#app/ui/button.tsx";

/** A form of the links desk that was refused, to be shown again with what was typed. */
export interface RefusedLink {
  /** Which of the forms it was. */
  suffix: string;
  values: Record<string, string | undefined>;
  problems: readonly Problem[];
}

/**
 * A form that links one target: hidden fields name it, `children` may ask for more, then the note
 * and the button. `target` is what the button's name says beyond 「関連付ける」.
 */
export function LinkForm({
  suffix,
  intent,
  fields,
  target,
  children,
  refused,
}: {
  /** Keeps the ids of this form apart from the others'. */
  suffix: string;
  intent: "utterance" | "question" | "comment";
  fields: Record<string, string | number>;
  target: string;
  children?: ReactNode;
  refused: RefusedLink | undefined;
}) {
  const mine = refused?.suffix === suffix ? refused : undefined;
  const note = `note-${suffix}`;
  const faults = mine?.problems.filter(({ field }) => field === note) ?? [];
  return (
    <form method="post" className="form link-form">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="suffix" value={suffix} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <label htmlFor={note}>メモ（この条との関わり。任意）</label>
      <input
        type="text"
        id={note}
        name="note"
        maxLength={noteMaximum}
        defaultValue={mine?.values.note}
        aria-invalid={faults.length > 0 || undefined}
        aria-describedby={faults.length > 0 ? `${note}-fault` : undefined}
      />
      {faults.length > 0 && (
        <p className="fault" id={`${note}-fault`}>
          {faults.map(({ message }) => message).join(" ")}
        </p>
      )}
      <Button size="small" aria-label={`${target}を関連付ける`}>
        関連付ける
      </Button>
    </form>
  );
}
