import { speakerRole } from "./speaker.ts";

/**
 * Reads the start of an utterance: 「**会長**　ただいまから…」. Bold words count as a speaker when a
 * space, a colon or nothing follows them, or when they name a role or somebody who attended;
 * other bold words at the start of a line are emphasis.
 */
export function readSpeaker(
  text: string,
  attendants: string[],
): { speaker: string; text: string } | undefined {
  const match = /^\*\*[\s　]*([^*]+?)[\s　]*\*\*([\s　]*[:：]?[\s　]*)(.*)$/u.exec(text);
  if (!match) return undefined;
  const [, speaker = "", separator = "", rest = ""] = match;
  const isNamed = speakerRole(speaker) !== "その他" || attendants.includes(speaker);
  return separator !== "" || rest === "" || isNamed ? { speaker, text: rest } : undefined;
}

/** Whether a line starts with a role not set in bold as it should be: 「会長　では…」, 「＊＊会長＊＊」. */
export function looksLikeBareSpeaker(text: string): boolean {
  return /^(?:＊＊|(?:副?会長|職務代理者?|委員[A-ZＡ-Ｚ]|[A-ZＡ-Ｚ]委員|事務局|オブザーバー)(?:[　:：]|[ ]{2,}|$))/u.test(
    text,
  );
}
