import { alignVersions } from "../align.ts";
import type { Alignment } from "../alignment.ts";
import { ProvisionIndex } from "../provision-index.ts";
import type { Ordinance } from "../structure.ts";
import { checkBounds } from "./bounds.ts";
import { checkCaptions } from "./captions.ts";
import type { Draft, Finding } from "./finding.ts";
import { checkNumbering } from "./numbering.ts";
import { checkDefinitions, checkEnforcementDate, checkLawNumbers } from "./provisions.ts";
import { checkReferences } from "./references.ts";
import { checkShifted } from "./shifted-references.ts";
import { checkEarlyTerms } from "./terms.ts";
import { checkToc } from "./toc.ts";
import { checkUsages } from "./usage.ts";
import {
  checkBrackets,
  checkCommas,
  checkConjunctions,
  checkDigitWidths,
  checkItemEndings,
  checkSpelling,
} from "./wording.ts";

const rules: readonly ((draft: Draft) => Finding[])[] = [
  checkNumbering,
  checkReferences,
  checkToc,
  checkBrackets,
  checkCaptions,
  checkItemEndings,
  checkDigitWidths,
  checkCommas,
  checkEnforcementDate,
  checkDefinitions,
  checkLawNumbers,
  checkConjunctions,
  checkSpelling,
  checkUsages,
  checkBounds,
  checkEarlyTerms,
];

/**
 * Checks an ordinance by the rules of legislative drafting (法制執務), in
 * reading order. With the version before, also whether references were left behind by renumbering;
 * `alignment` is that of the two versions, if it is known already.
 */
export function checkDrafting(
  ordinance: Ordinance,
  previous?: Ordinance,
  alignment?: Alignment,
): Finding[] {
  const draft: Draft = { ordinance, index: new ProvisionIndex(ordinance) };
  const shifted = previous
    ? checkShifted(draft, previous, alignment ?? alignVersions(previous, ordinance))
    : [];
  const findings = [...rules.flatMap((rule) => rule(draft)), ...shifted];
  const order = new Map(draft.index.nodes.map((node, index) => [node.path, index]));
  const place = (finding: Finding) => order.get(finding.path) ?? 0;
  return findings.sort((a, b) => place(a) - place(b) || (a.start ?? 0) - (b.start ?? 0));
}
