import type { SurveyMode } from "#app/domain/survey/anonymity.ts";
import { answererWords } from "#app/domain/survey/anonymity-in-english.ts";
import { answeringWords } from "#app/domain/survey/answering-words.ts";
import { AnonymityList } from "./anonymity-words.tsx";

/** What an introduction tells of a survey. */
export interface Introduced {
  description: string;
  closesOn: string | null;
  mode: SurveyMode;
  threshold: number;
  /** Who to ask: 課名・電話. */
  contact: string;
}

/**
 * What a contractor reads before the first question: purpose, deadline, how answers are kept.
 *
 * @param locale the language of the form
 */
export function AnswerIntroduction({
  description,
  closesOn,
  mode,
  threshold,
  contact,
  locale = "ja",
}: Introduced & { locale?: string }) {
  const kept = answererWords(mode, { threshold }, locale);
  const words = answeringWords(locale);
  return (
    <div className="prose" lang={locale}>
      {description && <p className="lines">{description}</p>}
      {closesOn && (
        <p>
          <strong>{words.deadline(closesOn)}</strong>
        </p>
      )}
      <p>
        {kept.summary}
        {locale === "ja" ? "" : " "}
        {words.resuming}
      </p>
      {contact && <p>{words.contact(contact)}</p>}
      <details className="fold">
        <summary>{words.handling}</summary>
        <AnonymityList sentences={kept.form} />
        <ul className="prose">
          {words.always.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
