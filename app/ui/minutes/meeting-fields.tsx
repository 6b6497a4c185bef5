import type { Problem } from "#app/domain/problem.ts";
import { TextField } from "#app/ui/field.tsx";

/** The fields for the name and day of a meeting. */
export function MeetingFields({
  values,
  problems,
}: {
  values: { title?: string; heldOn?: string };
  problems: readonly Problem[];
}) {
  return (
    <>
      <TextField
        name="title"
        label="会議の名称"
        hint="空のままにすると「第n回公共調達のあり方審議会」になります。"
        autoComplete="off"
        defaultValue={values.title}
        problems={problems}
      />
      <TextField
        name="heldOn"
        type="date"
        label="開催日"
        required
        className="short"
        defaultValue={values.heldOn}
        problems={problems}
      />
    </>
  );
}
