import { figureOf, type Table, type Tabulation } from "#app/domain/survey/index.ts";
import { href } from "#app/routes.ts";
import { TableView } from "./table-view.tsx";

/** A provision of the newest draft that a question is linked with. */
export interface BearsOn {
  number: number;
  fullLabel: string;
  caption: string | null;
}

/** What a release says of one question: a sentence, its chart and table, what it bears on. */
export function QuestionResult({
  table,
  tabulation,
  provisions,
  simulated,
}: {
  table: Table;
  tabulation: Tabulation;
  provisions: readonly BearsOn[];
  simulated: boolean;
}) {
  const { question, number, title, articles } = table;
  // The heading has said the question; the sentence names it by its number.
  const numbered = { ...tabulation, tables: [{ ...table, title: `問${number}` }] };
  const sentence = figureOf(numbered, question)?.sentence;
  return (
    <section id={question} className="question-result" aria-labelledby={`title-${number}`}>
      <h3 id={`title-${number}`}>
        問{number}　{title}
      </h3>
      <p className="prose">
        {table.kind === "text"
          ? `自由に書く問です。${table.n}者が記入しました。事業者が推測されるおそれがあるため、原文は公表していません。`
          : sentence}
      </p>
      <TableView table={table} id={`chart-${number}`} simulated={simulated} />
      {articles.length > 0 && (
        <p className="soft">調査をした時の案で関係する条：{articles.join("、")}</p>
      )}
      {provisions.length > 0 && (
        <p>
          この問から生まれた条：
          {provisions.map((provision, index) => (
            <span key={provision.number}>
              {index > 0 && "、"}
              <a href={href("provision", { provision: provision.number })}>
                {provision.fullLabel}
                {provision.caption}
              </a>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
