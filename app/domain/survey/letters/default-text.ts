import type { LetterKind } from "./letter-kind.ts";

const closing =
  "インターネットで回答できない場合は、紙の調査票をお送りします。下の問い合わせ先まで御連絡ください。";

/** What a letter says until the secretariat writes its own; a blank line parts paragraphs. */
export function defaultLetterText(): string {
  return [
    "平素より市政に御理解と御協力をいただき、厚く御礼申し上げます。",
    "市では、市が発注する工事や委託などで働く方の賃金と、地元の事業者の経営を支えるため、公契約条例の検討を進めています。条例の内容を決めるに当たり、事業者の皆様の実情とお考えをうかがいます。",
    `お忙しいところ恐れ入りますが、趣旨を御理解いただき、期限までに御回答くださいますようお願いいたします。${closing}`,
  ].join("\n\n");
}

/** The longest text of the secretariat's own, in characters; more does not fit one page. */
export const letterTextMaximum = 1_200;

/** The paragraphs of a text: parted by blank lines; line breaks within them stay. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t\u3000]*\n/u)
    .map((paragraph) => paragraph.replace(/^[\s\u3000]+|\s+$/gu, ""))
    .filter((paragraph) => paragraph !== "");
}

/** What is said in a frame above the text, by kind; `fresh` when the letter brings a new code. */
export function noticeOf(kind: LetterKind, fresh: boolean): string[] {
  switch (kind) {
    case "invitation":
      return [];
    case "reissue":
      return [
        "回答コードを作り直しました。前のコードは使えなくなりました。この手紙のコードをお使いください。",
      ];
    case "reminder":
      return [
        "まだ御回答が届いていない事業者の皆様にお送りしています。行き違いで御回答がお済みのときは、お許しください。",
        fresh
          ? "新しい回答コードを作りました。前のコードは使えなくなりました。この手紙のコードをお使いください。"
          : "回答コードは、前にお送りした依頼状に書いてあります。見当たらないときは、下の問い合わせ先まで御連絡ください。作り直してお送りします。",
      ];
  }
}
