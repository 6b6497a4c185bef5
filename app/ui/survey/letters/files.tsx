import { letterKindLabels } from "#app/domain/survey/letters/index.ts";
import { href } from "#app/routes.ts";
import { ButtonLink } from "../../button.tsx";
import { Moment } from "../../date.tsx";
import { Notice } from "../../notice.tsx";
import type { ShownJob } from "./job.tsx";

/** How many firms are listed at most. */
const listed = 50;

/** Finished letters: the files, what is to be taken out, what one encoding cannot hold. */
export function LetterFiles({
  slug,
  job,
}: {
  slug: string;
  job: Extract<ShownJob, { at: "finished" }>;
}) {
  const { id, kind, firms, withCodes, until, answered, substituted } = job;
  const to = { survey: slug, job: id };
  const csv = href("deskLettersCsv", to);
  return (
    <>
      <Notice tone="success">
        <p>
          {letterKindLabels[kind]}を{firms.toLocaleString("ja-JP")}通作りました。
          {withCodes && "新しいコードが使えるようになりました。"}
        </p>
      </Notice>
      <p>
        <ButtonLink href={href("deskLettersPdf", to)}>PDFを保存する</ButtonLink>
      </p>
      <p>ワープロソフトで差込印刷をするとき：</p>
      <ul>
        <li>
          <a href={csv}>CSV（UTF-8）を保存する</a>
        </li>
        <li>
          <a href={`${csv}?encoding=cp932`}>CSV（シフトJIS）を保存する</a>
          {substituted.length > 0 && "（下の字は〓になります。UTF-8なら変わりません）"}
        </li>
      </ul>
      {substituted.length > 0 && (
        <section aria-labelledby="substituted">
          <h2 id="substituted">シフトJISで〓になる字</h2>
          <ul>
            {substituted.slice(0, listed).map(({ number, characters }) => (
              <li key={number}>
                {number}：{characters.join("、")}
              </li>
            ))}
          </ul>
          {substituted.length > listed && <p>ほかに{substituted.length - listed}者あります。</p>}
        </section>
      )}
      {answered.length > 0 && (
        <section aria-labelledby="answered">
          <h2 id="answered">抜き取る手紙</h2>
          <p>作っている間に、次の事業者が回答しました。手紙を抜き取ってください。</p>
          <ul>
            {answered.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
        </section>
      )}
      <p>
        ファイルは
        <Moment at={until} time />
        まで、事務局のどのアカウントでも保存できます。保存したことは操作の記録に残ります。
        {withCodes &&
          "コードはこのファイルにしかありません。印刷する人だけが見られる所に置き、使い終わったら消してください。"}
      </p>
    </>
  );
}
