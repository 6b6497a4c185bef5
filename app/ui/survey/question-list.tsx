import type { PageInWords, QuestionInWords } from "#app/domain/survey/questionnaire-in-words.ts";

/** Every question of a questionnaire as plain text: choices, conditions, articles. */
export function QuestionList({ pages }: { pages: readonly PageInWords[] }) {
  return (
    <section aria-labelledby="question-list" className="desk-questions">
      <h2 id="question-list">問の一覧</h2>
      {pages.map(({ name, title, description, questions }, index) => (
        <section key={name} aria-labelledby={`page-${index + 1}`}>
          <h3 id={`page-${index + 1}`}>
            {index + 1}ページ目{title && `　${title}`}
          </h3>
          {description && <p>{description}</p>}
          <ul className="plain-list">
            {questions.map((question) => (
              <ListedQuestion key={question.name} question={question} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function ListedQuestion({ question }: { question: QuestionInWords }) {
  const { number, title, description, manner, choices, rows, conditions, articles, parts } =
    question;
  return (
    <li>
      <p>
        <strong>
          {number > 0 && `問${number}　`}
          {title}
        </strong>
      </p>
      {description && <p>{description}</p>}
      <p className="soft">{manner}</p>
      {conditions.map((condition) => (
        <p key={condition} className="desk-condition">
          {condition}
        </p>
      ))}
      {rows.length > 0 && <p>行：{rows.join("／")}</p>}
      {choices.length > 0 && (
        <ul>
          {choices.map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      )}
      {parts.length > 0 && (
        <ul className="plain-list">
          {parts.map((part) => (
            <ListedQuestion key={part.name} question={part} />
          ))}
        </ul>
      )}
      {articles.length > 0 && <p className="soft">関係する条：{articles.join("、")}</p>}
    </li>
  );
}
