export { alignVersions } from "./align.ts";
export {
  type AlignedPair,
  type Alignment,
  type AlignmentDecision,
  type AlignmentStatus,
  certain,
  isSame,
} from "./alignment.ts";
export { formatOrdinance } from "./format.ts";
export { assignIdentities } from "./identities.ts";
export { emptyOrdinance, parseOrdinance } from "./parse.ts";
export {
  anchorOf,
  isDeleted,
  type ProvisionKind,
  type ProvisionNode,
  provisionsOf,
  textOf,
} from "./provisions.ts";
export type * from "./structure.ts";
