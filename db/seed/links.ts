import { answerableQuestions } from "#app/domain/survey/index.ts";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { addLink, type LinkTarget } from "#db/queries/link-writing.ts";
import { questionNamed, surveysToLink } from "#db/queries/linked-questions.ts";
import { provisionsIn } from "#db/queries/provisions.ts";
import { searchUtterances } from "#db/queries/utterances.ts";
import { newestVersion } from "#db/queries/versions.ts";
import { readContentJson } from "./content.ts";
import { samplePeople } from "./sample-people.ts";

/** A sample link as `content/links.json` has it; articles are the newest version's. */
type SampleLink = { article: string; note: string } & (
  | { kind: "utterance"; meeting: number; contains: string }
  | { kind: "question"; question: string; choice?: string }
);

/** Links from the newest version's articles to utterances and survey questions. */
export async function seedLinks(db: Database): Promise<void> {
  const secretariat = (await samplePeople(db))("事務局");
  const version = await newestVersion(db, anyone);
  const provisions = version ? await provisionsIn(db, version) : [];
  const begin = Date.now();
  const samples = await readContentJson<SampleLink[]>("links.json");
  for (const [index, sample] of samples.entries()) {
    const { article: place, note } = sample;
    const article = provisions.find((row) => row.kind === "article" && row.fullLabel === place);
    if (!article) throw new Error(`links.json: no ${place}`);
    const target = await targetOf(db, secretariat, sample);
    if (!target) continue;
    const createdAt = new Date(begin - (samples.length - index) * 1000);
    const link = { provisionId: article.id, place, note, target, createdAt };
    const done = await addLink(db, secretariat, link);
    if (done !== "linked") throw new Error(`links.json: ${JSON.stringify(sample)} is ${done}`);
  }
}

/** Undefined for a question while no survey is loaded at all. */
async function targetOf(
  db: Database,
  viewer: Viewer,
  sample: SampleLink,
): Promise<LinkTarget | undefined> {
  if (sample.kind === "utterance") {
    const { meeting, contains } = sample;
    const found = await searchUtterances(db, viewer, contains);
    const utterance = found.find((each) => each.meeting.number === meeting);
    if (!utterance) throw new Error(`links.json: no utterance says ${contains}`);
    return { kind: "utterance", meeting, utterance: utterance.number };
  }
  const { question, choice } = sample;
  const surveys = await surveysToLink(db);
  if (surveys.length === 0) return undefined;
  const [survey] = surveys
    .filter(({ questionnaire }) => questionNamed(questionnaire, question))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  if (!survey) throw new Error(`links.json: no survey asks ${question}`);
  return {
    kind: "question",
    survey: survey.slug,
    question,
    ...(choice === undefined ? {} : { choice }),
  };
}

/** The sample links mean the long questionnaire, not the follow-up. */
function sizeOf({ questionnaire }: Awaited<ReturnType<typeof surveysToLink>>[number]): number {
  return answerableQuestions(questionnaire).length;
}
