import type { ShownUtterance } from "#app/domain/minutes/utterance-history.ts";
import { href } from "#app/routes.ts";

/** The utterances before and after one, in short, with their links. */
export function Neighbours({
  meeting,
  previous,
  next,
}: {
  meeting: number;
  previous?: ShownUtterance;
  next?: ShownUtterance;
}) {
  if (!previous && !next) return <p>前後の発言はありません。</p>;
  return (
    <ul className="neighbours">
      {previous && <Neighbour meeting={meeting} utterance={previous} label="前の発言" />}
      {next && <Neighbour meeting={meeting} utterance={next} label="次の発言" />}
    </ul>
  );
}

const shownLength = 100;

function Neighbour({
  meeting,
  utterance,
  label,
}: {
  meeting: number;
  utterance: ShownUtterance;
  label: string;
}) {
  const { number } = utterance;
  const characters = utterance.kind === "spoken" ? Array.from(utterance.text) : [];
  return (
    <li className="card">
      <p>
        <a href={href("utterance", { meeting, utterance: number })}>
          {label}（発言{number}
          {utterance.kind === "spoken" && `・${utterance.speaker}`}）
        </a>
      </p>
      <p>
        {utterance.kind === "withheld"
          ? "この発言は非公開です。"
          : characters.slice(0, shownLength).join("") +
            (characters.length > shownLength ? "…" : "")}
      </p>
    </li>
  );
}
