import type { AnswerInWords } from "#app/domain/survey/answers-in-words.ts";
import { formWords } from "#app/domain/survey/form/index.ts";
import { Button } from "../../button.tsx";
import { Notice } from "../../notice.tsx";
import { Page } from "../../page.tsx";
import { AnswerList } from "./answer-list.tsx";

/** What the review shows: see `ReviewView` in app/http. */
export interface ReviewPageProps {
  survey: { title: string; isSample: boolean };
  pages: { title: string; address: string; answers: AnswerInWords[] }[];
  problems: { message: string; address: string }[];
  notes: string[];
  locale: string;
  shut: string | null;
  made: { invitation: string; revision: number; edition: number };
}

/** All answers before they are sent, each page with the way back to it. */
export function ReviewPage({ view }: { view: ReviewPageProps }) {
  const { survey, pages, problems, notes, locale, shut, made } = view;
  const words = formWords(locale);
  const ready = problems.length === 0 && shut === null;
  return (
    <Page title={words.review} sample={survey.isSample} lead={survey.title}>
      <div lang={locale} className="questionnaire">
        {[...notes, ...(shut === null ? [] : [shut])].map((text) => (
          <Notice key={text} tone="warning">
            <p>{text}</p>
          </Notice>
        ))}
        {shut === null && problems.length > 0 && (
          <div className="problems" role="alert">
            <h2>{words.unfinished}</h2>
            <ul>
              {problems.map(({ message, address }) => (
                <li key={address + message}>
                  <a href={address}>{message}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        {ready && (
          <Notice>
            <p>{words.reviewLead}</p>
          </Notice>
        )}
        {pages.map(({ title, address, answers }, index) => {
          const called = title || words.pageCalled(index + 1);
          return (
            <section key={address} className="review-page">
              <h2>{called}</h2>
              <AnswerList answers={answers} locale={locale} />
              {shut === null && (
                <p className="no-print">
                  <a href={address}>{words.change(called)}</a>
                </p>
              )}
            </section>
          );
        })}
        <form method="post" className="buttons">
          <input type="hidden" name="invitation" value={made.invitation} />
          <input type="hidden" name="revision" value={made.revision} />
          <input type="hidden" name="edition" value={made.edition} />
          {ready && <Button>{words.send}</Button>}
        </form>
      </div>
    </Page>
  );
}
