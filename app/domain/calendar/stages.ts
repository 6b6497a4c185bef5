/**
 * The road from the ordinance that set the council up to the vote on the public-contract ordinance.
 * Months are "YYYY-MM". Facts of the past come from the department's goal sheet; the months of a
 * `planned` stage are assumed, and pages mark them as 予定.
 */
export interface Stage {
  /** First month; null for what comes after, at a time not known. */
  month: string | null;
  /** Last month when it is another; null when the stage has no known end. */
  until: string | null;
  what: string;
  detail: string;
  certainty: "fact" | "planned";
  /** The fact of `RoadFacts` that shows this stage to be done. */
  shownBy?: "surveyReleasedOn" | "interimDraftPublishedOn" | "presentedOn";
  /** What shows it may come again (骨子, then 中間案): not done before its last month is over. */
  recurs?: true;
}

export const stages: readonly Stage[] = [
  {
    month: "2025-07",
    until: null,
    what: "庁内での検討を始めました",
    detail: "公契約条例庁内検討会議を置きました。",
    certainty: "fact",
  },
  {
    month: "2026-03",
    until: null,
    what: "審議会を置く条例が成立しました",
    detail: "公共調達のあり方審議会を置く条例が議会で可決されました。",
    certainty: "fact",
  },
  {
    month: "2026-04",
    until: null,
    what: "審議会を置く条例が施行されました",
    detail: "令和8年4月1日から施行されています。",
    certainty: "fact",
  },
  {
    month: "2026-04",
    until: "2026-06",
    what: "諮問と審議の始まり",
    detail: "委員名簿、諮問書、会議の次第、先進地の比較をまとめます。",
    certainty: "planned",
  },
  {
    month: "2026-06",
    until: "2026-10",
    what: "事業者アンケート",
    detail: "依頼文と調査票を作り、結果を集計して報告書にまとめます。",
    certainty: "planned",
    shownBy: "surveyReleasedOn",
  },
  {
    month: "2026-11",
    until: "2027-01",
    what: "条例中間案づくり",
    detail: "論点を整理し、骨子案、中間案、中間答申をまとめます。",
    certainty: "planned",
    shownBy: "interimDraftPublishedOn",
    recurs: true,
  },
  {
    month: "2027-02",
    until: null,
    what: "議員全員協議会に条例中間案を示します",
    detail: "概要、中間案、逐条解説、調査結果を資料にします。部局の目標の達成水準です。",
    certainty: "planned",
    shownBy: "presentedOn",
  },
  {
    month: "2027-03",
    until: null,
    what: "パブリックコメントと答申",
    detail: "およそ30日間意見を募り、市の考え方を示して、答申をまとめます。",
    certainty: "planned",
  },
  {
    month: null,
    until: null,
    what: "条例案を議会へ",
    detail: "例規審査の後、議案、提案理由、新旧対照表を整え、規則、様式、手引を作ります。",
    certainty: "planned",
  },
];
