import type { Matching } from "#app/domain/survey/roster/columns.ts";
import type { RosterFault } from "#app/domain/survey/roster/fault.ts";
import type { FoundValue } from "#app/domain/survey/roster/read-firms.ts";
import type { RosterFileFacts } from "#app/domain/survey/roster/roster-file.ts";
import type { StratumAxis } from "#app/domain/survey/strata/strata.ts";

/** An uploaded roster as it is looked through before it is imported. */
export interface RosterPreviewProps extends RosterFileFacts {
  id: string;
  fileName: string;
  headerLine: number;
  header: string[];
  /** The first rows below the header. */
  sample: { line: number; cells: string[] }[];
  matching: Matching;
  lines: number;
  /** Firms without a fault. */
  firms: number;
  withoutCorporateNumber: number;
  /** What is wrong with the table as a whole. */
  problems: string[];
  /** The first faults; `faultCount` counts all of them, `faultLines` the lines they stand in. */
  faults: RosterFault[];
  faultCount: number;
  faultLines: number;
  found: { axis: StratumAxis; label: string; values: FoundValue[]; codes: string[] }[];
}
