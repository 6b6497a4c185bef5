import { openSync } from "fontkit";
import { fontPaths } from "../typst/fonts.ts";

// Selectors of variant forms (IVS) have no glyph of their own; the usual form is printed.
const unseen = /^[\s\p{Variation_Selector}]$/u;

let covered: ReadonlySet<number> | undefined;

/** Every character that some font of the house has a glyph for; read once. */
function coverage(): ReadonlySet<number> {
  covered ??= new Set(
    fontPaths().flatMap((path) => {
      const font = openSync(path);
      return "characterSet" in font ? font.characterSet : [];
    }),
  );
  return covered;
}

/** The characters of a text that no font can print, each once, in order. */
export function missingGlyphs(text: string): string[] {
  const glyphs = coverage();
  const missing = [...text.normalize("NFC")].filter(
    (character) => !unseen.test(character) && !glyphs.has(character.codePointAt(0) ?? 0),
  );
  return [...new Set(missing)];
}
