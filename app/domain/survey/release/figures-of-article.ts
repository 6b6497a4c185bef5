import type { PublishedQuestion } from "./published.ts";

/** A released question beside an article, with what ties them. */
export interface ArticleFigure {
  survey: { slug: string; title: string; isSample: boolean; isSimulated: boolean };
  release: { number: number; label: string };
  question: PublishedQuestion;
  /** "linked": the secretariat tied them; "bears": the questionnaire named the article. */
  ties: "linked" | "bears";
  /** The secretariat's words on a link; may be "". */
  note: string;
}

/** An article of a draft with the figures that bear on it. */
export interface ArticleWithFigures {
  path: string;
  /** The public number of its identity, for its address. */
  number: number;
  label: string;
  caption: string | null;
  figures: ArticleFigure[];
}
