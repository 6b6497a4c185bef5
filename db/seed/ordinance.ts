import { parseOrdinance } from "#app/domain/ordinance/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { addVersion } from "#db/queries/version-preparation.ts";
import { publishVersion } from "#db/queries/version-publication.ts";
import { readContent, readContentJson } from "./content.ts";

/** A sample version as `content/ordinance/versions.json` has it. */
export interface SampleVersion {
  file: string;
  label: string;
  /** Civil date: it was published then. */
  preparedOn: string;
  note: string;
}

/** The sample versions, oldest first. */
export const sampleVersions = () => readContentJson<SampleVersion[]>("ordinance/versions.json");

/** Three versions of the draft ordinance with identities carried over. */
export async function seedOrdinance(db: Database): Promise<void> {
  for (const { file, label, note, preparedOn } of await sampleVersions()) {
    const source = await readContent(`ordinance/${file}`);
    const { ordinance, problems } = parseOrdinance(source);
    if (problems.length > 0) throw new Error(`${file}: ${JSON.stringify(problems)}`);
    const at = new Date(`${preparedOn}T10:00:00+09:00`);
    const { number } = await addVersion(
      db,
      anyone,
      { label, note, source, parsed: ordinance },
      { isSample: true, createdAt: at },
    );
    await publishVersion(db, anyone, number, "public", at);
  }
}
