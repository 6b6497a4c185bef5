import type { Checked } from "../problem.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { InterimDraftDocument } from "./document.ts";
import { type DraftHashes, hashesOf } from "./hashes.ts";

/** A document as it is kept: its canonical JSON, of which `hashes.whole` is the SHA-256. */
export interface FrozenDraft {
  json: string;
  hashes: DraftHashes;
}

/** Freezes a document at publication. */
export function freezeInterimDraft(document: InterimDraftDocument): FrozenDraft {
  return { json: canonicalJson(document), hashes: hashesOf(document) };
}

/**
 * The document of a frozen draft, once its digests have been found to be those of its JSON.
 * A problem means that what is kept was altered or damaged since publication.
 */
export function readFrozenDraft(frozen: FrozenDraft): Checked<InterimDraftDocument> {
  const document = parse(frozen.json);
  if (document === undefined) return damaged("この形式の中間案を読み取れません。");
  const hashes = hashesOf(document);
  const sound =
    hashes.whole === frozen.hashes.whole &&
    hashes.text === frozen.hashes.text &&
    hashes.figures === frozen.hashes.figures;
  return sound ? { ok: true, value: document } : damaged("公開時のSHA-256と一致しません。");
}

function parse(json: string): InterimDraftDocument | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isDocument(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

// The digests vouch for the rest of the shape: only this code writes what they were made from.
function isDocument(value: unknown): value is InterimDraftDocument {
  return (
    typeof value === "object" &&
    value !== null &&
    "format" in value &&
    value.format === 1 &&
    "articles" in value &&
    Array.isArray(value.articles) &&
    "text" in value &&
    typeof value.text === "object" &&
    value.text !== null &&
    "plain" in value.text &&
    typeof value.text.plain === "string"
  );
}

function damaged(why: string): Checked<InterimDraftDocument> {
  return {
    ok: false,
    problems: [
      { message: `保存されている中間案が壊れています。${why}バックアップから戻してください。` },
    ],
  };
}
