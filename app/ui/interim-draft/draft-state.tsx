import type { Problem } from "#app/domain/problem.ts";
import { Notice } from "../notice.tsx";

/** What stands in the way of publication, and what will be left out. */
export function DraftState({
  problems,
  omitted,
}: {
  problems: readonly Problem[];
  omitted: readonly { place: string; words: string }[];
}) {
  return (
    <>
      {problems.length === 0 ? (
        <Notice>
          <p>公表できる状態です。公表の前に、できあがりを確認してください。</p>
        </Notice>
      ) : (
        <Notice tone="warning">
          <h2>公表の前に直すこと</h2>
          <ul>
            {problems.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      {omitted.length > 0 && (
        <Notice tone="warning">
          <h2>載らない根拠</h2>
          <p>関連付けてありますが、一般に公開していないため載りません。</p>
          <ul>
            {omitted.map(({ place, words }) => (
              <li key={`${place} ${words}`}>
                {place}：{words}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
