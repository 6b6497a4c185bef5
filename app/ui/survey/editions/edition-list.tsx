import { Moment } from "../../date.tsx";

/** The editions of a questionnaire with their reasons. */
export function EditionList({
  editions,
}: {
  editions: readonly { number: number; reason: string; createdAt: Date }[];
}) {
  return (
    <ol className="plain">
      {editions.map(({ number, reason, createdAt }) => (
        <li key={number}>
          <p>
            第{number}版（
            <Moment at={createdAt} />）
          </p>
          <p className="lines">{reason || "はじめの調査票です。"}</p>
        </li>
      ))}
    </ol>
  );
}
