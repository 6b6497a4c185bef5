import { existsSync, readdirSync, readFileSync } from "node:fs";

const root = "../shared/data/laws";

/** One revision of a real law, as text and as law XML. */
export interface SharedRevision {
  name: string;
  law: string;
  text: string;
  xml: string;
}

/** The revisions of real laws that lie beside the project, oldest first; none where they do not. */
export function sharedRevisions(): SharedRevision[] {
  if (!existsSync(root)) {
    console.warn(`${root} is not there: the tests on real laws are skipped.`);
    return [];
  }
  const laws = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return laws.flatMap(({ name: law }) =>
    readdirSync(`${root}/${law}`)
      .filter((file) => file.endsWith(".txt"))
      .sort()
      .map((file) => ({
        name: file.slice(0, -4),
        law,
        text: readFileSync(`${root}/${law}/${file}`, "utf8"),
        xml: readFileSync(`${root}/${law}/${file.slice(0, -4)}.xml`, "utf8"),
      })),
  );
}
