import { type Minutes, parseMinutes } from "#app/domain/minutes/index.ts";
import { checkPaperFile } from "#app/domain/papers/paper-file.ts";
import type { Problem } from "#app/domain/problem.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { createMeeting } from "#db/queries/meetings.ts";
import { findMinutesDesk } from "#db/queries/minutes-desk.ts";
import { publishMinutes } from "#db/queries/minutes-publication.ts";
import { addPaper } from "#db/queries/papers.ts";
import { readContent, readContentBytes, readContentJson } from "./content.ts";

/** The sample minutes in the order in which they were published; one corrects the fourth. */
const minutesFiles = [
  { file: "01", publishedOn: "2026-06-03" },
  { file: "02", publishedOn: "2026-07-08" },
  { file: "03", publishedOn: "2026-08-05" },
  { file: "04", publishedOn: "2026-09-09" },
  { file: "04-correction", publishedOn: "2026-10-07" },
  { file: "05", publishedOn: "2026-10-14" },
  { file: "06", publishedOn: "2026-11-11" },
  { file: "07", publishedOn: "2026-11-20" },
];

const morningOf = (day: string) => new Date(`${day}T09:00:00+09:00`);

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
  const heldOn = new Map<number, string>();
  for (const { file, publishedOn } of minutesFiles) {
    const minutes = await seedMinutes(db, `minutes/${file}.md`, morningOf(publishedOn));
    heldOn.set(minutes.number, minutes.date);
  }
  for (const entry of await readContentJson<PaperEntry[]>("papers/papers.json")) {
    const { file, meeting, number, title, audience } = entry;
    const content = await readContentBytes(`papers/${file}`);
    const checked = checkPaperFile(file, content);
    if (!checked.ok) throw unfit(file, checked.problems);
    const paper = { ...checked.value, number, title, audience, content };
    await addPaper(db, anyone, meeting, paper, morningOf(heldOn.get(meeting) ?? ""));
  }
}

async function seedMinutes(db: Database, file: string, at: Date): Promise<Minutes> {
  const source = await readContent(file);
  const { minutes, problems } = parseMinutes(source);
  if (!minutes) throw unfit(file, problems);
  const { number, title, date: heldOn, correctionReason: reason = null } = minutes;
  if (reason === null) await createMeeting(db, anyone, { number, title, heldOn, isSample: true });
  const desk = await findMinutesDesk(db, number);
  if (!desk) throw new Error(`no meeting ${number}`);
  const { base } = desk;
  const written = { source, minutes, reason, base, audience: "public" } as const;
  await publishMinutes(db, anyone, number, written, at);
  return minutes;
}

function unfit(file: string, problems: Problem[]): Error {
  const [{ line, message } = { line: undefined, message: "" }] = problems;
  return new Error(`content/${file}: line ${line}: ${message}`);
}
