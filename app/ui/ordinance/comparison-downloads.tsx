import { type ComparisonChoice, comparisonQuery } from "#app/domain/comparison/index.ts";
import { href, type RouteName } from "#app/routes.ts";
import { versionName } from "./version-entries.tsx";

type FileRoute = Extract<
  RouteName,
  "comparisonDocx" | "comparisonXlsx" | "comparisonPdf" | "comparisonAmending"
>;

const files: [route: FileRoute, words: string][] = [
  ["comparisonDocx", "新旧対照表（Word）"],
  ["comparisonXlsx", "新旧対照表（Excel）"],
  ["comparisonPdf", "新旧対照表（PDF、A4横）"],
  ["comparisonAmending", "改め文（テキスト）"],
];

/** Links to everything that can be taken home: the comparison as it is set now, and both texts. */
export function ComparisonDownloads({
  choice,
  from,
  to,
}: {
  choice: ComparisonChoice;
  from: { number: number; label: string };
  to: { number: number; label: string };
}) {
  const query = comparisonQuery({ ...choice, view: "table" });
  return (
    <section aria-labelledby="downloads" className="no-print comparison-downloads">
      <h2 id="downloads">ダウンロード</h2>
      <p className="soft">
        新旧対照表は、上で選んだ「修正後案を置く側」と「条の範囲」のとおりに作られます。
      </p>
      <ul className="page-links">
        {files.map(([route, words]) => (
          <li key={route}>
            <a href={`${href(route)}?${query}`}>{words}</a>
          </li>
        ))}
      </ul>
      <ul className="page-links">
        {[from, to].flatMap((version) => [
          <li key={`text-${version.number}`}>
            <a href={href("ordinanceText", { version: version.number })}>
              {versionName(version)}の本文（テキスト）
            </a>
          </li>,
          <li key={`xml-${version.number}`}>
            <a href={href("ordinanceXml", { version: version.number })}>
              {versionName(version)}の本文（法令XML）
            </a>
          </li>,
        ])}
      </ul>
    </section>
  );
}
