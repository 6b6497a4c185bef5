import { wareki, warekiMonth } from "../japan/wareki.ts";

/** The month by which goal 3 wants the interim draft shown to the 議員全員協議会. */
export const targetMonth = "2027-02";

/** What the platform holds; counts of published things, dates "YYYY-MM-DD" (Asia/Tokyo). */
export interface ProgressFacts {
  meetingsHeld: number;
  minutesPublished: number;
  surveysReleased: number;
  /** Finished answers to the released surveys, and firms invited to them. */
  responses: number;
  invited: number;
  versionsPublished: number;
  commentsAnswered: number;
  interimDraftPublishedOn?: string;
  /** When the draft was shown to the 議員全員協議会; the secretariat enters it after the fact. */
  presentedOn?: string;
  /** Samples are among what is counted, or the answers to the released surveys were simulated. */
  hasSamples: boolean;
  isSimulated: boolean;
  today: string;
}

/** One step on the way. `done` says that it has happened at least once, `detail` what there is. */
export interface ProgressStep {
  label: string;
  done: boolean;
  detail: string;
}

export interface Progress {
  steps: ProgressStep[];
  sentence: string;
  /** Samples are counted too: the page says that it is not the city's record. */
  hasSamples: boolean;
}

/**
 * How far goal 3 has come, from what the platform holds alone. It counts; it does not grade: whether
 * the target was reached is the department's own judgement after the fact.
 */
export function deriveProgress(facts: ProgressFacts): Progress {
  const { interimDraftPublishedOn: published, presentedOn: presented } = facts;
  return {
    steps: [
      step(
        "審議会での審議",
        facts.meetingsHeld,
        `${facts.meetingsHeld}回開きました。`,
        "まだ開いていません。",
      ),
      step(
        "会議録の公表",
        facts.minutesPublished,
        `${facts.meetingsHeld}回のうち${facts.minutesPublished}回分を公表しています。`,
        "公表した会議録はまだありません。",
      ),
      step(
        "事業者アンケート",
        facts.surveysReleased,
        surveyDetail(facts),
        "公表した結果はまだありません。",
      ),
      step(
        "条例案の公表",
        facts.versionsPublished,
        `${facts.versionsPublished}つの版を公表しています。`,
        "公表した版はまだありません。",
      ),
      step(
        "委員の意見への回答",
        facts.commentsAnswered,
        `${facts.commentsAnswered}件に答えました。`,
        "答えた意見はまだありません。",
      ),
      {
        label: "条例中間案の公表",
        done: published !== undefined,
        detail: published ? `${wareki(published)}に公表しました。` : "まだ公表していません。",
      },
      {
        label: "議員全員協議会への提示",
        done: presented !== undefined,
        detail: presented
          ? `${wareki(presented)}に示しました。`
          : `${warekiMonth(targetMonth)}の予定です。`,
      },
    ],
    sentence: sentence(facts),
    hasSamples: facts.hasSamples,
  };
}

function step(label: string, count: number, detail: string, none: string): ProgressStep {
  return { label, done: count > 0, detail: count > 0 ? detail : none };
}

function surveyDetail({ invited, responses, isSimulated }: ProgressFacts): string {
  if (invited === 0) return "結果を公表しています。";
  const rate = ((100 * responses) / invited).toFixed(1);
  const simulated = isSimulated ? "（模擬回答）" : "";
  return `${invited}者に依頼し、${responses}者（${rate}%）から回答がありました${simulated}。結果を公表しています。`;
}

function sentence(facts: ProgressFacts): string {
  const { interimDraftPublishedOn: published, presentedOn: presented, today } = facts;
  const target = warekiMonth(targetMonth);
  if (presented !== undefined) {
    const onTime =
      presented.slice(0, 7) <= targetMonth ? "目標の期限までに" : `目標の${target}より後の`;
    return `${onTime}${wareki(presented)}に、条例中間案を議員全員協議会に示しました。達成度は年度の終わりに部局が評価します。`;
  }
  const isLate = today.slice(0, 7) > targetMonth;
  const goal = isLate
    ? `目標の${target}を過ぎましたが、条例中間案を議員全員協議会に示した記録はありません。`
    : `目標は、${target}に条例中間案を議員全員協議会に示すことです。まだ示していないため、評価はしていません。`;
  if (published !== undefined) return `${goal}条例中間案は${wareki(published)}に公表しました。`;
  if (facts.meetingsHeld === 0) return `${goal}審議はこれからです。`;
  return `${goal}これまでに${facts.meetingsHeld}回審議しました。`;
}
