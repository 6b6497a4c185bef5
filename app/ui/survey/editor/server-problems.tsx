import { ProblemList } from "../../notice.tsx";
import type { EditorProblem } from "./editor-context.ts";

/** What the server found when it was asked to save. */
export function ServerProblems({ problems }: { problems: readonly EditorProblem[] }) {
  return (
    <ProblemList
      title="まだ保存していません。次の点を見てください"
      problems={problems.map(({ message }) => ({ message }))}
    />
  );
}
