import {
  type Clause,
  type ConditionValue,
  type Subject,
  takesList,
} from "#app/domain/survey/editor/index.ts";
import { Labelled, Tick } from "./labelled.tsx";

/** The answer of a clause: one or several of the choices, or what is typed. */
export function ClauseValues({
  clause: { operator, values },
  subject,
  name,
  onValues,
}: {
  clause: Clause;
  subject: Subject | undefined;
  name: string;
  onValues: (values: ConditionValue[]) => void;
}) {
  const answers = subject?.answers ?? [];
  if (takesList(operator)) {
    const others = values.filter((value) => !answers.some((answer) => answer.value === value));
    const all = [...answers, ...others.map((value) => ({ value, text: String(value) }))];
    return (
      <fieldset className="field">
        <legend>{name}：答え</legend>
        {all.map(({ value, text }) => (
          <Tick
            key={String(value)}
            label={text}
            checked={values.includes(value)}
            onChange={(on) =>
              onValues(
                all
                  .map((answer) => answer.value)
                  .filter((each) => (each === value ? on : values.includes(each))),
              )
            }
          />
        ))}
      </fieldset>
    );
  }
  const value = values[0] ?? "";
  if (answers.length > 0) {
    const known = answers.some((answer) => String(answer.value) === String(value));
    return (
      <Labelled label={`${name}：答え`}>
        {(control) => (
          <select
            {...control}
            value={String(value)}
            onChange={({ currentTarget }) => {
              const chosen = answers.find((answer) => String(answer.value) === currentTarget.value);
              if (chosen) onValues([chosen.value]);
            }}
          >
            {!known && <option value={String(value)}>{`${value}（選択肢にない答え）`}</option>}
            {answers.map((answer) => (
              <option key={String(answer.value)} value={String(answer.value)}>
                {answer.text}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    );
  }
  return (
    <Labelled label={`${name}：答え`}>
      {(control) => (
        <input
          {...control}
          type={subject?.kind === "date" ? "date" : "text"}
          className="short"
          autoComplete="off"
          value={String(value)}
          onChange={({ currentTarget }) => onValues([typedValue(currentTarget.value, subject)])}
        />
      )}
    </Labelled>
  );
}

/** A number where one is asked for and typed. */
function typedValue(typed: string, subject: Subject | undefined): ConditionValue {
  if (subject?.kind !== "number") return typed;
  const plain = typed.normalize("NFKC").trim();
  const number = Number(plain);
  // 「1.」 and 「-」 are on their way to a number.
  return plain !== "" && Number.isFinite(number) && String(number) === plain ? number : typed;
}
