import { randomBytes, randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { civilDate } from "#app/domain/japan/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import {
  type Answers,
  admit,
  newReceiptNumber,
  receiptRandomBytes,
} from "#app/domain/survey/index.ts";
import { checkerOf, readAnswerForm, withQuestionNames } from "#app/http/answer-form.ts";
import {
  answeringInvitation,
  type CodeRefusal,
  receiptSubmission,
} from "#app/http/survey-codes.ts";
import { href } from "#app/routes.ts";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { AnswerIntroduction } from "#app/ui/survey/answer-introduction.tsx";
import { QuestionnaireForm } from "#app/ui/survey/questionnaire-form.tsx";
import { findReceipt, receiveAnswers } from "#db/queries/surveys/index.ts";

export const handle = { hydrates: true, inlineStyles: true };

export const meta = () => pageTitle("調査への回答");

const backToCode = (why: CodeRefusal) =>
  redirect(`${href("codeEntry")}?${new URLSearchParams({ why })}`, 303);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const invitation = await answeringInvitation(request, context);
  if (invitation === undefined) throw redirect(href("codeEntry"), 303);
  const admission = admit({
    survey: invitation?.survey ?? { state: "open" },
    invitation,
    today: civilDate(new Date()),
  });
  if (!admission.may || !invitation) {
    throw backToCode(admission.may ? "unknown-code" : admission.why);
  }
  const { slug, title, closesOn, questionnaire, isSample } = invitation.survey;
  return {
    survey: { slug, title, closesOn, questionnaire, isSample },
    /** Draws the drafts in this browser apart; it opens nothing without the signed cookie. */
    draftKey: invitation.id,
    submissionId: randomUUID(),
  };
}

/** What a refused answer comes back with; `faults` stand at their questions, `problems` above. */
interface Refused {
  problems: Problem[];
  faults: Problem[];
  answers?: Answers;
  submissionId?: string;
}

const refuse = (refused: Refused, status: number) => Response.json(refused, { status });

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readAnswerForm(request);
  if (!read.ok) return refuse({ problems: [read.problem], faults: [] }, read.status);
  const { submissionId, answers } = read.form;
  const invitation = await answeringInvitation(request, context);
  if (invitation === undefined) {
    // Sent a second time, by the "back" button, after the receipt: show that receipt.
    const sentBefore = (await receiptSubmission(request, context)) === submissionId;
    return sentBefore ? redirect(href("receipt"), 303) : backToCode("expired");
  }
  if (invitation === null) return backToCode("unknown-code");
  // A submission that was stored already gets its receipt, whatever the survey's state is now.
  if (await findReceipt(context.db, submissionId)) return toReceipt(context, submissionId);
  const admission = admit({
    survey: invitation.survey,
    invitation,
    today: civilDate(new Date()),
  });
  if (!admission.may) return backToCode(admission.why);
  const checked = checkerOf(invitation.survey)(answers);
  if (!checked.ok) {
    const problems = withQuestionNames(invitation.survey.questionnaire, checked.problems);
    const kept = isAnswers(answers) ? { answers } : {};
    return refuse({ problems, faults: checked.problems, submissionId, ...kept }, 400);
  }
  const reception = await receiveAnswers(context.db, {
    invitationId: invitation.id,
    edition: invitation.survey.edition,
    answers: checked.value,
    receiptNumber: newReceiptNumber(randomBytes(receiptRandomBytes)),
  });
  if (!reception.received) {
    const { why } = reception.refusal;
    return backToCode(why === "edition-changed" ? "expired" : why);
  }
  return toReceipt(context, reception.receiptNumber);
}

/** What was posted is put back into the form; the form itself copes with what it did not ask. */
function isAnswers(value: unknown): value is Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function toReceipt(
  { cookies }: ActionFunctionArgs["context"],
  submissionId: string,
): Promise<Response> {
  const headers = new Headers();
  headers.append("Set-Cookie", await cookies.receipt.serialize({ submissionId }));
  headers.append("Set-Cookie", await cookies.answering.serialize("", { maxAge: 0 }));
  // The draft that the page kept in this browser has done its work.
  headers.set("Clear-Site-Data", '"storage"');
  return redirect(href("receipt"), { status: 303, headers });
}

export default function Answer() {
  const { survey, draftKey, submissionId } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { title, closesOn, questionnaire, isSample } = survey;
  return (
    <Page title={title} sample={isSample}>
      <ProblemList
        problems={refused?.problems ?? []}
        title="まだ送信されていません。次の点を直してください"
      />
      <AnswerIntroduction description={questionnaire.description} closesOn={closesOn} />
      <QuestionnaireForm
        questionnaire={questionnaire}
        draftKey={draftKey}
        submissionId={refused?.submissionId ?? submissionId}
        refused={refused}
      />
    </Page>
  );
}
