import type { FormField } from "#app/domain/survey/form/index.ts";
import { descriptionId, faultId, hintId, useFormContext } from "./form-context.ts";

type Named = Pick<FormField, "control" | "number" | "title" | "required" | "enabled">;

/** 問5　title　必須 */
export function QuestionTitle({ field }: { field: Named }) {
  const { words } = useFormContext();
  return (
    <>
      {field.number > 0 && <span className="question-number">{words.question(field.number)}</span>}
      <span>{field.title}</span>
      <Need required={field.required} enabled={field.enabled} />
    </>
  );
}

/** 必須 or 任意. */
export function Need({ required, enabled = true }: { required: boolean; enabled?: boolean }) {
  const { words } = useFormContext();
  if (!enabled) return null;
  return (
    <span className={required ? "required" : "optional"}>
      {required ? words.required : words.optional}
    </span>
  );
}

/** The author's description, our own hint, and what is wrong: each with the id that ties it. */
export function QuestionNotes({
  field,
  hint,
}: {
  field: { control: string; description?: string; enabled?: boolean };
  hint?: string | undefined;
}) {
  const { words, problems } = useFormContext();
  const faults = problems.filter(({ control }) => control === field.control);
  return (
    <>
      {field.description && (
        <p className="hint lines" id={descriptionId(field.control)}>
          {field.description}
        </p>
      )}
      {field.enabled === false && <p className="hint">{words.notOpen}</p>}
      {hint && (
        <p className="hint" id={hintId(field.control)}>
          {hint}
        </p>
      )}
      {faults.length > 0 && (
        <p className="fault" id={faultId(field.control)}>
          {faults.map(({ message }) => words.fault(message)).join(" ")}
        </p>
      )}
    </>
  );
}
