import { type LetterKind, letterKindLabels } from "#app/domain/survey/letters/index.ts";
import { href } from "#app/routes.ts";
import { Moment } from "../../date.tsx";
import { Notice } from "../../notice.tsx";
import { firmsText } from "../desk-firms.ts";
import { LetterFiles } from "./files.tsx";

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
      return <LetterFiles slug={slug} job={job} />;
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
