// Control characters have no glyph; line feeds and tabs have a meaning and stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const loneSurrogates = /\p{Surrogate}/gu;

/** JSON of a template's data, with every text in it made printable. */
export function templateJson(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === "string" ? printable(value) : value,
  );
}

/** A text without control characters; halves of surrogate pairs become U+FFFD. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(controls, "").replace(loneSurrogates, "\ufffd");
}
