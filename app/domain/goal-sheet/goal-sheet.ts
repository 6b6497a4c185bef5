/** One goal of a department for the fiscal year; the texts are Markdown. */
export interface Goal {
  number: number;
  title: string;
  /** 現状や課題: how things came to be, how they stand, what is wrong. */
  situation: string;
  /** 達成水準: what will have been reached. */
  target: string;
  /** 手段: by what means and steps. */
  means: string;
  /** 達成状況: the department's own judgement; null until it has judged. */
  progress: string | null;
  /** 理由: why it judged so; null until it has judged. */
  reason: string | null;
}

/** A department's goal sheet (部局の目標). */
export interface GoalSheet {
  title: string;
  /** 「令和8年度」 */
  fiscalYear: string | null;
  /** 「総務部」 */
  department: string | null;
  /** Where the sheet was published (出典). */
  source: string | null;
  /** Markdown between the title and the first goal. */
  introduction: string;
  goals: Goal[];
}
