import { parseMinutes } from "#app/domain/minutes/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { createMeeting } from "#db/queries/meetings.ts";
import { findMinutesDesk } from "#db/queries/minutes-desk.ts";
import { publishMinutes } from "#db/queries/minutes-publication.ts";

/** What a test wants of its minutes; the rest is filled in. */
export interface SampleMinutes {
  number?: number;
  openness?: string;
  closedReason?: string;
  /** The lines below 「## 記録」. */
  record: string;
}

/** Minutes as a clerk writes them. */
export function minutesSource({
  number = 1,
  openness = "公開",
  closedReason = "",
  record,
}: SampleMinutes): string {
  return `---
会議: 第${number}回公共調達のあり方審議会
日時: 2026-05-20 14:00-15:40
場所: 市役所本庁舎 会議室
公開: ${openness}
非公開の理由: ${closedReason}
傍聴者: 6
記録の形式: 要点筆記
サンプル: はい
---
## 議題
1. 対象とする契約の範囲について

## 出席
- 会長
- 委員A
- 委員B

## 欠席
- なし

## 事務局
- 総務部

## 資料
- 資料1 論点の整理

## 記録
${record}
`;
}

/** A record with one passage that is closed to the public. */
export const partlyClosed: Required<Pick<SampleMinutes, "openness" | "closedReason" | "record">> = {
  openness: "一部非公開",
  closedReason: "個別の事業者の取引に関する情報を含むため",
  record: `### 1 開会
**会長**　ただいまから会議を始めます。

### 2 議事（1）聞取りの結果
**委員A**　対象とする工事の範囲から話し合いたいと思います。

:::非公開 個別の事業者の取引に関する情報を含むため
**委員B**　ある事業者の下請単価は、労務単価の6割にとどまっていました。

**事務局**　当該契約の予定価格の内訳をお配りします。
:::

**会長**　以上で非公開の部分を終わります。

### 3 閉会
**事務局**　本日はこれで閉会します。`,
};

/** Publishes minutes as the next version of their meeting, which is made where it is missing. */
export async function publishSample(
  db: Database,
  sample: SampleMinutes,
  {
    audience = "public",
    reason = null,
  }: { audience?: "members" | "public"; reason?: string | null } = {},
): Promise<void> {
  const source = minutesSource(sample);
  const { minutes, problems } = parseMinutes(source);
  if (!minutes) throw new Error(JSON.stringify(problems));
  const { number, title, date } = minutes;
  await createMeeting(db, anyone, { number, title, heldOn: date });
  const base = (await findMinutesDesk(db, number))?.base ?? "";
  const done = await publishMinutes(db, anyone, number, {
    source,
    minutes,
    reason,
    base,
    audience,
  });
  if (typeof done === "string") throw new Error(done);
}
