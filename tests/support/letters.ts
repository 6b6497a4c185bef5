import { newCode } from "#app/domain/survey/code/code.ts";
import {
  type LetterSurvey,
  type LetterText,
  letterText,
  letterTo,
} from "#app/domain/survey/letters/index.ts";

export const letterSurvey: LetterSurvey = {
  title: "公契約に関する事業者アンケート",
  mode: "anonymous",
  threshold: 3,
  opensOn: null,
  closesOn: "2026-12-18",
  contact: "伊賀市 総務部 契約監理課\n電話 0595-00-0000",
  letterText: "",
  locales: ["ja"],
  isSample: true,
};

export const letterOrigin = "https://jukugi.city.iga.lg.jp";

/** The words of an invitation with codes. */
export function invitationText(survey: Partial<LetterSurvey> = {}): LetterText {
  return letterText(
    { ...letterSurvey, ...survey },
    { kind: "invitation", withCodes: true, day: "2026-11-22", address: `${letterOrigin}/answer` },
  );
}

/** Codes that differ from each other, made from their places. */
export function madeUpCode(place: number): string {
  const bytes = new Uint8Array(15);
  new DataView(bytes.buffer).setUint32(
    0,
    (place & 31) | (((place >> 5) & 31) << 8) | (((place >> 10) & 31) << 16),
  );
  return newCode(bytes);
}

/** Letters to made-up firms, each with its code and address to open. */
export function madeUpLetters(count: number) {
  return Array.from({ length: count }, (_, place) => {
    const code = madeUpCode(place);
    const firm = {
      number: `T${String(place + 1).padStart(5, "0")}`,
      name: `株式会社サンプル建設${place + 1}`,
      postalCode: "518-0000",
      address: `三重県伊賀市サンプル町${place + 1}番地`,
    };
    return letterTo(firm, code, `${letterOrigin}/a/${code}`);
  });
}
