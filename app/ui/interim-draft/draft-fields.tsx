import type { Problem } from "#app/domain/problem.ts";
import { SelectField, TextArea, TextField } from "../field.tsx";

/** The head of an interim draft: title, status, version, introduction. */
export function DraftFields({
  values,
  versions,
  problems,
}: {
  values: Partial<Record<"title" | "statusText" | "introduction" | "version", string | undefined>>;
  /** The public versions, newest first. */
  versions: readonly { number: number; label: string }[];
  problems: readonly Problem[] | undefined;
}) {
  return (
    <>
      <TextField
        name="title"
        label="題名"
        required
        maxLength={200}
        defaultValue={values.title}
        problems={problems}
      />
      <TextArea
        name="statusText"
        label="位置付け"
        hint="どの段階の案かを、読む人に分かるように一、二文で書きます。題名のすぐ下に出ます。"
        required
        rows={3}
        maxLength={500}
        defaultValue={values.statusText}
        problems={problems}
      />
      <SelectField
        name="version"
        label="もとにする版"
        hint="公表した版から選びます。"
        required
        defaultValue={values.version}
        problems={problems}
      >
        {versions.map(({ number, label }) => (
          <option key={number} value={number}>
            第{number}版　{label}
          </option>
        ))}
      </SelectField>
      <TextArea
        name="introduction"
        label="はじめに（Markdown）"
        rows={10}
        defaultValue={values.introduction}
        problems={problems}
      />
    </>
  );
}
