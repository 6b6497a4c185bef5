import type { Problem } from "#app/domain/problem.ts";
import type { EditionEffects } from "#app/domain/survey/editions/index.ts";
import { Button } from "../../button.tsx";
import { TextArea } from "../../field.tsx";
import { EditionEffectsView } from "./effects.tsx";

/** The statement of what an edition does, and the form that makes it the current one. */
export function ConfirmEdition({
  follows,
  source,
  effects,
  warnings,
  reason,
  problems,
}: {
  follows: number;
  source: string;
  effects: EditionEffects;
  warnings: readonly Problem[];
  reason: string | undefined;
  problems: readonly Problem[];
}) {
  const fault = problems.find(({ field }) => field === "confirmed");
  return (
    <section aria-labelledby="effects">
      <h2 id="effects">第{follows + 1}版にすると、どうなるか</h2>
      <EditionEffectsView effects={effects} />
      {warnings.length > 0 && (
        <>
          <h3>ほかの言語の文がないもの（{warnings.length}件）</h3>
          <ul>
            {warnings.map(({ message, line }) => (
              <li key={`${line}-${message}`}>{message}</li>
            ))}
          </ul>
        </>
      )}
      <form method="post" className="form">
        <input type="hidden" name="definition" value={source} />
        <input type="hidden" name="follows" value={follows} />
        <TextArea
          name="reason"
          label="直した理由"
          hint="調査のページと更新情報で公表します。"
          required
          rows={3}
          maxLength={500}
          defaultValue={reason}
          problems={problems}
        />
        <div className="field">
          <label className="choice">
            <input
              type="checkbox"
              id="confirmed"
              name="confirmed"
              aria-invalid={fault ? true : undefined}
              aria-describedby={fault ? "confirmed-fault" : undefined}
            />
            上のことを確かめました。前の版には戻せません。
          </label>
          {fault && (
            <p className="fault" id="confirmed-fault">
              {fault.message}
            </p>
          )}
        </div>
        <Button name="intent" value="store">
          第{follows + 1}版にする
        </Button>
      </form>
    </section>
  );
}
