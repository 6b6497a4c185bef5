import { parseMinutes } from "#app/domain/minutes/index.ts";
import { checkPaperFile } from "#app/domain/papers/paper-file.ts";
import type { Problem } from "#app/domain/problem.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { createMeeting } from "#db/queries/meetings.ts";
import { findMinutesDesk } from "#db/queries/minutes-desk.ts";
import { publishMinutes } from "#db/queries/minutes-publication.ts";
import { addPaper } from "#db/queries/papers.ts";
import { readContent, readContentBytes, readContentJson } from "./content.ts";

/** The sample minutes in the order in which they are published; the last corrects the fourth. */
const minutesFiles = ["01", "02", "03", "04", "05", "06", "07", "04-correction"];

/** A line of content/papers/papers.json. */
interface PaperEntry {
  file: string;
  meeting: number;
  number: string;
  title: string;
  audience: "members" | "public";
}

/** Meetings, minutes with one correction, papers. */
export async function seedMeetings(db: Database): Promise<void> {
  for (const file of minutesFiles) await seedMinutes(db, `minutes/${file}.md`);
  for (const entry of await readContentJson<PaperEntry[]>("papers/papers.json")) {
    const { file, meeting, number, title, audience } = entry;
    const content = await readContentBytes(`papers/${file}`);
    const checked = checkPaperFile(file, content);
    if (!checked.ok) throw unfit(file, checked.problems);
    await addPaper(db, anyone, meeting, { ...checked.value, number, title, audience, content });
  }
}

async function seedMinutes(db: Database, file: string): Promise<void> {
  const source = await readContent(file);
  const { minutes, problems } = parseMinutes(source);
  if (!minutes) throw unfit(file, problems);
  const { number, title, date: heldOn, correctionReason: reason = null } = minutes;
  if (reason === null) await createMeeting(db, anyone, { number, title, heldOn, isSample: true });
  const desk = await findMinutesDesk(db, number);
  if (!desk) throw new Error(`no meeting ${number}`);
  const { base } = desk;
  await publishMinutes(db, anyone, number, { source, minutes, reason, base, audience: "public" });
}

function unfit(file: string, problems: Problem[]): Error {
  const [{ line, message } = { line: undefined, message: "" }] = problems;
  return new Error(`content/${file}: line ${line}: ${message}`);
}
