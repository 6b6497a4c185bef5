import type { PublishedQuestion } from "#app/domain/survey/release/published.ts";
import { href } from "#app/routes.ts";

/** A provision of the newest draft that a question is linked with. */
export interface BearsOn {
  number: number;
  fullLabel: string;
  caption: string | null;
}

/** The articles a question bore on when it was asked, and the provisions it led to. */
export function BearingArticles({
  question: { articles },
  provisions,
}: {
  question: PublishedQuestion;
  provisions: readonly BearsOn[];
}) {
  return (
    <>
      {articles.length > 0 && (
        <p className="soft">調査をした時の案で関係する条：{articles.join("、")}</p>
      )}
      {provisions.length > 0 && (
        <p>
          今の案で、この問の結果を根拠とする条：
          {provisions.map((provision, index) => (
            <span key={provision.number}>
              {index > 0 && "、"}
              <a href={href("provision", { provision: provision.number })}>
                {provision.fullLabel}
                {provision.caption}
              </a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
