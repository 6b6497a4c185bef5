import {
  type Alignment,
  type AlignmentDecision,
  alignVersions,
  amendingText,
  type ComparisonTable,
  comparisonTable,
  type InlineProvision,
  inlineComparison,
  type Ordinance,
} from "../ordinance/index.ts";
import type { Checked } from "../problem.ts";
import { withoutBareHeadings } from "./bare-headings.ts";
import { type ChangeReport, changeReport } from "./change-report.ts";
import type { ComparisonChoice } from "./choice.ts";

/** A version as far as a comparison needs it. */
export interface ComparedVersion {
  label: string;
  parsed: Ordinance;
}

/**
 * Two versions and everything that is said about what changed between them. Each part is worked
 * out when it is first asked for and kept, so an object of a pair that no longer changes may
 * itself be kept.
 */
export class ComparedVersions {
  readonly alignment: Alignment;
  readonly #before: ComparedVersion;
  readonly #after: ComparedVersion;
  readonly #tables = new Map<ComparisonChoice["only"], ComparisonTable>();
  #provisions: InlineProvision[] | undefined;
  #amending: Checked<string> | undefined;
  #report: ChangeReport | undefined;

  /** @param decisions what people, or identities known before, say on the alignment */
  constructor(
    before: ComparedVersion,
    after: ComparedVersion,
    decisions: readonly AlignmentDecision[] = [],
  ) {
    this.#before = before;
    this.#after = after;
    this.alignment = alignVersions(before.parsed, after.parsed, decisions);
  }

  /** The title of the new version, which is no law yet: 「伊賀市公契約条例（案）」. */
  get title(): string {
    return `${this.#after.parsed.lawTitle}（案）`;
  }

  /** The 新旧対照表, without headings that have nothing beneath them. */
  table(only: ComparisonChoice["only"]): ComparisonTable {
    const kept = this.#tables.get(only);
    if (kept) return kept;
    const table = comparisonTable(this.#before.parsed, this.#after.parsed, {
      labels: { before: this.#before.label, after: this.#after.label },
      alignment: this.alignment,
      unchanged: ({ changed: "omit", "": "collapse", all: "full" } as const)[only],
    });
    const shown = { ...table, rows: withoutBareHeadings(table.rows) };
    this.#tables.set(only, shown);
    return shown;
  }

  /** Both versions as one text with insertions and deletions. */
  provisions(): readonly InlineProvision[] {
    this.#provisions ??= inlineComparison(this.#before.parsed, this.#after.parsed, {
      alignment: this.alignment,
    }).provisions;
    return this.#provisions;
  }

  /** The 改め文 that turns the one into the other as if it were in force; "" where they are alike. */
  amendingText(): Checked<string> {
    this.#amending ??= amendingText(this.#before.parsed, this.#after.parsed, {
      alignment: this.alignment,
    });
    return this.#amending;
  }

  /** What became of the articles, in words. */
  report(): ChangeReport {
    this.#report ??= changeReport(this.#before.parsed, this.#after.parsed, this.alignment);
    return this.#report;
  }
}
