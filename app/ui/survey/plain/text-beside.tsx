import type { FormText } from "#app/domain/survey/form/index.ts";

/** The text to "other", or the comment area beside an answer. */
export function TextBeside({
  text,
  label,
  disabled,
}: {
  text: FormText | null;
  label: string;
  disabled: boolean;
}) {
  if (text === null) return null;
  const { control, value, maxLength } = text;
  return (
    <div className="text-beside">
      <label htmlFor={control}>{label}</label>
      <textarea
        id={control}
        name={control}
        rows={2}
        maxLength={maxLength}
        defaultValue={value}
        disabled={disabled}
      />
    </div>
  );
}
