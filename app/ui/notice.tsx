import type { ReactNode } from "react";
import type { Problem } from "#app/domain/problem.ts";

type Tone = "information" | "success" | "warning";

/** A message beside the content. */
export function Notice({ tone = "information", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className={`notice ${tone}`} role={tone === "success" ? "status" : undefined}>
      {children}
    </div>
  );
}

/** 「12行目 5文字目」, or nothing. */
function placeOf({ line, column }: Problem): string {
  if (line === undefined) return "";
  return column === undefined ? `${line}行目：` : `${line}行目 ${column}文字目：`;
}

/** The list of what is wrong, at the top of a refused form; each problem of a field leads to it. */
export function ProblemList({
  problems,
  title = "次の点を直してください",
}: {
  problems: readonly Problem[];
  title?: string;
}) {
  if (problems.length === 0) return null;
  const shown = problems.slice(0, 100);
  return (
    <div className="problems" role="alert" tabIndex={-1} id="problems">
      <h2>{title}</h2>
      <ul>
        {shown.map((problem) => {
          const text = `${placeOf(problem)}${problem.message}`;
          const key = `${problem.field ?? ""}-${problem.line ?? ""}-${problem.column ?? ""}-${text}`;
          return (
            <li key={key}>{problem.field ? <a href={`#${problem.field}`}>{text}</a> : text}</li>
          );
        })}
      </ul>
      {problems.length > shown.length && <p>ほかに{problems.length - shown.length}件あります。</p>}
    </div>
  );
}
