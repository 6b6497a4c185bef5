import type { Goal, Progress } from "#app/domain/goal-sheet/index.ts";
import { Markdown } from "./markdown.tsx";

const columns = [
  { key: "situation", title: "現状や課題" },
  { key: "target", title: "達成水準" },
  { key: "means", title: "手段" },
  { key: "progress", title: "達成状況" },
  { key: "reason", title: "理由" },
] as const;

/** One goal of the department; `derived` stands in for its 達成状況. */
export function GoalSection({ goal, derived }: { goal: Goal; derived?: Progress | undefined }) {
  return (
    <section aria-labelledby={`goal-${goal.number}`}>
      <h2 id={`goal-${goal.number}`}>
        目標{goal.number}　{goal.title}
      </h2>
      {columns.map(({ key, title }) => (
        <div key={key}>
          <h3>{title}</h3>
          {key === "progress" && derived ? (
            <DerivedProgress progress={derived} />
          ) : (
            <Markdown source={goal[key] ?? "年度末に記入します。"} heading={4} />
          )}
        </div>
      ))}
    </section>
  );
}

function DerivedProgress({ progress }: { progress: Progress }) {
  return (
    <>
      {progress.hasSamples && (
        <p className="sample" role="note">
          <strong>サンプル</strong>
          {"　"}
          ここに示す日付と数は、しくみを試すための見本を数えたものを含みます。市の実績ではありません。
        </p>
      )}
      <p className="prose">{progress.sentence}</p>
      <div className="table-scroll">
        <table>
          <caption>このサイトで公表しているものから自動で数えた状況</caption>
          <thead>
            <tr>
              <th scope="col">段階</th>
              <th scope="col">状況</th>
              <th scope="col">内容</th>
            </tr>
          </thead>
          <tbody>
            {progress.steps.map(({ label, done, detail }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{done ? "実施" : "これから"}</td>
                <td>{detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
