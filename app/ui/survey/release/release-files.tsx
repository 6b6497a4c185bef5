import { href } from "#app/routes.ts";

/** The same figures as files. */
export function ReleaseFiles({ slug, number }: { slug: string; number: number }) {
  const params = { survey: slug, release: number };
  return (
    <ul className="inline-links">
      <li>
        <a href={href("releasePdf", params)}>報告書（PDF）</a>
      </li>
      <li>
        <a href={href("releaseXlsx", params)}>集計表（Excel）</a>
      </li>
      <li>
        <a href={href("releaseCsv", params)}>集計表（CSV、UTF-8）</a>
      </li>
      <li>
        <a href={href("releaseCp932", params)}>集計表（CSV、シフトJIS：古い表計算ソフト用）</a>
      </li>
      <li>
        <a href={href("releaseJson", params)}>集計表と項目の説明（JSON）</a>
      </li>
    </ul>
  );
}
