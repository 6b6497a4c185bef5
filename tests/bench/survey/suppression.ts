import type { Answers } from "#app/domain/survey/answers.ts";
import { loadSolver, type Solver } from "#app/domain/survey/disclosure/linear-program.ts";
import { coarseStrata, simulateAnswers } from "#app/domain/survey/index.ts";
import type { Questionnaire } from "#app/domain/survey/questionnaire.ts";
import { countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { makeRelease, type ReleaseInput } from "#app/domain/survey/release/make-release.ts";
import { responseRate } from "#app/domain/survey/tabulation/response-rate.ts";
import {
  questionnaireOf,
  sampleFile,
  sampleFirms,
  sampleLeanings,
  sampleQuestionnaire,
} from "#tests/domain/survey/sample.ts";
import { atMost, forComparison, print } from "../figure.ts";

const threshold = 3;

/** Questions of the sample that alone have some 300 tables. */
const someQuestions = "q1 q3 q4 q5 q6 q7 q9 q11 q12 q13 q15 q17 q18 q19 q20 q21".split(" ");

/**
 * Protecting and auditing one release of the sample, by its seconds of CPU: its tables by every
 * stratum and by every other question of 57, 230 and 3,328 answers, the last as many as 滋賀県's
 * survey of bidders had; and some 300 tables of 230 answers.
 */
export async function benchSuppression(): Promise<void> {
  const solver = await loadSolver();
  const whole = sampleQuestionnaire();
  measure(onlyQuestions(someQuestions), 404, 0.57, solver);
  measure(whole, 100, 0.57, solver);
  measure(whole, 404, 0.57, solver);
  measure(whole, 5_901, 0.564, solver);
}

function measure(questionnaire: Questionnaire, invited: number, rate: number, solver: Solver) {
  const input = releaseInput(questionnaire, invited, rate);
  const began = process.cpuUsage();
  const made = makeRelease(input, solver);
  const { user, system } = process.cpuUsage(began);
  if (!made.made) throw new Error(made.message);
  const { audit, questions, withheld, crossings, responses } = made.release;
  const tables = questions
    .flatMap(({ variables }) => variables)
    .reduce((sum, { byStratum }) => sum + 1 + byStratum.length, crossings.length);
  const of = `${tables} tables of ${responses} answers`;
  const seconds = (user + system) / 1e6;
  // A survey of few answers, nearly all of whose counts are small, takes longest.
  const limit = responses < 100 ? 30 : 10;
  print("suppression", `${of}: CPU seconds, against ${limit}`, "s", seconds, limit, atMost(1));
  // With fewer than a hundred answers most cells are small themselves.
  const most = responses < 100 ? 0.4 : 0.3;
  print("suppression", `${of}: cells hidden, against cells`, "", audit.hidden, audit.cells, {
    text: `≤ ${most}`,
    holds: (share) => share <= most,
  });
  print(
    "suppression",
    `${of}: small cells, against hidden`,
    "",
    audit.small,
    audit.hidden,
    forComparison,
  );
  print("suppression", `${of}: tables withheld`, "", withheld.length, tables, forComparison);
  print(
    "suppression",
    `${of}: narrowest range of a hidden cell, against the threshold`,
    "",
    audit.narrowest ?? Number.POSITIVE_INFINITY,
    threshold,
    { text: "≥ 1", holds: (ratio) => ratio >= 1 },
  );
}

/** What so many firms like those of the sample's roster, and so large a share of them, answered. */
function releaseInput(questionnaire: Questionnaire, invited: number, rate: number): ReleaseInput {
  const sample = sampleFirms();
  const firms = Array.from({ length: invited }, (_, at) => {
    const firm = sample[at % sample.length];
    if (!firm) throw new Error("the sample roster is empty");
    return { ...firm, number: `F${at}` };
  });
  const strata = new Map(
    coarseStrata(firms, threshold).map((own, at) => [firms[at]?.number ?? "", own]),
  );
  const simulated = simulateAnswers(questionnaire, firms, 5, rate, sampleLeanings());
  const answered = new Set(simulated.map(({ firmNumber }) => firmNumber));
  return {
    survey: { slug: "bench", mode: "anonymous", threshold, edition: 1, questionnaire },
    number: 1,
    label: "確報",
    cutOff: "2026-10-01",
    counts: countAnswers(
      questionnaire,
      simulated.flatMap(({ firmNumber, answers }) => {
        const own = strata.get(firmNumber);
        return own ? [{ answers: answers as Answers, strata: own }] : [];
      }),
    ),
    roster: [...strata.values()].map((own) => ({ strata: own, firms: 1 })),
    responseRate: responseRate(
      [...strata].map(([number, own]) => ({
        strata: own,
        disposition: answered.has(number) ? "complete" : "no-reply",
      })),
    ),
    earlier: [],
  };
}

/** The sample's questionnaire with these questions alone. */
function onlyQuestions(names: readonly string[]): Questionnaire {
  const definition: { pages: SamplePage[] } = JSON.parse(
    sampleFile("questionnaire.json").toString("utf8"),
  );
  const pages = definition.pages.map((page) => ({
    ...page,
    elements: page.elements.filter(({ name }) => names.includes(name)),
  }));
  return questionnaireOf({
    ...definition,
    pages: pages.filter(({ elements }) => elements.length > 0),
  });
}

interface SamplePage {
  elements: { name: string }[];
}
