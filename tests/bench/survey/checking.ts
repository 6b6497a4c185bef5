import { Model } from "survey-core";
import {
  type Answers,
  checkDefinition,
  compileQuestionnaire,
  type Questionnaire,
  type RosterFirm,
  simulateAnswers,
} from "#app/domain/survey/index.ts";
import { fortyQuestions } from "#tests/support/forty-questions.ts";
import { atLeast, print } from "../figure.ts";

const topic = "survey: checking";
const bySurveyJs = 30;

/** Checking an answer to 40 questions beside SurveyJS's own model; many answers in little memory. */
export async function benchChecking(): Promise<void> {
  const questionnaire = fortyQuestionnaire();
  const answers = sampleAnswers(questionnaire, 400);
  const check = compileQuestionnaire(questionnaire);
  benchMemory(check, answers);
  const ours: number[] = [];
  const theirs: number[] = [];
  // They take turns, so that a busy machine harms both alike.
  for (let round = 0; round < 7; round++) {
    for (let turn = 0; turn < 5; turn++) ours.push(timeOf(answers, 4, (given) => check(given).ok));
    theirs.push(timeOf(answers.slice(0, bySurveyJs), 1, (given) => verdictOfModel(given)));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  print(
    topic,
    "answers to 40 questions checked a second, against new Model + validate()",
    "1/s",
    1e6 / Math.min(...ours),
    1e6 / Math.min(...theirs),
    atLeast(1000),
  );
}

/** 100,000 answers, each read from its own JSON as a request brings it. */
function benchMemory(check: (answers: unknown) => { ok: boolean }, answers: Answers[]): void {
  const bodies = answers.map((each) => JSON.stringify(each));
  const run = (count: number) => {
    let peak = 0;
    for (let index = 0; index < count; index++) {
      const body: unknown = JSON.parse(bodies[index % bodies.length] ?? "{}");
      if (!check(body).ok) throw new Error("a drawn answer is refused");
      if (index % 500 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
    return peak / 2 ** 20;
  };
  run(1000);
  const before = process.memoryUsage().rss / 2 ** 20;
  const peak = run(100_000);
  print(
    topic,
    "peak memory while 100,000 answers are checked, against before",
    "MB",
    peak,
    before,
    {
      text: "≤ 160 MB more",
      holds: () => peak - before <= 160,
    },
  );
}

function fortyQuestionnaire(): Questionnaire {
  const checked = checkDefinition(fortyQuestions);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
}

function sampleAnswers(questionnaire: Questionnaire, count: number): Answers[] {
  const firms = Array.from({ length: count }, (_, index): RosterFirm => {
    const number = `F${String(index + 1).padStart(4, "0")}`;
    const strata = { sector: "works", size: "small", region: "inside", grade: "A", tier: "prime" };
    const address = { postalCode: "100-0001", address: "サンプル市1-1" };
    return { number, name: number, corporateNumber: null, ...address, ...strata };
  });
  return simulateAnswers(questionnaire, firms, 5, 1).map(({ answers }) => answers);
}

function verdictOfModel(answers: Answers): boolean {
  const model = new Model(structuredClone(fortyQuestions));
  model.data = answers;
  const verdict = model.validate(false);
  model.dispose();
  return verdict;
}

/** Microseconds an answer. */
function timeOf(answers: Answers[], times: number, judge: (answers: Answers) => boolean): number {
  const start = performance.now();
  for (let time = 0; time < times; time++) {
    for (const each of answers) {
      if (!judge(each)) throw new Error("a drawn answer is refused");
    }
  }
  return ((performance.now() - start) * 1000) / (times * answers.length);
}
