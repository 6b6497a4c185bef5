import type { ComponentProps } from "react";
import type { CommentThread } from "#app/domain/discussion/index.ts";
import type { Link } from "#app/domain/evidence/index.ts";
import type { InlineProvision } from "#app/domain/ordinance/index.ts";
import { href } from "#app/routes.ts";
import { Notice, ProblemList } from "#app/ui/notice.tsx";
import { InlineText } from "#app/ui/ordinance/inline-text.tsx";
import { versionName } from "#app/ui/ordinance/version-entries.tsx";
import { Page } from "#app/ui/page.tsx";
import { CommentChoice } from "./comment-choice.tsx";
import { ExistingLinks, RemovedLinks } from "./existing-links.tsx";
import type { RefusedLink } from "./link-note.tsx";
import { QuestionChoice } from "./question-choice.tsx";
import { UtteranceSearch } from "./utterance-search.tsx";

interface PlaceName {
  number: number;
  label: string;
}

interface Provision extends PlaceName {
  id: string;
  caption: string;
  version: PlaceName & { isSample: boolean };
  isGone: boolean;
  names: string[];
  lines: InlineProvision[];
  whole: PlaceName | undefined;
  parts: PlaceName[];
  links: (Link & { place: string })[];
  removed: Link[];
  threads: CommentThread[];
}

/** A provision with its links and the three ways to make another one. */
export function ProvisionLinks({
  page,
  action,
  words,
  found,
  surveys,
  survey,
  refused,
}: {
  page: Provision;
  /** The address of the page, without its query. */
  action: string;
  refused: RefusedLink | undefined;
} & Pick<ComponentProps<typeof UtteranceSearch>, "words" | "found"> &
  Pick<ComponentProps<typeof QuestionChoice>, "surveys" | "survey">) {
  const { number, label, caption, version, isGone, lines, links, removed, threads } = page;
  // A link on a part does not stop the whole from having the same one.
  const own = links.filter(({ provisionId }) => provisionId === page.id);
  return (
    <Page
      title={`${label}${caption}の根拠`}
      crumbs={[
        { to: href("secretariat"), label: "事務局の机" },
        { to: href("deskLinks"), label: "条文と根拠の関連付け" },
      ]}
      sample={version.isSample}
    >
      <ProblemList problems={refused?.problems ?? []} title="関連付けは変わっていません" />
      {isGone && (
        <Notice tone="warning">
          <p>
            この条項は{version.label}
            までにあったもので、今の案にはありません。関連付けは経緯のページに残ります。
          </p>
        </Notice>
      )}
      <section aria-labelledby="text">
        <h2 id="text">{versionName(version)}の本文</h2>
        <div className="quote">
          <InlineText provisions={lines} />
        </div>
        <Around page={page} />
      </section>
      <section aria-labelledby="links">
        <h2 id="links">今の根拠 {links.length}件</h2>
        <ExistingLinks links={links} label={label} />
        <RemovedLinks links={removed} />
        <p>
          <a href={href("provision", { provision: number })}>だれでも見られる{label}の経緯</a>
        </p>
      </section>
      <section aria-labelledby="utterances">
        <h2 id="utterances">会議の発言を関連付ける</h2>
        <UtteranceSearch
          action={action}
          words={words}
          found={found}
          links={own}
          refused={refused}
        />
      </section>
      <section aria-labelledby="questions">
        <h2 id="questions">調査の問いを関連付ける</h2>
        <p className="soft">調査、問い、選択肢の順に選びます。</p>
        <QuestionChoice
          action={action}
          surveys={surveys}
          survey={survey}
          names={page.names}
          refused={refused}
        />
      </section>
      <section aria-labelledby="comments">
        <h2 id="comments">委員の意見を関連付ける</h2>
        <p className="soft">この条とその項・号に付いた意見です。</p>
        <CommentChoice threads={threads} links={own} refused={refused} />
      </section>
    </Page>
  );
}

/** The way up to the article and down to its 項 and 号, for links that mean only a part. */
function Around({ page: { whole, parts } }: { page: Provision }) {
  return (
    <>
      {whole && (
        <p>
          <a href={href("deskProvisionLinks", { provision: whole.number })}>
            {whole.label}の全体の根拠
          </a>
        </p>
      )}
      {parts.length > 0 && (
        <details>
          <summary>項や号だけに関連付ける</summary>
          <ul className="inline-links">
            {parts.map(({ number, label }) => (
              <li key={number}>
                <a href={href("deskProvisionLinks", { provision: number })}>{label}の根拠</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
