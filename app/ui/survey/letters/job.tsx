import { type LetterKind, letterKindLabels } from "#app/domain/survey/letters/index.ts";
import { href } from "#app/routes.ts";
import { ButtonLink } from "../../button.tsx";
import { Moment } from "../../date.tsx";
import { Notice } from "../../notice.tsx";
import { firmsText } from "../desk-firms.ts";

/** Letters in the making or made, as `jobShown` tells them. */
export type ShownJob = { id: string } & (
  | { at: "laying-out"; kind: LetterKind; done: number; firms: number }
  | {
      at: "finished";
      kind: LetterKind;
      firms: number;
      withCodes: boolean;
      until: Date;
      answered: string[];
      substituted: { number: string; characters: string[] }[];
    }
  | { at: "failed"; message: string }
  | { at: "file-gone"; kind: LetterKind; firms: number; createdAt: Date }
  | { at: "unknown" }
);

/** How far letters are, their files, or what happened to them and what to do. */
export function LetterJobView({ slug, job }: { slug: string; job: ShownJob }) {
  const letters = href("deskLetters", { survey: slug });
  return (
    <>
      <JobState slug={slug} job={job} />
      <p>
        <a href={letters}>手紙の画面へ戻る</a>
      </p>
    </>
  );
}

function JobState({ slug, job }: { slug: string; job: ShownJob }) {
  const letters = href("deskLetters", { survey: slug });
  switch (job.at) {
    case "laying-out":
      return <Progress {...job} address={`${letters}?job=${job.id}`} />;
    case "finished":
      return <Files slug={slug} job={job} />;
    case "failed":
      return (
        <Notice tone="warning">
          <p>{job.message}</p>
        </Notice>
      );
    case "file-gone":
      return (
        <Notice tone="warning">
          <p>
            この{letterKindLabels[job.kind]}（{firmsText(job.firms)}、
            <Moment at={job.createdAt} time />
            ）はできていますが、ファイルはもう残っていません。ファイルは1時間だけ残り、システムが止まったときも消えます。
          </p>
          <p>
            保存してあれば、そのまま使えます。保存していなければ、
            {job.kind === "reminder" ? (
              "もう一度作ってください。"
            ) : (
              <>
                <a href={`${letters}?kind=reissue&mailing=${job.id}`}>同じ送り先に作り直して</a>
                ください。
              </>
            )}
          </p>
        </Notice>
      );
    case "unknown":
      return (
        <Notice tone="warning">
          <p>
            この手紙は最後まで作られていません。作っている途中でシステムが止まったか、うまくいきませんでした。
            <strong>コードは前のままで、何も変わっていません。</strong>
          </p>
          <p>手紙の画面から、もう一度始めてください。</p>
        </Notice>
      );
  }
}

function Progress({ done, firms, address }: { done: number; firms: number; address: string }) {
  const count = (letters: number) => letters.toLocaleString("ja-JP");
  return (
    <>
      <p>
        <label htmlFor="progress">
          {count(firms)}通のうち{count(done)}通を作りました。
        </label>
      </p>
      <p>
        <progress id="progress" value={done} max={firms} />
      </p>
      <p>
        この画面は3秒ごとに新しくなります。ほかの画面に移っても、作り続けます。
        <a href={address}>今すぐ新しくする</a>
      </p>
    </>
  );
}

const listed = 50;

function Files({ slug, job }: { slug: string; job: Extract<ShownJob, { at: "finished" }> }) {
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
