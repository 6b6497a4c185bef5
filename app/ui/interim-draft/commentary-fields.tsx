import type { MaterialCounts } from "#app/domain/interim-draft/material-counts.ts";
import type { Problem } from "#app/domain/problem.ts";
import { href } from "#app/routes.ts";
import { TextArea } from "../field.tsx";

/** An article on the desk: what stands at it, and the field for its commentary. */
export interface DeskArticle extends MaterialCounts {
  /** The public number of its identity; absent where no page leads to it. */
  number: number | undefined;
  /** Name of the field of its commentary. */
  field: string;
  commentary: string;
}

/** A commentary field for each article, with what will stand beside it and where to change that. */
export function CommentaryFields({
  articles,
  problems,
}: {
  articles: readonly DeskArticle[];
  problems: readonly Problem[] | undefined;
}) {
  return articles.map((article) => (
    <div key={article.provisionId} className="desk-article">
      <TextArea
        name={article.field}
        label={`${titleOf(article)}の解説`}
        rows={4}
        defaultValue={article.commentary}
        problems={problems}
      />
      <Counts article={article} />
    </div>
  ));
}

/** What an interim draft will show at an article, with the ways to change it. */
export function Counts({ article }: { article: Omit<DeskArticle, "field" | "commentary"> }) {
  const { label, number, figures, utterances, comments, unanswered } = article;
  const evidence = `根拠　数値${figures}件・発言${utterances}件`;
  return (
    <ul className="desk-counts">
      <li>
        {number === undefined ? (
          evidence
        ) : (
          <a href={href("deskProvisionLinks", { provision: number })}>
            {label}の{evidence}
          </a>
        )}
      </li>
      <li>
        <a href={href("deskComments")}>
          {label}への意見　{comments}件
        </a>
        {unanswered > 0 && <span className="tag warning">未対応{unanswered}件</span>}
      </li>
    </ul>
  );
}

function titleOf({ label, caption }: MaterialCounts): string {
  return caption === "" ? label : `${label}（${caption}）`;
}
