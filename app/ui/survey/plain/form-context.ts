import { createContext, useContext } from "react";
import { type FormWords, formWords, type PageProblem } from "#app/domain/survey/form/index.ts";

/** What every field of the form needs beside itself. */
export interface FormContext {
  words: FormWords;
  problems: readonly PageProblem[];
}

const Context = createContext<FormContext>({ words: formWords("ja"), problems: [] });

export const FormContextProvider = Context.Provider;

/** The words and problems of the form around; outside of one, Japanese words and no problems. */
export function useFormContext(): FormContext {
  return useContext(Context);
}

/** The ids that describe a control, and whether it has a fault. */
export function useDescription(field: { control: string; description?: string }, hint?: string) {
  const { problems } = useFormContext();
  const faults = problems.filter(({ control }) => control === field.control);
  const ids = [
    field.description ? descriptionId(field.control) : "",
    hint ? hintId(field.control) : "",
    faults.length > 0 ? faultId(field.control) : "",
  ].filter(Boolean);
  return {
    faults,
    aria: {
      "aria-describedby": ids.join(" ") || undefined,
      "aria-invalid": faults.length > 0 || undefined,
    },
  };
}

/** The element ids of what stands beside a control: its description, its hint, its faults. */
export const descriptionId = (control: string) => `${control}:description`;
export const hintId = (control: string) => `${control}:hint`;
export const faultId = (control: string) => `${control}:fault`;
