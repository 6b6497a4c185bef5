import { readNumber } from "./numerals.ts";
import type { PairBranch } from "./pair-tree.ts";

/** Whether `next` stands directly after `previous` in the old version too. */
export function follows(previous: PairBranch | undefined, next: PairBranch): boolean {
  const [old, other] = [previous?.before, next.before];
  if (!old || !other || old.parentPath !== other.parentPath) return false;
  const [a, b] = [numbersIn(old.label), numbersIn(other.label)];
  if (a.length === 0) return old.label === other.label;
  const [first = 0, branch = 1] = a;
  const [nextFirst = 0, nextBranch = 0] = b;
  return nextFirst - first === 1 || (a[0] === b[0] && nextBranch - branch === 1);
}

/** The numbers of a label: 5 and 2 of 「第5条の2」. */
function numbersIn(label: string): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < label.length; ) {
    const number = readNumber(label, at);
    if (number && !number.kanji) numbers.push(number.value);
    at = number ? number.end : at + 1;
  }
  return numbers;
}
