/** The part a speaker has in the council. */
export type SpeakerRole = "会長" | "副会長" | "委員" | "事務局" | "その他";

const patterns: [RegExp, SpeakerRole][] = [
  [/^(副会長|会長職務代理者?|職務代理者?)([（(].*)?$/u, "副会長"],
  [/^会長([（(].*)?$/u, "会長"],
  [/^(委員(\p{L}|\p{N}){0,4}|\S{1,10}委員)([（(].*)?$/u, "委員"],
  [/^事務局([（(].*|[A-Z0-9]{1,3})?$/u, "事務局"],
];

/**
 * The role behind a speaker's name as minutes print it: 「会長」「委員A」「A委員」「事務局（総務部）」.
 * Full-width letters count as half-width ones. Observers and guests are 「その他」.
 */
export function speakerRole(speaker: string): SpeakerRole {
  const name = speaker.normalize("NFKC").replace(/\s+/gu, "");
  return patterns.find(([pattern]) => pattern.test(name))?.[1] ?? "その他";
}
