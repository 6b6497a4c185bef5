import { hkdfSync } from "node:crypto";
import { newReceiptNumber, receiptRandomBytes } from "#app/domain/survey/index.ts";

/** What a code alone gives: neither the database nor the server's secrets hold or make it. */
export interface AnswerKeys {
  /** AES-256 key, 32 bytes, under which drafts (and paper keyings) of this code are sealed. */
  draftKey: Uint8Array;
  /** The receipt number of whatever is answered under this code, the same each time. */
  receiptNumber: string;
}

/**
 * Derives the keys of a code by HKDF-SHA256 (RFC 5869; salt "jukugi", one `info` for each use).
 *
 * @param code as `normalizeCode` gives it: ABCD-EFGH-JKLM-NPQR
 */
export function answerKeys(code: string): AnswerKeys {
  const derive = (info: string, bytes: number) =>
    new Uint8Array(hkdfSync("sha256", code, "jukugi", info, bytes));
  return {
    draftKey: derive("draft", 32),
    receiptNumber: newReceiptNumber(derive("receipt", receiptRandomBytes)),
  };
}
