import type { AnswerInWords } from "#app/domain/survey/answers-in-words.ts";

/** The copy of an answer that a contractor keeps: every question that was shown, in words. */
export function AnswerCopy({ copy }: { copy: AnswerInWords[] }) {
  return (
    <section aria-labelledby="copy">
      <h2 id="copy">回答の写し</h2>
      <dl className="answer-copy">
        {copy.map(({ name, number, title, lines }) => (
          <div key={name}>
            <dt>
              問{number}　{title}
            </dt>
            <dd className={lines.length === 0 ? "soft" : undefined}>
              {lines.length === 0 ? "（無回答）" : lines.join("\n")}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
