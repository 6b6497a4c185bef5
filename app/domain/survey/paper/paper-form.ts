import { type Answers, commentKey } from "../answers.ts";
import { compileQuestionnaire } from "../checking/compile-questionnaire.ts";
import { compileForm, type FormPage, type PageProblem, type PostedFields } from "../form/index.ts";
import { answerableQuestions, type Questionnaire } from "../questionnaire.ts";
import { keyingQuestionnaire, lenientQuestionnaire } from "./paper-questionnaire.ts";
import { compilePaperSettling } from "./settle-paper.ts";

/** What a keyed form says. */
export interface KeyingReading {
  /** Everything as it was keyed, also where the questionnaire asks for no answer. */
  keyed: Answers;
  /** What cannot be an answer; nothing is stored as long as there is one. */
  problems: PageProblem[];
}

/** Something to say about a question of a paper answer. */
export interface PaperRemark {
  /** The question's name. */
  name: string;
  message: string;
}

/** What counts of a keyed paper answer, and what is odd about it. */
export interface PaperAnswer {
  /** The answers that count: those to questions that were not to be asked are left out. */
  answers: Answers;
  /** Where the web form would have asked for something else. Nothing here keeps it from counting. */
  remarks: PaperRemark[];
  /** What cannot be stored; there is none when `read` found none, unless editions lie between. */
  problems: PaperRemark[];
}

/** A questionnaire compiled for keying paper answers in. Compile once, keep. */
export interface PaperForm {
  /** All pages with all questions, with what was keyed so far. */
  pages(keyed: Answers): FormPage[];
  /** Reads all pages at once. */
  read(fields: PostedFields): KeyingReading;
  /** Does what a button of a dynamic panel asks. */
  change(intent: string, keyed: Answers): Answers;
  /** What counts of what was keyed. */
  answer(keyed: Answers): PaperAnswer;
}

const notAsked = "答える対象でない問に答えがあります。この答えは数えません。";

/** Compiles the form into which paper answers are keyed. */
export function compilePaperForm(questionnaire: Questionnaire): PaperForm {
  const lenient = lenientQuestionnaire(questionnaire);
  const keying = compileForm(keyingQuestionnaire(questionnaire));
  const settle = compilePaperSettling(lenient);
  const strictly = compileQuestionnaire(questionnaire);
  const leniently = compileQuestionnaire(lenient);
  const names = answerableQuestions(questionnaire).map(({ name }) => name);
  return {
    pages: keying.pages,
    change: keying.change,
    read(fields) {
      let keyed: Answers = {};
      const problems: PageProblem[] = [];
      for (const { name } of questionnaire.pages) {
        const reading = keying.read(name, keyed, fields);
        if (!reading) continue;
        keyed = reading.answers;
        problems.push(...reading.problems);
      }
      return { keyed, problems };
    },
    answer(keyed) {
      const answers = settle(keyed);
      const dropped = names.filter((name) =>
        [name, commentKey(name)].some(
          (key) => JSON.stringify(keyed[key]) !== JSON.stringify(answers[key]),
        ),
      );
      const strict = strictly(answers);
      const checked = leniently(answers);
      const remarks = dropped.map((name): PaperRemark => ({ name, message: notAsked }));
      return {
        answers: checked.ok ? checked.value : answers,
        remarks: [...remarks, ...(strict.ok ? [] : strict.problems.map(remarkOf))],
        problems: checked.ok ? [] : checked.problems.map(remarkOf),
      };
    },
  };
}

function remarkOf({ message, field = "" }: { message: string; field?: string }): PaperRemark {
  return { name: field, message };
}
