import { answeringNotes } from "#app/domain/survey/answering-notes.ts";
import type { AnswerInWords } from "#app/domain/survey/answers-in-words.ts";
import { href } from "#app/routes.ts";
import { AnswerList } from "./answer-list.tsx";

/** What another window has saved of this page: the two possibilities, and how to take either. */
export function Elsewhere({
  answers,
  page,
  locale,
}: {
  answers: AnswerInWords[];
  page: number;
  locale: string;
}) {
  const { title, saved, mine, theirs } = answeringNotes(locale).choice;
  const [before, link, after] = theirs;
  return (
    <section className="notice warning elsewhere" aria-labelledby="elsewhere" lang={locale}>
      <h2 id="elsewhere">{title}</h2>
      <p>{saved}</p>
      <AnswerList answers={answers} locale={locale} />
      <ul>
        <li>{mine}</li>
        <li>
          {before}
          <a href={`${href("answer")}?page=${page}`}>{link}</a>
          {after}
        </li>
      </ul>
    </section>
  );
}
