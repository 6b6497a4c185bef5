import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical-json.ts";
import type { InterimDraftDocument } from "./document.ts";

/** SHA-256 digests of an interim draft, in lower-case hexadecimal. */
export interface DraftHashes {
  /** Of the ordinance's text in UTF-8, so that anyone can check it against the downloaded text. */
  text: string;
  /** Of every cited figure with the article it stands at. */
  figures: string;
  /** Of the whole document, text and figures included: the draft's hash. */
  whole: string;
}

/** The digests of a document; the same on every machine, whatever the order of its keys. */
export function hashesOf(document: InterimDraftDocument): DraftHashes {
  const places = [...document.articles, ...document.removedArticles];
  const figures = places.map(({ provisionId, figures }) => ({ provisionId, figures }));
  return {
    text: sha256Hex(document.text.plain),
    figures: sha256Hex(canonicalJson(figures)),
    whole: sha256Hex(canonicalJson(document)),
  };
}

function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
