import { type Block, type Minutes, utterancesOf } from "./minutes.ts";

/**
 * An older version with what its corrections closed afterwards closed too: text that must not be
 * public is no more public in the old version, while everything else stays readable there.
 * `later` are the versions after it, oldest first, all numbered by `numberUtterances`. What the last
 * of them that has an utterance says of it holds.
 */
export function withClosedLater(older: Minutes, later: readonly Minutes[]): Minutes {
  const newest = later.at(-1);
  if (!newest) return older;
  if (newest.openness === "非公開") {
    return { ...older, openness: "非公開", closedReason: newest.closedReason };
  }
  const reasons = new Map<number, string | undefined>();
  for (const minutes of later) {
    for (const [number, reason] of closingsOf(minutes)) reasons.set(number, reason);
  }
  const sections = older.sections.map((section) => ({
    ...section,
    blocks: section.blocks.flatMap((block) =>
      block.kind === "closed" ? [block] : splitBlock(block.utterances, reasons),
    ),
  }));
  return { ...older, sections };
}

/** Every utterance of a version with the reason why it is closed; undefined where it is open. */
function closingsOf(minutes: Minutes): [number, string | undefined][] {
  if (minutes.openness === "非公開") {
    const reason = minutes.closedReason ?? "";
    return utterancesOf(minutes).flatMap(({ utterance: { number } }) =>
      number === undefined ? [] : [[number, reason]],
    );
  }
  return minutes.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.utterances.flatMap(({ number }): [number, string | undefined][] =>
        number === undefined ? [] : [[number, block.kind === "closed" ? block.reason : undefined]],
      ),
    ),
  );
}

/** Cuts an open block into open and closed ones, the utterances in their order. */
function splitBlock(
  utterances: Block["utterances"],
  reasons: ReadonlyMap<number, string | undefined>,
): Block[] {
  const blocks: Block[] = [];
  for (const utterance of utterances) {
    const reason = reasons.get(utterance.number ?? 0);
    const last = blocks.at(-1);
    const joins = last && (last.kind === "closed" ? last.reason === reason : reason === undefined);
    if (joins) last.utterances.push(utterance);
    else if (reason === undefined) blocks.push({ kind: "open", utterances: [utterance] });
    else blocks.push({ kind: "closed", reason, line: utterance.line, utterances: [utterance] });
  }
  return blocks;
}
