import type { AnswerInWords } from "#app/domain/survey/answers-in-words.ts";
import type { FormPage, PageProblem } from "#app/domain/survey/form/index.ts";
import { Notice } from "../../notice.tsx";
import { Page } from "../../page.tsx";
import { AnswerIntroduction, type Introduced } from "../answer-introduction.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import { Leaving } from "./leaving.tsx";
import { PlainForm } from "./plain-form.tsx";

/** What a page of the questionnaire shows: see `AnswerView` in app/http. */
export interface AnswerPageProps {
  survey: Introduced & { title: string; isSample: boolean };
  page: FormPage;
  problems: PageProblem[];
  notes: { tone: "information" | "warning"; text: string }[];
  elsewhere: AnswerInWords[];
  locale: string;
  locales: string[];
  made: { invitation: string; revision: number; edition: number; mark: string };
}

/** One page of a questionnaire, with what has to be told before it. */
export function AnswerPage({ view }: { view: AnswerPageProps }) {
  const { survey, page, problems, notes, elsewhere, locale, locales, made } = view;
  // What has to be put right comes before all that has been read already.
  const introduced = page.number === 1 && problems.length === 0 && notes.length === 0;
  return (
    <Page title={survey.title} sample={survey.isSample}>
      {notes.map(({ tone, text }) => (
        <Notice key={text} tone={tone}>
          <p lang={locale}>{text}</p>
        </Notice>
      ))}
      {elsewhere.length > 0 && <Elsewhere answers={elsewhere} page={page.number} locale={locale} />}
      {introduced && <AnswerIntroduction {...survey} locale={locale} />}
      <PlainForm {...{ page, problems, locale, locales, made }} />
      <Leaving locale={locale} />
    </Page>
  );
}
