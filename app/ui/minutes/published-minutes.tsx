import { href } from "#app/routes.ts";
import { Moment } from "#app/ui/date.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Says which version stands published, and that the form below makes a correction of it. */
export function PublishedMinutes({
  meeting,
  published: { version, audience, publishedAt },
}: {
  meeting: number;
  published: { version: number; audience: "members" | "public"; publishedAt: Date | null };
}) {
  return (
    <Notice>
      <p>
        <a href={href("minutesVersion", { meeting, version })}>第{version}版</a>を
        {publishedAt && <Moment at={publishedAt} />}
        {audience === "public" ? "に公表しました。" : "に委員へ公開しました。"}
        公表した文は変えられません。誤りがあれば、下の文を直し、理由を書いて訂正として公表してください。前の版も読めるまま残ります。
      </p>
    </Notice>
  );
}
