import { newCode } from "#app/domain/survey/index.ts";
import { type Addressee, type LetterKind, letterTo } from "#app/domain/survey/letters/index.ts";
import { printLetters } from "#app/files/letters/print-letters.ts";
import { href } from "#app/routes.ts";
import type { Survey } from "#db/queries/surveys/index.ts";
import { letterWords } from "./letter-words.ts";

/** A firm that is none, for a letter to look at. */
const nobody: Addressee = {
  number: "00000",
  name: "株式会社サンプル建設",
  postalCode: "518-0000",
  address: "三重県伊賀市サンプル町1番地　サンプルビル2階",
};

/** A code that no firm has: the characters of the alphabet's beginning. */
const specimenCode = newCode(new Uint8Array(15));

/** One letter to look at, marked 見本, with a code that opens nothing. */
export async function specimenLetter(
  survey: Survey,
  origin: string,
  { kind, withCodes }: { kind: LetterKind; withCodes: boolean },
): Promise<
  { made: true; pdf: Uint8Array<ArrayBuffer> } | { made: false; why: "no-deadline" | "too-long" }
> {
  const text = letterWords(survey, origin, { kind, withCodes, specimen: true });
  if (!text) return { made: false, why: "no-deadline" };
  const opens = origin + (withCodes ? href("codeLink", { code: specimenCode }) : href("codeEntry"));
  const letter = letterTo(nobody, withCodes ? specimenCode : undefined, opens);
  const printing = await printLetters({ text, letters: [letter] }, () => {});
  return printing.printed ? { made: true, pdf: printing.pdf } : { made: false, why: printing.why };
}
