import type { Milestone } from "#app/domain/calendar/index.ts";

const words = { done: "済み", now: "今ここ", ahead: "これから" } as const;

/** The road to the interim draft, stage by stage. */
export function Timeline({ milestones }: { milestones: readonly Milestone[] }) {
  return (
    <ol className="timeline">
      {milestones.map(({ label, what, detail, state, isPlanned }) => (
        <li
          key={`${label}-${what}`}
          className={state}
          aria-current={state === "now" ? "step" : undefined}
        >
          <p className="soft">
            {label}
            {isPlanned && "（予定）"}
            <span className={state === "now" ? "tag strong" : "tag"}>{words[state]}</span>
          </p>
          <p>
            <strong>{what}</strong>
          </p>
          <p>{detail}</p>
        </li>
      ))}
    </ol>
  );
}
