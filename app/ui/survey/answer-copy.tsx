import { answeringWords } from "#app/domain/survey/answering-words.ts";
import type { AnswerInWords } from "#app/domain/survey/answers-in-words.ts";
import { formWords } from "#app/domain/survey/form/words.ts";

/** The copy of an answer that a contractor keeps: every question that was shown, in words. */
export function AnswerCopy({ copy, locale = "ja" }: { copy: AnswerInWords[]; locale?: string }) {
  const words = formWords(locale);
  return (
    <section aria-labelledby="copy">
      <h2 id="copy">{answeringWords(locale).copy}</h2>
      <dl className="answer-copy">
        {copy.map(({ name, number, title, lines }) => (
          <div key={name}>
            <dt>
              {words.question(number)}　{title}
            </dt>
            <dd className={lines.length === 0 ? "soft" : undefined}>
              {lines.length === 0 ? words.noAnswer : lines.join("\n")}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
