import type { Choice } from "../questionnaire.ts";

/** One page of a questionnaire as it is to be filled in now: plain data, all texts ready to show. */
export interface FormPage {
  name: string;
  title: string;
  description: string;
  /** Its place among the pages shown, from 1, and how many these are. */
  number: number;
  of: number;
  fields: FormField[];
}

/** What all fields share. */
interface FieldBase {
  /** Name of the question. */
  name: string;
  /** Name of its control, and id of its first: `q.q5`, in a dynamic panel `q.subs.0.trade`. */
  control: string;
  /** 問5; 0 inside a panel and for html. */
  number: number;
  /** The titles of other answers are filled in ({q1}). */
  title: string;
  description: string;
  /** Whether it must be answered as things stand (`isRequired`, or `requiredIf` holds). */
  required: boolean;
  /** Whether it can be answered as things stand (`enableIf`). */
  enabled: boolean;
  /** The comment area beside the answer, where there is one. */
  comment: FormText | null;
}

/** A text beside an answer: the comment area, or what "other" stands for. */
export interface FormText {
  control: string;
  value: string;
  maxLength: number;
}

/** A choice as it is posted. `kind` as in the questionnaire. */
export interface FormChoice {
  value: string;
  text: string;
  kind: Choice["kind"];
  chosen: boolean;
}

interface LineParts {
  control: string;
  title: string;
  required: boolean;
  /** As typed, also where it is not what was asked for. */
  value: string;
}

/** One line of input: a question of its own, or an item of a multipletext. */
export type FormLine = LineParts &
  (
    | { type: "text"; inputType: "text" | "email" | "tel" | "url"; maxLength: number }
    | { type: "number"; min: number | null; max: number | null; step: number | null }
    | { type: "date"; min: string | null; max: string | null }
  );

export interface FormPanel {
  /** From 1. */
  number: number;
  fields: FormField[];
  /** Value of the button that takes the panel away; null where it must stay. */
  remove: string | null;
}

export type FormField = FieldBase &
  (
    | Omit<Extract<FormLine, { type: "text" }>, keyof FieldBase>
    | Omit<Extract<FormLine, { type: "number" }>, keyof FieldBase>
    | Omit<Extract<FormLine, { type: "date" }>, keyof FieldBase>
    | { type: "comment"; value: string; maxLength: number; rows: number }
    | { type: "boolean"; choices: FormChoice[] }
    | { type: "radiogroup"; choices: FormChoice[]; other: FormText | null }
    | { type: "dropdown"; choices: FormChoice[]; other: FormText | null }
    | { type: "rating"; choices: FormChoice[]; minText: string; maxText: string }
    | {
        type: "checkbox";
        choices: FormChoice[];
        other: FormText | null;
        minSelected: number;
        maxSelected: number | null;
      }
    | {
        type: "ranking";
        /** `place` is "" or 1, 2, … `places`, as text. */
        items: { control: string; text: string; place: string }[];
        places: number;
        selectToRank: boolean;
      }
    | {
        type: "matrix";
        columns: { value: string; text: string }[];
        /** `chosen` is the value of a column, or "". */
        rows: { control: string; text: string; chosen: string }[];
      }
    | { type: "multipletext"; items: FormLine[] }
    | {
        type: "paneldynamic";
        panels: FormPanel[];
        /** Value of the button that adds a panel; null when no more fit. */
        add: string | null;
      }
    | { type: "html"; html: string }
  );
