import { isSafePattern } from "redos-detector";

/**
 * Whether a regular expression is fit to be run on what strangers type: it must compile and
 * must not backtrack without bound ( ^(a+)+$ blocks a process for seconds at 30 characters).
 * Returns what is wrong, in Japanese, or null.
 */
export function faultOfPattern(pattern: string, caseInsensitive: boolean): string | null {
  try {
    new RegExp(pattern, caseInsensitive ? "i" : "");
  } catch {
    return "正規表現として読めません。かっこや記号の書き方を確かめてください。";
  }
  if (pattern.length > 300) return "正規表現が長すぎます。300字までにしてください。";
  // Steps, not time: a busy machine must not judge otherwise than an idle one.
  const judged = isSafePattern(pattern, { caseInsensitive, maxSteps: 1_000 });
  if (judged.safe) return null;
  return (
    "この正規表現は、入力によっては確かめるのに非常に長い時間がかかるため使えません。" +
    "「+」や「*」を付けたかっこに、さらに「+」や「*」を付けないでください。"
  );
}
