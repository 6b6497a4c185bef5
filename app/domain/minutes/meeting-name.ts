import { meetingNumber } from "./read-header.ts";

/** The title of a meeting, with 「第n回」 before it where the title does not say it. */
export function meetingName({ number, title }: { number: number; title: string }): string {
  return meetingNumber(title) === number ? title : `第${number}回　${title}`;
}
