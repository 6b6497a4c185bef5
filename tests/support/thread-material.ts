/** What the people of the thread test bring along: minutes, a questionnaire, a roster. */

export const minutesText = `---
会議: 第1回公共調達のあり方審議会
日時: 2026-05-20 14:00-15:30
場所: 市役所本庁舎 会議室
公開: 公開
傍聴者: 2
記録の形式: 要点筆記
サンプル: はい
---

## 議題

1. 条例の骨子について

## 出席

- 会長
- 委員A

## 事務局

- 総務部

## 記録

### 1 開会

**会長**　ただいまから第1回の会議を開きます。

### 2 議事（1）条例の骨子

**委員A**　台帳を作る負担が小さな事業者に重くならないか、アンケートで確かめてください。

**事務局**　調査票に設問を入れます。
`;

export const questionnaire = {
  title: "公契約に関するアンケート",
  pages: [
    {
      name: "p1",
      title: "条例について",
      elements: [
        {
          type: "radiogroup",
          name: "q1",
          title: "公契約条例は必要だと思いますか",
          isRequired: true,
          choices: [
            { value: "yes", text: "必要だと思う" },
            { value: "no", text: "必要ないと思う" },
          ],
          articles: ["第1条"],
        },
      ],
    },
    {
      name: "p2",
      title: "負担について",
      elements: [
        {
          type: "checkbox",
          name: "q2",
          title: "負担に感じることを選んでください",
          choices: [
            { value: "ledger", text: "台帳の作成" },
            { value: "report", text: "報告書の提出" },
          ],
          showOtherItem: true,
          otherText: "その他",
        },
        { type: "comment", name: "q3", title: "ご意見をお書きください" },
      ],
    },
  ],
};

const firms = ["サンプル建設901", "サンプル建設902", "サンプル警備903"];

/** A roster of three firms, as the secretariat exports it from its spreadsheet. */
export const rosterText = [
  "事業者番号,事業者名,法人番号,郵便番号,所在地,業種,規模,地域区分,等級,元請下請",
  ...firms.map(
    (name, index) =>
      `90${index + 1},${name},,518-0000,三重県伊賀市サンプル町${index + 1}番地,${index === 2 ? "委託" : "工事"},小,市内,なし,元請`,
  ),
  "",
].join("\r\n");
