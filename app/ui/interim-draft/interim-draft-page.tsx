import { commentsIn, type InterimDraftDocument } from "#app/domain/interim-draft/document.ts";
import type { DraftHashes } from "#app/domain/interim-draft/hashes.ts";
import { type DraftSection, draftSections } from "#app/domain/interim-draft/sections.ts";
import { href } from "#app/routes.ts";
import { Day } from "../date.tsx";
import { Markdown } from "../markdown.tsx";
import { Page } from "../page.tsx";
import { ArticleSection } from "./article-section.tsx";
import { Clause } from "./clause.tsx";
import { DraftContents } from "./contents.tsx";
import { History } from "./history.tsx";
import { RemovedArticles } from "./removed-articles.tsx";
import { type DraftFiles, FileLink, Verification } from "./verification.tsx";

/**
 * An interim draft as the public sees it, from its document alone: the same before publication
 * (as a preview) and for ever after.
 */
export function InterimDraftPage({
  document,
  hashes,
  files,
}: {
  document: InterimDraftDocument;
  hashes: DraftHashes;
  files: DraftFiles;
}) {
  const { history, removedArticles } = document;
  const sections = draftSections(document);
  const simulated = history.surveys.some((survey) => survey.simulated);
  const hasRemoved = removedArticles.length > 0;
  return (
    <Page
      title={document.title}
      crumbs={[{ to: href("interimDrafts"), label: "条例中間案" }]}
      sample={document.isSample}
      simulated={simulated}
      lead={document.statusText}
    >
      <dl className="facts draft-head">
        <dt>号</dt>
        <dd>第{document.number}号</dd>
        <dt>公表日</dt>
        <dd>
          <Day date={document.preparedOn} />
        </dd>
        <dt>もとになる版</dt>
        <dd>{document.text.versionLabel}</dd>
        <dt>これまでの審議</dt>
        <dd>
          会議{history.meetings.length}回、調査{history.surveys.length}件、委員の意見
          {commentsIn(document).length}件
        </dd>
        <dt>ファイル</dt>
        <dd>
          <FileLink file={files.pdf}>中間案</FileLink>
        </dd>
      </dl>
      <DraftContents sections={sections} hasRemoved={hasRemoved} />
      <h2 id="introduction">1　はじめに</h2>
      <Markdown source={document.introduction} heading={3} />
      <h2 id="history">2　これまでの経緯</h2>
      <History history={history} />
      <h2 id="articles">3　条文と、解説・根拠・意見</h2>
      <p>
        {document.text.versionLabel}
        の全文です。条ごとに、解説、根拠（調査の数値、会議録の発言）、委員の意見と市の考え方、前の版からの変更を添えています。変更は、
        <ins>加えた部分</ins>と<del>削った部分</del>で示します。
      </p>
      {sections.map((section) => (
        <Section key={keyOf(section)} section={section} />
      ))}
      {hasRemoved && (
        <>
          <h2 id="removed">4　今の案にない条</h2>
          <p>前の版にあり、今の案では削った条です。寄せられた意見と併せて残しています。</p>
          <RemovedArticles articles={removedArticles} />
        </>
      )}
      <h2 id="verification">{hasRemoved ? 5 : 4}　この文書の確かめ方</h2>
      <Verification hashes={hashes} files={files} />
    </Page>
  );
}

function Section({ section }: { section: DraftSection }) {
  switch (section.kind) {
    case "heading":
      return (
        <h3 id={section.anchor} className="draft-chapter">
          {section.text}
        </h3>
      );
    case "text":
      return (
        <div className="draft-clause draft-plain">
          <Clause blocks={section.blocks} label="条例" />
        </div>
      );
    case "article":
      return (
        <ArticleSection
          article={section.article}
          blocks={section.blocks}
          level={section.within ? 4 : 3}
        />
      );
  }
}

function keyOf(section: DraftSection): string {
  switch (section.kind) {
    case "heading":
      return section.anchor ?? section.text;
    case "text":
      return JSON.stringify(section.blocks[0]);
    case "article":
      return section.article.provisionId;
  }
}
