/**
 * Reads a roster's file in a process of its own, as the server does between upload and import, and
 * prints what came of it with the peak of the process's memory.
 */
import { readFileSync } from "node:fs";
import { readingOf, readUpload } from "#app/http/roster-upload.ts";

const [file = ""] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
const before = process.resourceUsage().maxRSS;
const start = performance.now();
const read = await readUpload(bytes);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const uploaded = performance.now();
const { reading } = await readingOf({ id: "", fileName: "", ...read.value });
const byKind: Record<string, number> = {};
for (const { column, message } of reading.faults) {
  const kind = `${column} ${message.replace(/「[^」]*」/g, "").replace(/\d+行目/, "行目")}`;
  byKind[kind] = (byKind[kind] ?? 0) + 1;
}
process.stdout.write(
  JSON.stringify({
    firms: reading.firms.length,
    faults: reading.faults.length,
    problems: reading.problems,
    byKind,
    uploadMs: Math.round(uploaded - start),
    readMs: Math.round(performance.now() - uploaded),
    rssBeforeMb: Math.round(before / 1024),
    rssPeakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
