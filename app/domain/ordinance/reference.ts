import type { PointerPart } from "./pointers.ts";

/**
 * A reference in the text of an ordinance. "internal" has its targets; "self" is 「この条例」;
 * "external" points into another law; "unresolved" has no target, and `problem` says why.
 */
export interface Reference {
  kind: "internal" | "self" | "external" | "unresolved";
  /** The provision in whose `referringText` the words stand, and where (UTF-16 positions). */
  path: string;
  start: number;
  end: number;
  text: string;
  /** Paths of what is pointed at; all of them for a range (「第3条から第5条まで」, 「各号」). */
  targets: string[];
  /** Identities of the targets, where identities were given. */
  identities: string[];
  /** 「前項ただし書」 */
  part?: PointerPart;
  /** The other law, for "external". */
  law?: string;
  /** Why there is no target, for "unresolved": Japanese, says what to do. */
  problem?: string;
}
