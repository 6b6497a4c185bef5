import { type AnonymityWords, anonymityWords, type SurveyMode } from "./anonymity.ts";

/** What is told to whoever answers, before and after. */
export type AnswererWords = Pick<AnonymityWords, "summary" | "form" | "receipt">;

/** The sentences of a survey's mode in the language of the form; in Japanese where there are none. */
export function answererWords(
  mode: SurveyMode,
  { threshold }: { threshold: number },
  locale: string,
): AnswererWords {
  if (locale.split("-")[0] !== "en") return anonymityWords(mode, { threshold });
  return mode === "anonymous" ? anonymous(threshold) : named();
}

function anonymous(threshold: number): AnswererWords {
  const summary =
    "This survey is anonymous. Neither the name of your firm, nor your code, nor the time of your answer is kept with the answer.";
  const final =
    "As nobody can tell whose answer it is, it cannot be withdrawn or changed once it has been sent.";
  return {
    summary,
    form: [
      summary,
      `All that is kept with an answer is a coarse group, such as trade and size. Groups are merged until at least ${threshold} firms of the roster are in each.`,
      "The secretariat sees whether you have answered, to prevent double answers and to send reminders.",
      "Until counting begins, no page of the secretariat shows the content of answers sent on the web. Answers on paper are seen by the two clerks who type them in.",
      "If you write names of firms or people into a text field, or facts that give them away, others may recognise whose answer it is.",
      "Until counting begins, whoever knows your code can open the copy of your answer. The secretariat, which makes the letters, handles the codes as well, but does not use them to open copies. Tell the code to nobody but the person who answers.",
      "Within 7 days after the deadline the answers are shuffled, the receipt numbers are deleted, and counting begins. From then on, not even with a code can anyone find out which answer is whose.",
      final,
    ],
    receipt: [
      summary,
      "The copy can be opened until counting begins. If you need it, save or print it now. After that neither the secretariat nor the holder of the code can open it.",
      "The copy shows your answers. Keep it where others do not see it.",
      final,
    ],
  };
}

function named(): AnswererWords {
  const summary =
    "This survey is not anonymous. The name of your firm and the time at which your answer was received are kept with the answer.";
  const seen =
    "Only the staff of the council's secretariat see answers with the names of firms. While the survey is open not even they do, except for the two clerks who type in an answer on paper. Counting begins after the close.";
  const mending = "If you notice a mistake after sending, please contact the secretariat.";
  return {
    summary,
    form: [
      summary,
      seen,
      "What is published is the result of counting. No name of a firm appears in it, nor in the council's documents.",
      "Whoever knows your code can open the copy of your answer. Tell the code to nobody but the person who answers.",
      mending,
    ],
    receipt: [summary, seen, mending],
  };
}
