import type { FormChoice, FormField, FormText } from "#app/domain/survey/form/index.ts";
import { useFormContext } from "./form-context.ts";
import { GroupField } from "./group-field.tsx";
import { TextBeside } from "./text-beside.tsx";

type Single = Extract<FormField, { type: "radiogroup" | "boolean" | "rating" }>;

/** One choice of several, as radio buttons. */
export function ChoiceField({ field }: { field: Single }) {
  const chosen = field.choices.some((choice) => choice.chosen);
  return (
    <GroupField field={field}>
      <div className={field.type === "rating" ? "choices steps" : "choices"}>
        {field.choices.map((choice, index) => (
          <label className="choice" key={choice.value}>
            <input
              type="radio"
              name={field.control}
              value={choice.value}
              defaultChecked={choice.chosen}
              disabled={!field.enabled}
            />
            <span>
              {choice.text}
              <StepNote field={field} index={index} />
            </span>
          </label>
        ))}
        {chosen && !field.required && <NoChoice field={field} />}
      </div>
      {field.type === "radiogroup" && (
        <OtherText choices={field.choices} other={field.other} enabled={field.enabled} />
      )}
    </GroupField>
  );
}

/** What the first and the last step of a rating mean. */
function StepNote({ field, index }: { field: Single; index: number }) {
  if (field.type !== "rating") return null;
  const { minText, maxText, choices } = field;
  const note = index === 0 ? minText : index === choices.length - 1 ? maxText : "";
  return note === "" ? null : <span className="step-note">（{note}）</span>;
}

/** A radio button cannot be undone without script: one more takes the choice back. */
function NoChoice({ field }: { field: Single }) {
  const { words } = useFormContext();
  return (
    <label className="choice no-choice">
      <input type="radio" name={field.control} value="" disabled={!field.enabled} />
      <span>{words.noChoice}</span>
    </label>
  );
}

/** The text to "other". It is always there: without script nothing can open it. */
export function OtherText({
  choices,
  other,
  enabled,
}: {
  choices: readonly FormChoice[];
  other: FormText | null;
  enabled: boolean;
}) {
  const { words } = useFormContext();
  const text = choices.find(({ kind }) => kind === "other")?.text ?? "";
  return <TextBeside text={other} label={words.otherText(text)} disabled={!enabled} />;
}
