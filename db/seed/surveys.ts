import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { civilDate, daysAfter } from "#app/domain/japan/index.ts";
import {
  checkDefinition,
  type Leanings,
  newReceiptNumber,
  type Questionnaire,
  type RosterFirm,
  readRoster,
  receiptRandomBytes,
  type SimulatedAnswer,
  simulateAnswers,
} from "#app/domain/survey/index.ts";
import { emptyBitmap, withBits } from "#app/domain/survey/participation/bitmap.ts";
import type { ReleaseLabel } from "#app/domain/survey/release/published.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import {
  closeSurvey,
  createSurvey,
  issueCodes,
  openSurvey,
  releaseResults,
  replaceRoster,
  type SurveyEntry,
} from "#db/queries/surveys/index.ts";
import { firms, responses, surveyProgress } from "#db/schema/index.ts";
import type { HashCode } from "#db/seed.ts";
import { readContent, readContentBytes, readContentJson } from "./content.ts";
import { seedTextDecisions } from "./text-decisions.ts";

/** Whom to ask about a sample; nobody is behind the number. */
const contact = "契約監理課（サンプル）\n電話 0000-00-0000";

const responseShare = 0.57;
const randomSeed = 8;

/** A closed and released survey with simulated answers, and an open one. Returns codes of the open one. */
export async function seedSurveys(db: Database, hashCode: HashCode): Promise<string[]> {
  const roster = await readSampleRoster();
  const questionnaire = await readSampleQuestionnaire("questionnaire.json");
  const closed = await seedOpenSurvey(db, hashCode, {
    slug: "r8-jigyosha",
    title: questionnaire.title,
    closesOn: "2026-09-18",
    contact,
    questionnaire,
    isSimulated: true,
    roster,
    openedAt: new Date("2026-08-17T09:00:00+09:00"),
  });
  const leanings = await readContentJson<Leanings>("survey/leanings.json");
  const answers = simulateAnswers(questionnaire, roster, randomSeed, responseShare, leanings);
  await storeSimulated(db, closed.surveyId, answers);
  await closeSurvey(db, anyone, closed.surveyId, new Date("2026-09-18T23:59:00+09:00"));
  const firstAt = new Date("2026-10-02T10:00:00+09:00");
  await releaseSample(db, closed.surveyId, "速報", firstAt);
  // The texts are read between the two: they are what the second adds to the same answers.
  await seedTextDecisions(db, { id: closed.surveyId, title: questionnaire.title }, questionnaire);
  const lastAt = new Date("2026-10-21T10:00:00+09:00");
  await releaseSample(db, closed.surveyId, "確報", lastAt);

  const followUp = await readSampleQuestionnaire("follow-up.json");
  const open = await seedOpenSurvey(db, hashCode, {
    slug: "r8-tsuika",
    title: followUp.title,
    ...openSampleDates(civilDate(new Date())),
    contact,
    questionnaire: followUp,
    roster: roster.filter((_, index) => index % 20 === 0),
    openedAt: new Date("2026-11-16T09:00:00+09:00"),
  });
  return open.codes.slice(0, 3);
}

async function releaseSample(
  db: Database,
  surveyId: string,
  label: ReleaseLabel,
  at: Date,
): Promise<void> {
  const releasing = await releaseResults(db, anyone, surveyId, label, at);
  if (!releasing.released) throw new Error(`the sample's ${label}: ${releasing.message}`);
}

/** Whoever tries the platform later finds the open sample open for at least four weeks. */
function openSampleDates(today: string): { remindsOn: string; closesOn: string } {
  const planned = "2026-12-18";
  const least = daysAfter(today, 28);
  const closesOn = planned < least ? least : planned;
  return { remindsOn: daysAfter(closesOn, -14), closesOn };
}

async function seedOpenSurvey(
  db: Database,
  hashCode: HashCode,
  {
    roster,
    openedAt,
    ...entry
  }: SurveyEntry & { slug: string; isSimulated?: boolean; roster: RosterFirm[]; openedAt: Date },
): Promise<{ surveyId: string; codes: string[] }> {
  const surveyId = await createSurvey(db, anyone, { ...entry, isSample: true });
  if (surveyId === undefined) throw new Error(`the survey ${entry.slug} is there already`);
  await replaceRoster(db, anyone, surveyId, roster);
  const issuing = await issueCodes(db, anyone, surveyId, "missing", hashCode);
  const opening = await openSurvey(db, anyone, surveyId, openedAt);
  if (!issuing.issued || opening !== "opened") throw new Error(`${entry.slug}: ${opening}`);
  return { surveyId, codes: issuing.codes.map(({ code }) => code) };
}

/** Stores simulated answers as firms would have handed them in between mid-August and the deadline. */
async function storeSimulated(
  db: Database,
  surveyId: string,
  simulated: readonly SimulatedAnswer[],
): Promise<void> {
  const roster = await db
    .select({ number: firms.number, ordinal: firms.ordinal, coarse: firms.coarse })
    .from(firms)
    .where(eq(firms.surveyId, surveyId));
  const byNumber = new Map(roster.map((firm) => [firm.number, firm]));
  const ordinals: number[] = [];
  const rows = simulated.map(({ firmNumber, answers }) => {
    const firm = byNumber.get(firmNumber);
    if (!firm?.coarse) throw new Error(`no firm ${firmNumber}`);
    ordinals.push(firm.ordinal);
    const receiptNumber = newReceiptNumber(randomBytes(receiptRandomBytes));
    return { surveyId, receiptNumber, answers, strata: firm.coarse };
  });
  await db.insert(responses).values(rows);
  const days = ["2026-08-19", "2026-08-26", "2026-09-04", "2026-09-16"];
  const perDay = days.map((day, week) => [day, Math.floor((rows.length + 3 - week) / 4)] as const);
  await db
    .update(surveyProgress)
    .set({
      spent: withBits(emptyBitmap(roster.length), ordinals),
      days: Object.fromEntries(perDay),
    })
    .where(eq(surveyProgress.surveyId, surveyId));
}

async function readSampleRoster(): Promise<RosterFirm[]> {
  const read = readRoster(await readContentBytes("survey/roster.csv"));
  if (!read.ok) throw new Error(`content/survey/roster.csv: ${JSON.stringify(read.problems)}`);
  return read.value.firms;
}

async function readSampleQuestionnaire(file: string): Promise<Questionnaire> {
  const checked = checkDefinition(await readContent(`survey/${file}`));
  if (!checked.ok) throw new Error(`content/survey/${file}: ${JSON.stringify(checked.problems)}`);
  return checked.value;
}
