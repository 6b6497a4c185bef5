import type { CommentThread } from "#app/domain/discussion/index.ts";
import type { VersionSummary } from "#app/domain/draft-version/index.ts";
import type { Ordinance } from "#app/domain/ordinance/index.ts";
import { href } from "#app/routes.ts";
import { ProblemList } from "#app/ui/notice.tsx";
import { AudienceTag } from "#app/ui/ordinance/audience-tag.tsx";
import { Contents } from "#app/ui/ordinance/contents.tsx";
import { OrdinanceText } from "#app/ui/ordinance/ordinance-text.tsx";
import { VersionDate, versionName } from "#app/ui/ordinance/version-entries.tsx";
import { Page } from "#app/ui/page.tsx";
import { ArticleDiscussion, type RefusedWriting } from "./article-discussion.tsx";
import { ThreadList } from "./thread-list.tsx";

/** An article with its comments. */
interface Discussed {
  number: number;
  label: string;
  places: { id: string; label: string }[];
  threads: CommentThread[];
}

/** A version with the comments of the council below each article. */
export function DiscussedVersion({
  version,
  ordinance,
  articles,
  elsewhere,
  mayWrite,
  formIds,
  open,
  refused,
}: {
  version: VersionSummary;
  ordinance: Ordinance;
  articles: Map<string, Discussed>;
  elsewhere: readonly CommentThread[];
  mayWrite: boolean;
  formIds: Map<string, string>;
  open: string | null;
  refused: RefusedWriting | undefined;
}) {
  const action = href("councilVersion", { version: version.number });
  return (
    <Page
      title={`${versionName(version)}への意見`}
      sample={version.isSample}
      crumbs={[{ to: href("council"), label: "委員のページ" }]}
      lead={
        <>
          {ordinance.lawTitle}（案） <VersionDate version={version} />{" "}
          <AudienceTag audience={version.audience} />
        </>
      }
    >
      <ProblemList problems={refused?.problems ?? []} title="意見はまだ送られていません" />
      <p className="lines prose">{version.note}</p>
      <div className="with-contents">
        <Contents ordinance={ordinance} />
        <OrdinanceText
          ordinance={ordinance}
          below={({ node }) => {
            const article = articles.get(node.path);
            const formId = formIds.get(node.path);
            return (
              article && (
                <ArticleDiscussion
                  number={article.number}
                  label={article.label}
                  threads={article.threads}
                  places={article.places}
                  form={mayWrite && formId ? { action, formId } : undefined}
                  open={open === String(article.number)}
                  refused={refused}
                />
              )
            );
          }}
        />
      </div>
      {elsewhere.length > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">この版にない条項への意見</h2>
          <ThreadList threads={elsewhere} to={(comment) => href("councilComment", { comment })} />
        </section>
      )}
    </Page>
  );
}
