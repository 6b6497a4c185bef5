import type { FormLine, FormWords } from "#app/domain/survey/form/index.ts";

type Line = Pick<FormLine, "control" | "value"> & LineKind;
type LineKind =
  | Pick<Extract<FormLine, { type: "text" }>, "type" | "inputType" | "maxLength">
  | Pick<Extract<FormLine, { type: "number" }>, "type" | "min" | "max" | "step">
  | Pick<Extract<FormLine, { type: "date" }>, "type" | "min" | "max">;

/** One line of input. A number is a text to the browser, so that １２ is not thrown away. */
export function LineInput({
  line,
  disabled,
  aria,
}: {
  line: Line;
  disabled: boolean;
  aria: { "aria-describedby": string | undefined; "aria-invalid": true | undefined };
}) {
  const common = {
    id: line.control,
    name: line.control,
    defaultValue: line.value,
    disabled,
    ...aria,
  };
  switch (line.type) {
    case "text":
      return (
        <input
          type={line.inputType === "url" ? "text" : line.inputType}
          inputMode={line.inputType}
          autoComplete={line.inputType === "text" ? "off" : undefined}
          maxLength={line.maxLength}
          {...common}
        />
      );
    case "number": {
      const whole = line.step !== null && Number.isInteger(line.step);
      const negative = line.min === null || line.min < 0;
      const mode = negative ? "text" : whole ? "numeric" : "decimal";
      return (
        <input type="text" className="short" inputMode={mode} autoComplete="off" {...common} />
      );
    }
    case "date":
      // What was typed and is no date can only stand in a text field.
      if (line.value !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(line.value)) {
        return <input type="text" className="short" {...common} />;
      }
      return (
        <input
          type="date"
          className="short"
          min={line.min ?? undefined}
          max={line.max ?? undefined}
          {...common}
        />
      );
  }
}

/** What may be entered, told before it is entered. */
export function lineHint(line: LineKind, words: FormWords): string | undefined {
  switch (line.type) {
    case "text":
      return undefined;
    case "number":
      return words.numbers(line.min, line.max);
    case "date":
      return line.min === null && line.max === null ? undefined : words.dates(line.min, line.max);
  }
}
