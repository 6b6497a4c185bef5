import type { ProvisionIndex } from "../provision-index.ts";
import type { ProvisionNode } from "../provisions.ts";
import type { Ordinance } from "../structure.ts";

/** Names of the drafting rules. From "conjunction-level" on they are heuristic and only ever 注意. */
export type DraftingRule =
  | "numbering"
  | "dangling-reference"
  | "toc"
  | "brackets"
  | "caption-missing"
  | "caption-brackets"
  | "caption-repeated"
  | "item-ending"
  | "digit-width"
  | "comma"
  | "enforcement-date"
  | "definition-twice"
  | "definition-unused"
  | "law-number"
  | "shifted-reference"
  | "conjunction-level"
  | "spelling"
  | "other-of"
  | "nested-condition"
  | "person-or-thing"
  | "bound-wording"
  | "term-undefined"
  | "comma-missing";

/** 誤り: to be corrected. 注意: to be looked at. */
export type Severity = "誤り" | "注意";

/** What a rule has found, for the person who drafts. */
export interface Finding {
  rule: DraftingRule;
  severity: Severity;
  /** The provision, and the place in its own text where there is one (UTF-16 positions). */
  path: string;
  label: string;
  line: number;
  start?: number;
  end?: number;
  /** Japanese; says what is wrong and what to do. */
  message: string;
  /** What to write in the place from `start` to `end`. */
  suggestion?: string;
}

/** What the rules look at. */
export interface Draft {
  ordinance: Ordinance;
  index: ProvisionIndex;
}

/** A finding at a provision. */
export function findingAt(
  node: ProvisionNode,
  rule: DraftingRule,
  severity: Severity,
  message: string,
  place: { start?: number; end?: number; suggestion?: string } = {},
): Finding {
  return {
    rule,
    severity,
    path: node.path,
    label: node.fullLabel,
    line: node.line,
    message,
    ...place,
  };
}

/** Whether a provision stands in the 附則 of an amending ordinance, or one shown in part (抄). */
export function isForeign(node: ProvisionNode, { ordinance }: Draft): boolean {
  const match = /^suppl-(\d{1,6})/.exec(node.path);
  const suppl = match ? ordinance.supplProvisions[Number(match[1]) - 1] : undefined;
  return suppl !== undefined && (suppl.extract || suppl.amendLawNum !== undefined);
}

/** Own texts in which drafting faults can stand. */
export function hasText(node: ProvisionNode): boolean {
  return ["paragraph", "item", "subitem", "row", "note"].includes(node.kind) && node.text !== "";
}
