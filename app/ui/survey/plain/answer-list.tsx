import type { AnswerInWords } from "#app/domain/survey/answers-in-words.ts";
import { formWords } from "#app/domain/survey/form/index.ts";

/** Questions with their answers in words. */
export function AnswerList({ answers, locale }: { answers: AnswerInWords[]; locale: string }) {
  const words = formWords(locale);
  return (
    <dl className="answer-copy">
      {answers.map(({ name, number, title, lines }) => (
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
  );
}
