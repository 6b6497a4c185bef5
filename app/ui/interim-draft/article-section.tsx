import { hasMaterial } from "#app/domain/interim-draft/assemble.ts";
import {
  changeText,
  type DraftArticle,
  type Material,
} from "#app/domain/interim-draft/document.ts";
import type { TextBlock } from "#app/domain/interim-draft/text-block.ts";
import { Markdown } from "../markdown.tsx";
import { Segments } from "../ordinance/segments.tsx";
import { Clause } from "./clause.tsx";
import { CommentTable } from "./comment-table.tsx";
import { FigureEvidence, UtteranceEvidence } from "./evidence.tsx";

type Level = 3 | 4;

/** A heading of level 3 to 5, by number. */
function Heading({ level, children }: { level: 3 | 4 | 5; children: React.ReactNode }) {
  if (level === 3) return <h3>{children}</h3>;
  return level === 4 ? <h4>{children}</h4> : <h5>{children}</h5>;
}

/** An article: its text on the left, what it rests on beside it, the comments on it below. */
export function ArticleSection({
  article,
  blocks,
  level,
}: {
  article: DraftArticle;
  blocks: readonly TextBlock[];
  level: Level;
}) {
  const { label, caption, anchor, commentary, comments } = article;
  const below = (level + 1) as 4 | 5;
  const cited = article.figures.length + article.utterances.length;
  // Then what changed takes the place beside the clause.
  const isAlone = commentary === "" && cited === 0 && hasMaterial(article);
  return (
    <section className={isAlone ? "draft-article alone" : "draft-article"} id={anchor}>
      <Heading level={level}>
        {label}
        {caption !== "" && <span className="article-caption">（{caption}）</span>}
      </Heading>
      <div className="draft-clause">
        <Clause
          blocks={withoutTitle(blocks)}
          label={label}
          idOf={(block) => (block.anchor === anchor ? undefined : block.anchor)}
        />
      </div>
      {!isAlone && (
        <div className="draft-beside">
          {commentary !== "" && (
            <>
              <Heading level={below}>解説</Heading>
              <Markdown source={commentary} heading={below === 4 ? 5 : 6} />
            </>
          )}
          <Evidence material={article} label={label} level={below} />
          {!hasMaterial(article) && (
            <p className="soft">この条に結び付けた解説、根拠、意見はありません。</p>
          )}
        </div>
      )}
      {article.changes && <Changes article={article} level={below} />}
      {comments.length > 0 && (
        <div className="draft-comments">
          <Heading level={below}>意見と市の考え方</Heading>
          <CommentTable comments={comments} place={label} />
        </div>
      )}
    </section>
  );
}

/** The section's heading already says 「附則」 or 「別表第1」; what it relates to stays. */
function withoutTitle(blocks: readonly TextBlock[]): TextBlock[] {
  return blocks.flatMap((block, index): TextBlock[] => {
    if (index > 0) return [block];
    if (block.kind === "supplementary") return [];
    if (block.kind !== "appendix") return [block];
    return block.relatedTo === undefined ? [] : [{ kind: "note", text: block.relatedTo }];
  });
}

/** Figures and utterances under 「根拠」; nothing when there are none. */
export function Evidence({
  material: { figures, utterances },
  label,
  level,
}: {
  material: Material;
  label: string;
  level: 4 | 5;
}) {
  if (figures.length + utterances.length === 0) return null;
  return (
    <>
      <Heading level={level}>根拠</Heading>
      {figures.map((figure) => (
        <FigureEvidence
          key={`${figure.question}-${figure.choiceText ?? ""}-${figure.note ?? ""}`}
          figure={figure}
          label={label}
        />
      ))}
      {utterances.map((utterance) => (
        <UtteranceEvidence
          key={`${utterance.path}-${utterance.note ?? ""}`}
          utterance={utterance}
        />
      ))}
    </>
  );
}

function Changes({ article: { label, changes }, level }: { article: DraftArticle; level: 4 | 5 }) {
  if (changes === undefined) return null;
  // The whole of a new article stands just above.
  const segments = changes.status === "added" ? [] : changes.segments;
  if (segments.length === 0) {
    return (
      <p className="draft-changes">
        <strong>前の版からの変更</strong>
        {`　${changeText(changes, label)}`}
      </p>
    );
  }
  return (
    <div className="draft-changes">
      <Heading level={level}>前の版からの変更</Heading>
      <p>{changeText(changes, label)}</p>
      <p className="change-text">
        <Segments segments={segments} />
      </p>
    </div>
  );
}
