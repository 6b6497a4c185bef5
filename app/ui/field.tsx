import type { ComponentPropsWithoutRef, ReactNode } from "react";
import type { Problem } from "#app/domain/problem.ts";

interface FieldProps {
  /** The field's name; also its id. */
  name: string;
  label: string;
  hint?: ReactNode;
  /** The form's problems; the ones of this field stand below it. */
  problems?: readonly Problem[] | undefined;
}

function describe({ name, hint, problems = [] }: Omit<FieldProps, "label">) {
  const faults = problems.filter(({ field }) => field === name);
  const ids = [hint ? `${name}-hint` : "", faults.length > 0 ? `${name}-fault` : ""].filter(
    Boolean,
  );
  return {
    faults,
    aria: {
      "aria-describedby": ids.join(" ") || undefined,
      "aria-invalid": faults.length > 0 || undefined,
    },
  };
}

function Frame({
  name,
  label,
  hint,
  required,
  faults,
  children,
}: Omit<FieldProps, "problems"> & {
  required?: boolean | undefined;
  faults: Problem[];
  children: ReactNode;
}) {
  return (
    <div className="field">
      <label htmlFor={name}>
        {label}
        <span className={required ? "required" : "optional"}>{required ? "必須" : "任意"}</span>
      </label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {faults.length > 0 && (
        <p className="fault" id={`${name}-fault`}>
          {faults.map(({ message }) => message).join(" ")}
        </p>
      )}
    </div>
  );
}

/** A labelled one-line input; takes the native props of `input`. */
export function TextField({
  name,
  label,
  hint,
  problems,
  ...input
}: FieldProps & Omit<ComponentPropsWithoutRef<"input">, "name" | "id">) {
  const { faults, aria } = describe({ name, hint, problems });
  return (
    <Frame name={name} label={label} hint={hint} required={input.required} faults={faults}>
      <input type="text" {...input} {...aria} id={name} name={name} />
    </Frame>
  );
}

/** A labelled text area; takes the native props of `textarea`. */
export function TextArea({
  name,
  label,
  hint,
  problems,
  ...textarea
}: FieldProps & Omit<ComponentPropsWithoutRef<"textarea">, "name" | "id">) {
  const { faults, aria } = describe({ name, hint, problems });
  return (
    <Frame name={name} label={label} hint={hint} required={textarea.required} faults={faults}>
      <textarea rows={6} {...textarea} {...aria} id={name} name={name} />
    </Frame>
  );
}

/** A labelled choice from a list; takes the native props of `select`. */
export function SelectField({
  name,
  label,
  hint,
  problems,
  children,
  ...select
}: FieldProps & Omit<ComponentPropsWithoutRef<"select">, "name" | "id">) {
  const { faults, aria } = describe({ name, hint, problems });
  return (
    <Frame name={name} label={label} hint={hint} required={select.required} faults={faults}>
      <select {...select} {...aria} id={name} name={name}>
        {children}
      </select>
    </Frame>
  );
}

/** Radio buttons under one legend. */
export function RadioField({
  name,
  label,
  hint,
  problems,
  options,
  defaultValue,
  required,
}: FieldProps & {
  options: readonly { value: string; label: ReactNode }[];
  defaultValue?: string | undefined;
  required?: boolean;
}) {
  const { faults, aria } = describe({ name, hint, problems });
  return (
    <fieldset className="field" id={name} aria-describedby={aria["aria-describedby"]}>
      <legend>
        {label}
        <span className={required ? "required" : "optional"}>{required ? "必須" : "任意"}</span>
      </legend>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {options.map(({ value, label: text }) => (
        <label className="choice" key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === defaultValue}
            required={required}
          />
          <span>{text}</span>
        </label>
      ))}
      {faults.length > 0 && (
        <p className="fault" id={`${name}-fault`}>
          {faults.map(({ message }) => message).join(" ")}
        </p>
      )}
    </fieldset>
  );
}

/** One box to tick. */
export function CheckField({
  name,
  label,
  ...input
}: { name: string; label: ReactNode } & Omit<
  ComponentPropsWithoutRef<"input">,
  "name" | "id" | "type"
>) {
  return (
    <div className="field">
      <label className="choice" htmlFor={name}>
        <input type="checkbox" {...input} id={name} name={name} />
        <span>{label}</span>
      </label>
    </div>
  );
}
