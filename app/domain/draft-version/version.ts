import type { Audience } from "../viewer.ts";

/** A version of the draft ordinance in a list. */
export interface VersionSummary {
  id: string;
  /** 1, 2, …: the version's public number. */
  number: number;
  /** What people call it: 「第1次案」. */
  label: string;
  note: string;
  audience: Audience;
  isSample: boolean;
  createdAt: Date;
  toMembersAt: Date | null;
  publishedAt: Date | null;
}
