import { diffArrays } from "diff";
import { wordsOf } from "../japan/words.ts";

/** A run of words that both texts have, or only the newer (added), or only the older (removed). */
export interface Segment {
  kind: "same" | "added" | "removed";
  text: string;
}

/** More changes than this and the texts are not compared word by word: the one replaces the other. */
const maxEditLength = 2000;

/** What changed from one text to another, word by word. Without the added segments it is `before`. */
export function wordChanges(before: string, after: string): Segment[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength });
  const segments: Segment[] = changes
    ? changes.map(({ added, removed, value }) => ({
        kind: added ? "added" : removed ? "removed" : "same",
        text: value.join(""),
      }))
    : [
        { kind: "removed", text: before },
        { kind: "added", text: after },
      ];
  return segments.filter(({ text }) => text !== "");
}
