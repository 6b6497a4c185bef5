import type { RemovedArticle } from "#app/domain/interim-draft/document.ts";
import { Evidence } from "./article-section.tsx";
import { CommentTable } from "./comment-table.tsx";

/** Articles that earlier versions had, struck out, with what had been said of them. */
export function RemovedArticles({ articles }: { articles: readonly RemovedArticle[] }) {
  return articles.map((article) => {
    const { provisionId, versionLabel, previousLabel, caption, text, mergedInto } = article;
    const label = `${versionLabel}の${previousLabel}`;
    return (
      <section key={provisionId} className="draft-article">
        <h3>
          {label}
          {caption !== "" && <span className="article-caption">（{caption}）</span>}
        </h3>
        <div className="draft-clause">
          {text !== "" && (
            <p className="change-text">
              <del>{text}</del>
            </p>
          )}
          {mergedInto && <p>内容を{mergedInto}にまとめました。</p>}
        </div>
        <div className="draft-beside">
          <Evidence material={article} label={label} level={4} />
        </div>
        {article.comments.length > 0 && (
          <div className="draft-comments">
            <h4>意見と市の考え方</h4>
            <CommentTable comments={article.comments} place={label} />
          </div>
        )}
      </section>
    );
  });
}
