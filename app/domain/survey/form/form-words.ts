/** What the plain form itself says, around the questions. */
export interface FormWords {
  /** 問5 */
  question(number: number): string;
  progress(number: number, of: number): string;
  required: string;
  optional: string;
  next: string;
  toReview: string;
  back: string;
  choose: string;
  /** Label of the text to "other". */
  otherText(choice: string): string;
  /** Takes a choice back that need not be made. */
  noChoice: string;
  comment: string;
  atMost(count: number): string;
  atLeast(count: number): string;
  longest(characters: number): string;
  numbers(min: number | null, max: number | null): string;
  dates(min: string | null, max: string | null): string;
  place(place: number): string;
  noPlace: string;
  rankAll: string;
  rankSome(places: number): string;
  panel(number: number): string;
  addPanel: string;
  removePanel(number: number): string;
  noPanels: string;
  notOpen: string;
  answerRows: string;
  problems: string;
  /** A message of the checker, which speaks Japanese. */
  fault(message: string): string;
  added(numbers: readonly number[]): string;
  language: string;
  noAnswer: string;
  review: string;
  reviewLead: string;
  change(page: string): string;
  pageCalled(number: number): string;
  send: string;
  unfinished: string;
  /** For who stops before the end. */
  leaving: { title: string; text: string; button: string };
}
