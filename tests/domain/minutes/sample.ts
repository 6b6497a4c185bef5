/** Minutes as a clerk writes them, partly closed; tests alter single lines of it. */
export const sampleMinutes = `---
会議: 第3回公共調達のあり方審議会
日時: 2026-07-22 14:00-16:05
場所: 市役所本庁舎 会議室
公開: 一部非公開
非公開の理由: 個別の事業者の取引に関する情報を含むため
傍聴者: 3
記録の形式: 要点筆記
サンプル: はい
---

## 議題
1. 事業者アンケート調査の実施について
2. 条例のたたき台について

## 出席
- 会長
- 委員A
- 委員B
- 鑑定の担当者

## 欠席
- 委員F

## 事務局
- 総務部（所属名のみ）

## 資料
- 資料1 調査票（案）
- 参考資料２　先進地比較

## 記録
### 1 開会
**会長**　ただいまから第3回の会議を開きます。
本日は委員5名の出席で、定足数に達しています。

**事務局**　資料の確認をお願いします。

お手元に資料1があります。

### 2 議事（1）調査の実施
**委員A**　設問が**労働報酬下限額**の水準にふれていません。

:::非公開 個別の事業者の取引に関する情報を含むため
**委員B**　ある事業者の下請代金の支払いが遅れたと聞きました。

**事務局**　個別の事案として別に調べます。
:::

**会長**　では、次に進みます。
#### 質疑
**鑑定の担当者**　積算の方法について補足します。
`;

/** The sample with one text replaced; throws when the text is not in it. */
export function sampleWith(text: string, replacement: string): string {
  if (!sampleMinutes.includes(text)) throw new Error(`not in the sample: ${text}`);
  return sampleMinutes.replace(text, () => replacement);
}

/** The line number of a text in the sample, from 1. */
export function sampleLine(text: string): number {
  return sampleMinutes.slice(0, sampleMinutes.indexOf(text)).split("\n").length;
}
