import { renderMarkdown } from "#app/domain/markdown/index.ts";
import type { Utterance } from "#app/domain/minutes/index.ts";
import { href } from "#app/routes.ts";

/** The paragraphs of an utterance as a page shows them. */
export function Speech({ paragraphs }: { paragraphs: readonly string[] }) {
  const { html } = renderMarkdown(paragraphs.join("\n\n"), { headingBase: 5 });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown sanitises what it returns.
  return <div className="speech" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** One utterance: who, what, and the link that stays the same through all corrections. */
export function UtteranceItem({
  meeting,
  utterance: { number, speaker, paragraphs },
}: {
  /** The number of the meeting; absent where the pages of the utterances do not exist yet. */
  meeting?: number;
  utterance: Utterance;
}) {
  return (
    <div className="utterance" id={number === undefined ? undefined : `u-${number}`}>
      <p className="speaker">
        <strong>{speaker}</strong>
        {number !== undefined &&
          (meeting === undefined ? (
            <span className="soft">発言{number}</span>
          ) : (
            <a href={href("utterance", { meeting, utterance: number })}>発言{number}</a>
          ))}
      </p>
      <Speech paragraphs={paragraphs} />
    </div>
  );
}
