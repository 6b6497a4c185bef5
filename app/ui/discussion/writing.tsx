import { commentMaximum } from "#app/domain/discussion/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { Button } from "#app/ui/button.tsx";

/**
 * A form to write a comment or a reply with. `formId` is made when the page is shown: the same
 * form sent twice is stored once. Field names are kept apart from other forms' by `suffix`.
 */
export function WritingForm({
  intent,
  formId,
  suffix,
  label,
  action,
  places,
  values = {},
  problems = [],
}: {
  intent: "comment" | "reply";
  formId: string;
  suffix: string;
  label: string;
  action: string;
  /** The provisions to choose from, the whole first. */
  places?: readonly { id: string; label: string }[];
  /** What was typed into the form before it was refused. */
  values?: Record<string, string | undefined>;
  problems?: readonly Problem[];
}) {
  const body = `body-${suffix}`;
  const place = `place-${suffix}`;
  const faults = problems.filter(({ field }) => field === body);
  return (
    <form method="post" action={action} className="form writing">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={values.id ?? formId} />
      <input type="hidden" name="suffix" value={suffix} />
      {places && (
        <div className="field">
          <label htmlFor={place}>どの部分への意見ですか</label>
          <select id={place} name="provision" defaultValue={values.provision}>
            {places.map(({ id, label: name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor={body}>
          {label}
          <span className="required">必須</span>
        </label>
        <textarea
          id={body}
          name="body"
          rows={4}
          required
          maxLength={commentMaximum}
          defaultValue={values.body}
          aria-invalid={faults.length > 0 || undefined}
          aria-describedby={faults.length > 0 ? `${body}-fault` : undefined}
        />
        {faults.length > 0 && (
          <p className="fault" id={`${body}-fault`}>
            {faults.map(({ message }) => message).join(" ")}
          </p>
        )}
      </div>
      <Button size="small">{intent === "comment" ? "意見を送る" : "返信を送る"}</Button>
    </form>
  );
}
