import type { PublishedQuestion, PublishedVariable } from "#app/domain/survey/release/published.ts";
import { variableSentences } from "#app/domain/survey/release/sentence.ts";
import type { FigureFacts } from "../../charts/chart-data.ts";
import { PartsTable } from "./parts-table.tsx";
import type { ReleaseContext } from "./release-context.ts";
import { MatrixChart, RankingChart, VariableChart } from "./variable-chart.tsx";
import { VariableTable } from "./variable-table.tsx";

/** 「複数回答」, 「模擬回答」: what is said beside n. */
export function notesOf(
  variable: PublishedVariable,
  context: Pick<ReleaseContext, "simulated">,
): string[] {
  return [
    ...(variable.answers === "several" ? ["複数回答"] : []),
    ...(variable.counts === "entries" ? ["件数"] : []),
    ...(context.simulated ? ["模擬回答"] : []),
  ];
}

/** The charts and tables of a question over all answers. */
export function QuestionFigures({
  question,
  context,
}: {
  question: PublishedQuestion;
  context: ReleaseContext;
}) {
  const { number, type, variables } = question;
  const [first] = variables;
  if (!first) return null;
  const title = `問${number}の回答`;
  const facts = (variable: PublishedVariable): FigureFacts => ({
    id: `chart-${number}`,
    title,
    n: variable.n,
    notes: notesOf(variable, context),
  });
  if (type === "matrix") {
    const { id, notes = [] } = facts(first);
    return (
      <>
        <MatrixChart question={question} facts={{ id, title, notes }} />
        <PartsTable question={question} title={title} context={context} />
      </>
    );
  }
  if (type === "ranking") {
    return (
      <>
        <RankingChart
          question={question}
          facts={{ ...facts(first), title: `${title}（1位に選んだ数）` }}
        />
        <PartsTable question={question} title={`${title}（順位ごとの数）`} context={context} />
      </>
    );
  }
  return variables.map((variable, index) => {
    const { part } = variable;
    const own = facts(variable);
    const named = part
      ? { ...own, id: `${own.id}-${index}`, title: `${title}：${part.text}` }
      : own;
    return (
      <div key={variable.id} className="question-part">
        {part && <h4>{part.text}</h4>}
        {part && <p className="prose">{variableSentences(variable).join("")}</p>}
        <div className="figure-pair">
          <VariableChart variable={variable} facts={named} />
          <div>
            <VariableTable variable={variable} title={named.title} context={context} />
          </div>
        </div>
      </div>
    );
  });
}
