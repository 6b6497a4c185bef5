import { z } from "zod";
import type { Checked } from "#app/domain/problem.ts";
import {
  type HashedRelease,
  publishedSha256,
} from "#app/domain/survey/release/published-sha256.ts";

const file = z.object({
  sha256: z.string(),
  release: z.looseObject({ format: z.literal(2) }),
  crossings: z.record(z.string(), z.looseObject({ rows: z.string(), columns: z.string() })),
});

/** Reads a release's JSON file back, once its hash has proved that nothing in it was changed. */
export function readReleaseJson(text: string): Checked<HashedRelease> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused("JSONとして読めません。もとのファイルを選んでください。");
  }
  const read = file.safeParse(json);
  if (!read.success) return refused("集計版のJSONではありません。もとのファイルを選んでください。");
  // What has the hash of a published release is one, to its last figure.
  const { release, crossings } = read.data as unknown as HashedRelease;
  if (publishedSha256({ release, crossings }) !== read.data.sha256) {
    return refused(
      "公表した時の内容と違います（SHA-256が合いません）。もとのファイルを選んでください。",
    );
  }
  return { ok: true, value: { release, crossings } };
}

function refused(message: string): Checked<never> {
  return { ok: false, problems: [{ message }] };
}
