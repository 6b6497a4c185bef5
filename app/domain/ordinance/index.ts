export { alignVersions } from "./align.ts";
export {
  type AlignedPair,
  type Alignment,
  type AlignmentDecision,
  type AlignmentStatus,
  certain,
  isSame,
} from "./alignment.ts";
export { type AlignmentSummary, summarize } from "./alignment-summary.ts";
export { applyAmendingText } from "./amending/apply.ts";
export { type AmendingSettings, amendingText } from "./amending/write.ts";
export { compareText, type TextSegment } from "./compare-text.ts";
export {
  type ComparisonCell,
  type ComparisonRow,
  type ComparisonSettings,
  type ComparisonTable,
  comparisonTable,
} from "./comparison-table.ts";
export { type DefinedTerm, definedTerms } from "./defined-terms.ts";
export { checkDrafting } from "./drafting/check.ts";
export type { DraftingRule, Finding, Severity } from "./drafting/finding.ts";
export { formatOrdinance } from "./format.ts";
export { assignIdentities } from "./identities.ts";
export {
  type InlineComparison,
  type InlineProvision,
  inlineComparison,
} from "./inline-comparison.ts";
export { emptyOrdinance, parseOrdinance } from "./parse.ts";
export { provisionsOf } from "./provision-list.ts";
export {
  anchorOf,
  isDeleted,
  isDivision,
  type ProvisionKind,
  type ProvisionNode,
  referringText,
  textOf,
} from "./provisions.ts";
export { readLawXml } from "./read-law-xml.ts";
export type { Reference } from "./reference.ts";
export { resolveReferences } from "./references.ts";
export type * from "./structure.ts";
export { writeLawXml } from "./write-law-xml.ts";
