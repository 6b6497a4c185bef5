import { civilDate } from "#app/domain/japan/index.ts";
import { type LetterKind, type LetterText, letterText } from "#app/domain/survey/letters/index.ts";
import { missingGlyphs } from "#app/files/letters/glyphs.ts";
import { href } from "#app/routes.ts";
import type { Survey } from "#db/queries/surveys/index.ts";

/** What the letters of a survey say today; undefined while the survey has no deadline. */
export function letterWords(
  { questionnaire, closesOn, ...survey }: Survey,
  origin: string,
  letter: { kind: LetterKind; withCodes: boolean; specimen?: boolean },
): LetterText | undefined {
  if (closesOn === null) return undefined;
  return letterText(
    { ...survey, closesOn, locales: questionnaire.locales },
    {
      ...letter,
      day: civilDate(new Date()),
      address: origin + href("codeEntry"),
      printable: (text) => missingGlyphs(text).length === 0,
    },
  );
}
