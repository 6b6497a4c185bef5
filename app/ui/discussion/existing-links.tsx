import type { Link } from "#app/domain/evidence/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Moment } from "#app/ui/date.tsx";
import { EvidenceList, LinkTarget } from "#app/ui/ordinance/evidence.tsx";

/** The links of a provision for the secretariat, each with the button that takes it back. */
export function ExistingLinks({
  links,
  label,
}: {
  links: readonly (Link & { place: string })[];
  /** The provision of the page: links that hang on a part of it say so. */
  label: string;
}) {
  if (links.length === 0) return <p>まだありません。下の三つの方法で関連付けてください。</p>;
  return (
    <ul className="entries desk-entries">
      {links.map((link, index) => (
        <li key={link.id}>
          <p>
            <span className="tag">{kinds[link.kind]}</span>{" "}
            {link.place !== label && `${link.place}：`}
            <LinkTarget link={link} />
          </p>
          {link.note !== "" && <p className="lines">メモ：{link.note}</p>}
          {caution(link) && <p className="soft">{caution(link)}</p>}
          <form method="post">
            <input type="hidden" name="intent" value="remove" />
            <input type="hidden" name="link" value={link.id} />
            <Button
              look="secondary"
              size="small"
              aria-label={`${index + 1}番目の関連付け（${kinds[link.kind]}）を取り消す`}
            >
              取り消す
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

const kinds = { utterance: "会議の発言", question: "調査の問い", comment: "委員の意見" } as const;

/** Why a link is not seen by the public, if so. */
function caution(link: Link): string | undefined {
  switch (link.kind) {
    case "utterance":
      return link.utterance.closed
        ? "非公開の部分の発言なので、だれでも見られるページと中間案には載りません。"
        : undefined;
    case "question":
      return link.question.figure
        ? undefined
        : "集計を公表するまで、だれでも見られるページと中間案には載りません。";
    case "comment":
      return "委員と事務局だけに見えます。中間案には、意見と対応の欄に載ります。";
  }
}

/** The links that were taken back: they are out of sight elsewhere, but not forgotten. */
export function RemovedLinks({ links }: { links: readonly Link[] }) {
  if (links.length === 0) return null;
  const last = links.flatMap(({ removedAt }) => removedAt ?? []).at(-1);
  return (
    <details>
      <summary>取り消した関連付け {links.length}件</summary>
      {last && (
        <p className="soft">
          最後に取り消した日：
          <Moment at={last} />
        </p>
      )}
      <EvidenceList links={links} />
    </details>
  );
}
