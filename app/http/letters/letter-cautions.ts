import { addressBlock } from "#app/domain/survey/letters/index.ts";
import { missingGlyphs } from "#app/files/letters/glyphs.ts";
import type { MailingFirm } from "#db/queries/surveys/mailing-addressees.ts";

/** What a clerk should mend or know before letters are made. */
export interface FirmCaution {
  number: string;
  name: string;
  message: string;
}

/** The firms whose letters will not look right, with what to do about each. */
export function firmCautions(firms: readonly MailingFirm[]): FirmCaution[] {
  return firms.flatMap((firm) => {
    const { number, name, address } = firm;
    const missing = missingGlyphs(`${number}${name}${address}`);
    const cautions: FirmCaution[] = [];
    if (missing.length > 0) {
      const message = `「${missing.join("」「")}」は印刷できる字がなく、空白か□になります。手紙に手で書き足すか、別の字で登録してください。`;
      cautions.push({ number, name, message });
    }
    if (!addressBlock(firm).fits) {
      const message = "所在地と名称が長く、封筒の窓からはみ出します。短く登録してください。";
      cautions.push({ number, name, message });
    }
    return cautions;
  });
}
