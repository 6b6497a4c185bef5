import { LRUCache } from "lru-cache";
import {
  type ComparisonChoice,
  type PaperTable,
  paperTable,
} from "#app/domain/comparison/index.ts";
import { comparisonBetween, type VersionComparison } from "#db/queries/comparisons.ts";
import { comparisonChoice } from "./comparison-choice.ts";
import type { RequestContext } from "./context.ts";
import { downloadResponse } from "./download.ts";
import { notFound } from "./guards.ts";

/** A kind of file that a comparison is written as. */
export interface ComparisonFile {
  /** 「新旧対照表」: how the file's name begins. */
  name: string;
  extension: string;
  mediaType: string;
  write: (
    comparison: VersionComparison,
    choice: ComparisonChoice,
  ) => Uint8Array | Promise<Uint8Array>;
}

/** Files by kind, versions and settings: making one anew takes longer than all else. */
const made = new LRUCache<string, Uint8Array>({ maxSize: 48 * 1024 * 1024 });

/**
 * Answers with a comparison as a file to be saved, or with the 404 page where the viewer may not
 * see one of the versions. Files of versions that no longer change are kept.
 */
export async function comparisonFileResponse(
  request: Request,
  { db, viewer }: RequestContext,
  file: ComparisonFile,
): Promise<Response> {
  const choice = comparisonChoice(request, undefined);
  const comparison = (await comparisonBetween(db, viewer, choice)) ?? notFound("条例案の版");
  const { from, to } = comparison;
  const isFixed = from.audience !== "secretariat" && to.audience !== "secretariat";
  const key = [file.extension, from.id, to.id, choice.newSide, choice.only].join(" ");
  const kept = isFixed ? made.get(key) : undefined;
  const bytes = kept ?? (await file.write(comparison, choice));
  if (isFixed && !kept) made.set(key, bytes, { size: bytes.byteLength + 1 });
  return downloadResponse(request, {
    name: `${file.name}_${from.label}から${to.label}.${file.extension}`,
    mediaType: file.mediaType,
    bytes,
  });
}

/** The 新旧対照表 of a comparison as it is set on paper. */
export function paperOf(
  { from, to, compared }: VersionComparison,
  choice: ComparisonChoice,
): PaperTable {
  return paperTable(compared.table(choice.only), {
    title: compared.title,
    newSide: choice.newSide,
    isSample: from.isSample || to.isSample,
  });
}
