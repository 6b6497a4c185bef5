import { wareki } from "#app/domain/japan/index.ts";
import { interimDraftPdf } from "#app/files/interim-draft-pdf.ts";
import { href } from "#app/routes.ts";
import type { DraftPress } from "#db/queries/interim-drafts/press.ts";

/** Where interim drafts find the pages of this site, and how their PDFs are made. */
export function interimDraftPress(origin: string): DraftPress {
  return {
    paths: {
      meeting: (meeting) => href("meeting", { meeting }),
      utterance: (meeting, utterance) => href("utterance", { meeting, utterance }),
      version: (version) => href("ordinanceVersion", { version }),
      release: (survey, release) => href("release", { survey, release }),
      question: (survey, release, question) =>
        `${href("release", { survey, release })}#${encodeURIComponent(question)}`,
    },
    renderPdf: (document, hashes) =>
      interimDraftPdf(document, {
        hashes,
        origin,
        path: href("interimDraft", { number: document.number }),
        wareki,
      }),
  };
}
