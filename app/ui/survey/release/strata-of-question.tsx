import type { PublishedQuestion } from "#app/domain/survey/release/published.ts";
import { ByStratum } from "./by-stratum.tsx";
import { notesOf } from "./question-figures.tsx";
import type { ReleaseContext } from "./release-context.ts";
import { VariableTable } from "./variable-table.tsx";

/** Every variable of a question by one axis; over all answers where the release has no such table. */
export function StrataOfQuestion({
  question: { number, variables },
  by,
  context,
}: {
  question: PublishedQuestion;
  by: string;
  context: ReleaseContext;
}) {
  const axis = context.axes.find((one) => one.axis === by)?.label ?? by;
  return variables.map((variable, index) => {
    const { part } = variable;
    const table = variable.byStratum.find((one) => one.axis === by);
    const named = `問${number}の回答${part ? `：${part.text}` : ""}`;
    return (
      <div key={variable.id} className="question-part">
        {part && <h4>{part.text}</h4>}
        {table && variable.kind !== "written" ? (
          <ByStratum
            variable={variable}
            table={table}
            facts={{
              id: `chart-${number}-${index}`,
              title: `${named}（${axis}別）`,
              n: variable.n,
              notes: notesOf(variable, context),
            }}
            context={context}
          />
        ) : (
          <>
            <p className="soft">
              {variable.kind === "written"
                ? "自由に書く問なので、全体の数だけを示します。"
                : `${axis}別の表は、回答した事業者が推測されるおそれがあるため、公表していません。全体の表だけを示します。`}
            </p>
            <VariableTable variable={variable} title={named} context={context} />
          </>
        )}
      </div>
    );
  });
}
