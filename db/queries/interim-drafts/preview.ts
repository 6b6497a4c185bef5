import { assembleInterimDraft } from "#app/domain/interim-draft/assemble.ts";
import type { InterimDraftDocument } from "#app/domain/interim-draft/document.ts";
import type { InterimDraftParts } from "#app/domain/interim-draft/parts.ts";
import type { Checked } from "#app/domain/problem.ts";
import type { Database } from "#db/database.ts";
import { today } from "../publications.ts";
import { type DeskDraft, findDeskDraft } from "./desk.ts";
import { type OmittedLink, omittedLinks } from "./evidence.ts";
import { gatherParts } from "./gather.ts";
import type { DraftPaths } from "./press.ts";

/** An interim draft as it would be published now. */
export interface DraftPreview {
  draft: DeskDraft;
  parts: InterimDraftParts;
  assembled: Checked<InterimDraftDocument>;
  /** Links that the draft leaves out because the public may not see what they lead to. */
  omitted: OmittedLink[];
}

/** Assembles an interim draft from one snapshot without storing anything. For the secretariat. */
export async function previewDraft(
  db: Database,
  number: number,
  paths: DraftPaths,
): Promise<DraftPreview | undefined> {
  return db.transaction(
    async (tx) => {
      const draft = await findDeskDraft(tx, number);
      if (!draft) return undefined;
      const parts = await gatherParts(tx, draft, paths, await today(tx));
      const places = [...(parts.version?.articles ?? []), ...parts.removedArticles];
      const omitted = await omittedLinks(
        tx,
        places.flatMap(({ provisionId, within }) => [
          provisionId,
          ...within.map((part) => part.provisionId),
        ]),
      );
      return { draft, parts, assembled: assembleInterimDraft(parts), omitted };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
