import type { DraftSection } from "#app/domain/interim-draft/sections.ts";

/** The sections of the page with the articles by chapter. */
export function DraftContents({
  sections,
  hasRemoved,
}: {
  sections: readonly DraftSection[];
  hasRemoved: boolean;
}) {
  const verification = hasRemoved ? 5 : 4;
  return (
    <nav className="draft-contents" aria-labelledby="contents">
      <h2 id="contents">目次</h2>
      <ol className="plain-list">
        <li>
          <a href="#introduction">1　はじめに</a>
        </li>
        <li>
          <a href="#history">2　これまでの経緯</a>
        </li>
        <li>
          <a href="#articles">3　条文と、解説・根拠・意見</a>
          <ul className="plain-list">
            {sections.flatMap((section) => {
              if (section.kind === "text") return [];
              const [anchor, words] =
                section.kind === "heading"
                  ? [section.anchor, section.text]
                  : [section.article.anchor, titleOf(section.article)];
              return [
                <li key={anchor ?? words} className={section.kind}>
                  {anchor === undefined ? words : <a href={`#${anchor}`}>{words}</a>}
                </li>,
              ];
            })}
          </ul>
        </li>
        {hasRemoved && (
          <li>
            <a href="#removed">4　今の案にない条</a>
          </li>
        )}
        <li>
          <a href="#verification">{verification}　この文書の確かめ方</a>
        </li>
      </ol>
    </nav>
  );
}

function titleOf({ label, caption }: { label: string; caption: string }): string {
  return caption === "" ? label : `${label}（${caption}）`;
}
