import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../../interim-draft/canonical-json.ts";
import type { ResponseRate } from "./response-rate.ts";
import type { Tabulation } from "./tables.ts";

/** All that a release (集計版) says. `survey` is the slug of the survey. */
export interface ReleaseContent {
  survey: string;
  number: number;
  label: string;
  tabulation: Tabulation;
  responseRate: ResponseRate;
}

/** SHA-256 of a release's canonical JSON (RFC 8785) in UTF-8, in lower-case hexadecimal. */
export function releaseSha256(content: ReleaseContent): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(content))));
}
