import { desc } from "drizzle-orm";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { recordEntries } from "#db/schema/index.ts";

/** What the record knows; the list is closed so that a new kind of change is thought about here. */
export type RecordedAction =
  | "アカウントの作成"
  | "アカウントの停止"
  | "サインイン"
  | "会議の登録"
  | "会議の変更"
  | "会議録の保存"
  | "会議録の公表"
  | "会議録の訂正"
  | "資料の登録"
  | "資料の公表"
  | "条例案の登録"
  | "条例案の対応の修正"
  | "引継ぎの確認"
  | "条例案の委員への公開"
  | "条例案の公表"
  | "意見への対応"
  | "関連付け"
  | "関連付けの取消し"
  | "調査票の登録"
  | "調査票の訂正"
  | "名簿の登録"
  | "コードの発行"
  | "調査の設定"
  | "依頼文の変更"
  | "手紙の作成"
  | "手紙の保存"
  | "戻った郵便の記録"
  | "戻った郵便の取消し"
  | "調査の開始"
  | "締切日の延長"
  | "紙の回答の入力"
  | "紙の回答の受付"
  | "調査の締切り"
  | "文章回答の公表の決定"
  | "集計の公表"
  | "個票の取得"
  | "中間案の作成"
  | "中間案の編集"
  | "中間案の公表"
  | "目標シートの公表"
  | "見本データの登録";

/** Adds to the append-only record. Call it in the transaction of the change itself. */
export async function record(
  db: Database,
  viewer: Viewer,
  action: RecordedAction,
  subject: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await db.insert(recordEntries).values({
    actorId: viewer.kind === "anyone" ? null : viewer.accountId,
    actorName: viewer.kind === "anyone" ? "システム" : viewer.name,
    action,
    subject,
    detail,
  });
}

/** The newest entries of the record, `limit` at most. For the secretariat. */
export async function listRecord(db: Database, limit: number) {
  return db.select().from(recordEntries).orderBy(desc(recordEntries.id)).limit(limit);
}
