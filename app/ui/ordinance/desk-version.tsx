import type { ComponentProps } from "react";
import type { MatchingRow, Place, VersionSummary } from "#app/domain/draft-version/index.ts";
import type { Ordinance } from "#app/domain/ordinance/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice, ProblemList } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { AlignmentPicture } from "./alignment-picture.tsx";
import { AudienceTag } from "./audience-tag.tsx";
import { DraftingEditor } from "./drafting-editor.tsx";
import { ImpactSection } from "./impact.tsx";
import { MatchingTable } from "./matching-table.tsx";
import { comparisonPath, VersionDate, versionName } from "./version-entries.tsx";

/** A version on the secretariat's desk: its matching, publication, and its text while it may change. */
export function DeskVersionView({
  version,
  source,
  previous,
  matching,
  problems,
  impact,
  notice,
  typed,
}: {
  version: VersionSummary;
  source: string;
  /** The version before, while the text may still change. */
  previous: Ordinance | undefined;
  matching:
    | { previous: { number: number; label: string }; rows: MatchingRow[]; olds: Place[] }
    | undefined;
  problems: readonly Problem[];
  /** Absent for the first version. */
  impact: ComponentProps<typeof ImpactSection>["impact"] | undefined;
  /** What was done to the text in the form. */
  notice: string | undefined;
  /** What was typed into a form that was refused. */
  typed: Record<string, string> | undefined;
}) {
  const { number, label, note, audience } = version;
  const isOpen = audience === "secretariat";
  const doubtful = matching?.rows.filter((row) => row.doubtful).length ?? 0;
  const kept = typed?.intent === "match" ? withTyped(matching?.rows ?? [], typed) : matching?.rows;
  return (
    <Page
      title={versionName(version)}
      sample={version.isSample}
      crumbs={[{ to: href("deskVersions"), label: "条例案の版" }]}
      lead={
        <>
          <VersionDate version={version} /> <AudienceTag audience={audience} />
        </>
      }
    >
      <ProblemList problems={problems} />
      <p className="lines prose">{note}</p>
      <ul className="page-links">
        <li>
          <a href={href("ordinanceVersion", { version: number })}>本文を見る</a>
        </li>
        {matching && (
          <li>
            <a href={comparisonPath(matching.previous.number, number)}>
              「{matching.previous.label}」との新旧対照表
            </a>
          </li>
        )}
        {!isOpen && (
          <li>
            <a href={href("councilVersion", { version: number })}>委員の意見</a>
          </li>
        )}
      </ul>
      {matching && kept && (
        <section aria-labelledby="matching">
          <h2 id="matching">前の案との条の対応</h2>
          {isOpen && doubtful > 0 && (
            <Notice tone="warning">
              <p>確かさの低い対応が{doubtful}件あります。公開する前に確かめてください。</p>
            </Notice>
          )}
          <p>
            意見や関連付けは、この対応に従って新しい条に引き継がれます。
            {isOpen ? "違う所は手で直してください。" : "公開した案の対応は変わりません。"}
          </p>
          <AlignmentPicture
            rows={matching.rows}
            olds={matching.olds}
            labels={{ before: matching.previous.label, after: label }}
          />
          <MatchingTable
            rows={kept}
            olds={matching.olds}
            labels={{ before: matching.previous.label, after: label }}
            editable={isOpen}
          />
        </section>
      )}
      {impact && <ImpactSection impact={impact} />}
      {audience !== "public" && <Publication audience={audience} />}
      {isOpen && (
        <section aria-labelledby="text">
          <h2 id="text">本文の差し替え</h2>
          <p>公開するまでは、本文を差し替えられます。手で直した対応は、できるだけ引き継ぎます。</p>
          {notice && <Notice tone="success">{notice}</Notice>}
          <DraftingEditor
            values={typed && typed.intent !== "match" ? typed : { label, note, source }}
            problems={problems}
            submit="差し替える"
            previous={previous}
          />
        </section>
      )}
    </Page>
  );
}

function Publication({ audience }: { audience: VersionSummary["audience"] }) {
  return (
    <section aria-labelledby="publication">
      <h2 id="publication">公開</h2>
      <p>公開した案の本文と条の対応は、後から変えられません。</p>
      <form method="post" className="buttons">
        {audience === "secretariat" && (
          <Button name="intent" value="members" look="secondary">
            委員に公開する
          </Button>
        )}
        <Button name="intent" value="public">
          全員に公表する
        </Button>
      </form>
    </section>
  );
}

/** The rows with the choices of a form that was refused. */
function withTyped(rows: readonly MatchingRow[], typed: Record<string, string>): MatchingRow[] {
  return rows.map((row) => ({
    ...row,
    decision: typed[`match:${row.after?.path}`] ?? row.decision,
  }));
}
