import type { Problem } from "#app/domain/problem.ts";

/** How many problems of a roster are shown. */
export const rosterProblemsShown = 200;

/** What is wrong with a roster, line by line: the first 200, and how many there are in all. */
export function DeskRosterProblems({
  problems,
  count,
}: {
  problems: readonly Problem[];
  count: number;
}) {
  if (count === 0) return null;
  const shown = problems.slice(0, rosterProblemsShown);
  return (
    <div className="problems" role="alert" tabIndex={-1} id="problems">
      <h2>名簿に直す所が{count.toLocaleString("ja-JP")}件あります</h2>
      <p>
        名簿は登録していません。ファイルを直して、もう一度選んでください。
        {count > shown.length && `はじめの${shown.length}件を示します。`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls by keyboard too. */}
      <section className="desk-faults" aria-label="名簿の直す所" tabIndex={0}>
        <ul>
          {shown.map(({ message, line, field }) => (
            <li key={`${line ?? 0} ${field ?? ""} ${message}`}>
              {line !== undefined && !message.includes(`${line}行目`) && `${line}行目：`}
              {message}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
