import { redirect } from "@remix-run/node";
import type { Problem } from "#app/domain/problem.ts";
import { answeringNotes } from "#app/domain/survey/answering-notes.ts";
import { formWords } from "#app/domain/survey/form/index.ts";
import {
  type AnswerInWords,
  answerableQuestions,
  answersInWords,
} from "#app/domain/survey/index.ts";
import { receiveAnswers } from "#db/queries/surveys/index.ts";
import { checkerOf } from "./answering-forms.ts";
import { pageAddress } from "./answering-page.ts";
import { type AnsweringState, answeringState, backToCode, toReceipt } from "./answering-state.ts";
import { surveyOf } from "./answering-view.ts";
import type { RequestContext } from "./context.ts";
import { textValues } from "./forms.ts";

/** The last page: all answers in words, by page, and what still keeps them from being sent. */
export interface ReviewView {
  survey: ReturnType<typeof surveyOf>;
  pages: { title: string; address: string; answers: AnswerInWords[] }[];
  /** Each with the address of its question. */
  problems: (Problem & { address: string })[];
  notes: string[];
  locale: string;
  /** Why nothing can be sent now. */
  shut: string | null;
  made: { invitation: string; revision: number; edition: number };
}

/** The review of a draft as it is now; `told` are further notes, in the language of the form. */
export function reviewOf(state: AnsweringState, told: string[] = []): ReviewView {
  const { form, draft, revision, locale, invitation, shut } = state;
  const pages = form.pages(draft.answers);
  const inWords = answersInWords(form.questionnaire, draft.answers);
  const checked = checkerOf(invitation.survey)(draft.answers);
  const addressOf = (name: string) => {
    const page = pages.find(({ fields }) => fields.some((field) => field.name === name));
    const field = page?.fields.find((each) => each.name === name);
    return pageAddress(page?.number ?? 1, pages.length, field?.control);
  };
  const words = formWords(locale);
  const numbers = new Map(
    answerableQuestions(form.questionnaire).map(({ name, number }) => [
      name,
      words.question(number),
    ]),
  );
  return {
    survey: surveyOf(state),
    pages: pages.flatMap(({ title, number, fields }) => {
      const names = new Set(fields.map(({ name }) => name));
      const answers = inWords.filter(({ name }) => names.has(name));
      return answers.length === 0
        ? []
        : [{ title, address: pageAddress(number, pages.length), answers }];
    }),
    problems: checked.ok
      ? []
      : checked.problems.map(({ message, field = "" }) => ({
          message: [numbers.get(field) ?? [], words.fault(message)].flat().join("　"),
          address: addressOf(field),
        })),
    notes: [...(state.corrected ? [answeringNotes(locale).corrected] : []), ...told],
    locale,
    shut: shut ? answeringNotes(locale).noMore[shut.why] : null,
    made: { invitation: invitation.id, revision, edition: draft.edition },
  };
}

/** Sends the draft that was reviewed. The review again, with 400 or 409, where it cannot go. */
export async function sendReviewed(
  request: Request,
  context: RequestContext,
  form: FormData,
): Promise<Response | { view: ReviewView; status: number }> {
  const posted = textValues(form);
  const state = await answeringState(request, context, null, posted.invitation ?? "");
  const { draft, revision, answering, invitation } = state;
  const said = answeringNotes(state.locale);
  if (state.shut) return { view: reviewOf(state), status: 409 };
  if (posted.edition !== String(draft.edition)) {
    return { view: reviewOf(state, [said.correctedMeanwhile]), status: 409 };
  }
  if (posted.revision !== String(revision)) {
    return { view: reviewOf(state, [said.changedMeanwhile]), status: 409 };
  }
  const checked = checkerOf(invitation.survey)(draft.answers);
  if (!checked.ok) return { view: reviewOf(state), status: 400 };
  const { invitationId, surveyId, receiptNumber } = answering;
  const reception = await receiveAnswers(context.db, {
    invitationId,
    surveyId,
    edition: draft.edition,
    answers: checked.value,
    receiptNumber,
  });
  if (reception.received) {
    return toReceipt(
      answering,
      context,
      reception.first ? undefined : said.sentBefore,
      draft.locale,
    );
  }
  const { why } = reception.refusal;
  if (why === "already-answered") {
    return toReceipt(answering, context, said.noMore[why], draft.locale);
  }
  if (why === "unknown-code") return backToCode(why);
  // Closed or corrected in this very moment: looked at anew.
  const now = await answeringState(request, context, null);
  return {
    view: reviewOf(now, why === "edition-changed" ? [said.correctedMeanwhile] : []),
    status: 409,
  };
}

/** Where nothing has been answered yet, the questionnaire comes first. */
export function toFirstPage(): Response {
  return redirect(pageAddress(1, 1), 303);
}
