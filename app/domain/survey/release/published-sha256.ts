import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../../interim-draft/canonical-json.ts";
import type { PublishedCrossing, PublishedRelease } from "./published.ts";

/** What the hash of a release is taken of; the JSON file holds both under these names. */
export interface HashedRelease {
  release: PublishedRelease;
  /** By "q5|q7": rows, then columns. */
  crossings: Record<string, PublishedCrossing>;
}

/**
 * SHA-256 of the canonical JSON (RFC 8785, in UTF-8) of `{"crossings":…,"release":…}`, in
 * lower-case hexadecimal: anybody can reckon it from the JSON file of the release.
 */
export function publishedSha256({ release, crossings }: HashedRelease): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ release, crossings }))));
}
