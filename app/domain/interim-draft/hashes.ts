import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical-json.ts";
import type { Figure, InterimDraftDocument } from "./document.ts";

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

/**
 * The digest of one cited figure: of the canonical JSON of the release's digest, the question and
 * the cell with its numbers, or of a whole question with all its cells. What the draft says of it
 * beside that (sentence, note, path) is not in it, so it can be reckoned from the release alone.
 */
export function figureSha256(figure: Omit<Figure, "sha256">): string {
  const { releaseSha256, question, cell, count, n, percent, noAnswer, rows } = figure;
  const cited =
    cell === undefined
      ? {
          releaseSha256,
          question,
          n,
          noAnswer,
          cells: rows?.map(({ label, counts, ...row }) => row),
        }
      : { releaseSha256, question, cell, count, n, percent };
  return sha256Hex(canonicalJson(cited));
}

function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
