import { maySee, type Viewer } from "../viewer.ts";
import type { Block, Minutes, ShownMinutes, WithheldBlock } from "./minutes.ts";

/**
 * The minutes as a viewer may read them. Members and the secretariat read everything; for everybody
 * else each closed block is replaced by its notice, and in a meeting closed as a whole the record
 * (its headings too) by one notice. Nothing of what was said there is left in the result.
 */
export function minutesFor(viewer: Viewer, minutes: Minutes): ShownMinutes {
  if (maySee(viewer, "members")) return minutes;
  if (minutes.openness === "非公開") {
    const block = withheld("会議", minutes.closedReason ?? "");
    const line = minutes.sections[0]?.line ?? 1;
    return { ...minutes, sections: [{ heading: "記録", level: 3, line, blocks: [block] }] };
  }
  const sections = minutes.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block: Block) =>
      block.kind === "closed" ? withheld("部分", block.reason) : block,
    ),
  }));
  return { ...minutes, sections };
}

function withheld(what: "会議" | "部分", reason: string): WithheldBlock {
  return { kind: "withheld", reason, notice: `（この${what}は非公開です。理由：${reason}）` };
}
