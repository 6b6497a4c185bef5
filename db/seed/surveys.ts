import { randomBytes, randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
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
  strataOf,
} from "#app/domain/survey/index.ts";
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
import { firms, invitations, responses } from "#db/schema/index.ts";
import type { HashCode } from "#db/seed.ts";
import { readContent, readContentBytes, readContentJson } from "./content.ts";

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
    questionnaire,
    isSimulated: true,
    roster,
    openedAt: new Date("2026-08-17T09:00:00+09:00"),
  });
  const leanings = await readContentJson<Leanings>("survey/leanings.json");
  const answers = simulateAnswers(questionnaire, roster, randomSeed, responseShare, leanings);
  await storeSimulated(db, closed.surveyId, roster, answers);
  await closeSurvey(db, anyone, closed.surveyId, new Date("2026-09-18T23:59:00+09:00"));
  const releasedAt = new Date("2026-10-21T10:00:00+09:00");
  await releaseResults(db, anyone, closed.surveyId, "確報", releasedAt);

  const followUp = await readSampleQuestionnaire("follow-up.json");
  const open = await seedOpenSurvey(db, hashCode, {
    slug: "r8-tsuika",
    title: followUp.title,
    closesOn: "2026-12-18",
    questionnaire: followUp,
    roster: roster.filter((_, index) => index % 20 === 0),
    openedAt: new Date("2026-11-16T09:00:00+09:00"),
  });
  return open.codes.slice(0, 3);
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
  roster: readonly RosterFirm[],
  simulated: readonly SimulatedAnswer[],
): Promise<void> {
  const byNumber = new Map(roster.map((firm) => [firm.number, firm]));
  await db.insert(responses).values(
    simulated.map(({ firmNumber, answers }) => {
      const firm = byNumber.get(firmNumber);
      if (!firm) throw new Error(`no firm ${firmNumber}`);
      const receiptNumber = newReceiptNumber(randomBytes(receiptRandomBytes));
      const submissionId = randomUUID();
      return { surveyId, submissionId, receiptNumber, answers, strata: strataOf(firm) };
    }),
  );
  for (const week of [0, 1, 2, 3]) {
    const answeredOn = ["2026-08-19", "2026-08-26", "2026-09-04", "2026-09-16"][week];
    const numbers = simulated.filter((_, index) => index % 4 === week).map((one) => one.firmNumber);
    const answered = db
      .select({ id: firms.id })
      .from(firms)
      .where(and(eq(firms.surveyId, surveyId), inArray(firms.number, numbers)));
    await db.update(invitations).set({ answeredOn }).where(inArray(invitations.firmId, answered));
  }
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
