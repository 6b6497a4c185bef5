import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../interim-draft/canonical-json.ts";
import type { ResponseRate } from "./tabulation/response-rate.ts";
import type { Tabulation } from "./tabulation/tables.ts";

/** What a release (集計版) says: which survey, the how-manieth, 速報 or 確報, its figures. */
export interface ReleaseContent {
  /** Slug of the survey. */
  survey: string;
  number: number;
  label: string;
  tabulation: Tabulation;
  responseRate: ResponseRate;
}

/** SHA-256 of a release's canonical JSON, in lower-case hexadecimal. */
export function releaseSha256(release: ReleaseContent): string {
  const { survey, number, label, tabulation, responseRate } = release;
  const content = canonicalJson({ survey, number, label, tabulation, responseRate });
  return bytesToHex(sha256(utf8ToBytes(content)));
}
