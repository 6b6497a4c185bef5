import { fileLabel } from "#app/domain/japan/index.ts";
import type { Paper } from "#app/domain/minutes/index.ts";
import type { Audience } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";

/** A paper that can be downloaded; `size` in bytes. */
export interface PaperFileRow {
  id: string;
  number: string;
  title: string;
  fileName: string;
  size: number;
  audience: Audience;
}

/**
 * The papers of a meeting: those to download, and those the minutes name of which no file is shown.
 * Without `papers` (a preview, which knows no files) the names alone.
 */
export function PaperList({
  papers,
  named = [],
}: {
  papers?: readonly PaperFileRow[];
  /** The papers that the minutes name. */
  named?: readonly Paper[];
}) {
  const files = papers ?? [];
  const missing = named.filter(({ number }) => files.every((paper) => paper.number !== number));
  if (files.length + missing.length === 0) return <p>資料はありません。</p>;
  return (
    <ul className="plain-list papers">
      {files.map(({ id, number, title, fileName, size, audience }) => (
        <li key={id}>
          <a href={href("paper", { paper: id })}>
            {number}　{title}（{fileLabel(fileName, size)}）
          </a>
          {audience !== "public" && (
            <>
              {" "}
              <span className="tag warning">委員のみ</span>
            </>
          )}
        </li>
      ))}
      {missing.map(({ number, title }) => (
        <li key={number}>
          {number === title ? title : `${number}　${title}`}
          {papers && <span className="soft">（ここには掲載していません）</span>}
        </li>
      ))}
    </ul>
  );
}
