import type { VersionSummary } from "#app/domain/draft-version/index.ts";
import type { Link } from "#app/domain/evidence/index.ts";
import type { Ordinance } from "#app/domain/ordinance/index.ts";
import { href } from "#app/routes.ts";
import { Notice } from "#app/ui/notice.tsx";
import { type Crumb, Page } from "#app/ui/page.tsx";
import { AudienceTag } from "./audience-tag.tsx";
import { Contents } from "./contents.tsx";
import { EvidenceList } from "./evidence.tsx";
import { OrdinanceText } from "./ordinance-text.tsx";
import type { Outline } from "./outline.ts";
import { comparisonPath, VersionDate, versionName } from "./version-entries.tsx";

interface Shown {
  version: VersionSummary;
  ordinance: Ordinance;
  previous: { number: number; label: string } | undefined;
  numbers: ReadonlyMap<string, number>;
  evidence: ReadonlyMap<string, readonly Link[]>;
}

/** A version as people read it: contents, text, and below each article its history and evidence. */
export function OrdinanceView({
  page: { version, ordinance, previous, numbers, evidence },
  crumbs = [],
  newest = false,
}: {
  page: Shown;
  crumbs?: Crumb[];
  /** Whether the page is the one of the newest published version. */
  newest?: boolean;
}) {
  return (
    <Page
      title={`${ordinance.lawTitle}（案）`}
      sample={version.isSample}
      crumbs={[{ to: href("ordinance"), label: "条例案" }, ...crumbs]}
      lead={
        <>
          {versionName(version)} <VersionDate version={version} />
          {newest && "。公表されている最新の案です。"}
        </>
      }
    >
      {version.audience !== "public" && (
        <Notice tone="warning">
          <p>
            この版はまだ公表されていません。見られる範囲：
            <AudienceTag audience={version.audience} />
          </p>
        </Notice>
      )}
      <p className="lines prose">{version.note}</p>
      <ul className="page-links no-print">
        {previous && (
          <li>
            <a href={comparisonPath(previous.number, version.number)}>
              「{previous.label}」との新旧対照表
            </a>
          </li>
        )}
        <li>
          <a href={href("ordinanceVersions")}>すべての版</a>
        </li>
        <li>
          <a href={href("ordinanceText", { version: version.number })}>この版の本文（テキスト）</a>
        </li>
        <li>
          <a href={href("ordinanceXml", { version: version.number })}>この版の本文（法令XML）</a>
        </li>
      </ul>
      <div className="with-contents">
        <Contents ordinance={ordinance} />
        <OrdinanceText
          ordinance={ordinance}
          below={({ node }) => (
            <Sources node={node} number={numbers.get(node.path)} links={evidence.get(node.path)} />
          )}
        />
      </div>
    </Page>
  );
}

/** The small line below an article: its history and what led to it. */
function Sources({
  node,
  number,
  links = [],
}: {
  node: Outline["node"];
  number: number | undefined;
  links?: readonly Link[] | undefined;
}) {
  if (number === undefined) return null;
  return (
    <aside className="sources no-print" aria-label={`${node.fullLabel}の経緯と根拠`}>
      <p>
        <a href={href("provision", { provision: number })}>{node.fullLabel}の経緯</a>
      </p>
      {links.length > 0 && (
        <details>
          <summary>
            {node.fullLabel}の根拠 {links.length}件
          </summary>
          <EvidenceList links={links} />
        </details>
      )}
    </aside>
  );
}
