import type { AnonymityWords } from "#app/domain/survey/anonymity.ts";

/** What can and cannot be known of an answer, as a list of plain sentences. */
export function AnonymityList({ sentences }: { sentences: AnonymityWords["form"] }) {
  return (
    <ul className="prose">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
