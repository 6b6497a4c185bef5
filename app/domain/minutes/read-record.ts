import type { Problem } from "../problem.ts";
import type { Block, Section, Utterance } from "./minutes.ts";
import type { SourceLine } from "./source-lines.ts";
import { looksLikeBareSpeaker, readSpeaker } from "./speaker-line.ts";

/**
 * Reads the lines under 「## 記録」: `###` and `####` sections, utterances that start with a bold
 * speaker, and parts closed to the public between 「:::非公開 理由」 and 「:::」.
 * `attendants` are names from the attendance; they count as speakers even without a space after them.
 */
export function readRecord(
  lines: SourceLine[],
  attendants: string[],
): { sections: Section[]; problems: Problem[] } {
  const reading = new RecordReading(attendants);
  for (const line of lines) reading.take(line);
  return reading.finish();
}

class RecordReading {
  private readonly sections: Section[] = [];
  private readonly problems: Problem[] = [];
  private closed: { reason: string; line: number } | undefined;
  private block: Block | undefined;
  private utterance: Utterance | undefined;
  private paragraph: string[] = [];
  private lost = false;

  constructor(private readonly attendants: string[]) {}

  take({ text, line }: SourceLine): void {
    const trimmed = text.replace(/^[\s　]+|[\s　]+$/gu, "");
    const fence = /^[:：]{3,}[\s　]*([^\s　]*)[\s　]*(.*)$/u.exec(trimmed);
    const heading = /^(#{3,})([\s　]*)(.*)$/u.exec(trimmed);
    if (trimmed === "") this.endParagraph();
    else if (fence) this.takeFence(fence[1] ?? "", fence[2] ?? "", line);
    else if (/^[:：]{1,2}[\s　]*(?:非公開|$)/u.test(trimmed)) {
      this.complain("囲みの印はコロン3つ「:::」です。", line);
    } else if (heading) {
      this.takeHeading(heading[1]?.length ?? 0, heading[2] === "" ? "" : (heading[3] ?? ""), line);
    } else this.takeText(text, trimmed, line);
  }

  finish(): { sections: Section[]; problems: Problem[] } {
    this.endUtterance();
    if (this.closed) {
      this.complain(
        "この「:::非公開」が閉じていません。終わりに「:::」だけの行を書いてください。",
        this.closed.line,
      );
    }
    return { sections: this.sections, problems: this.problems };
  }

  private takeFence(name: string, reason: string, line: number): void {
    this.endUtterance();
    if (name === "") {
      if (!this.closed) this.complain("閉じる「:::」に対応する「:::非公開」がありません。", line);
      else if (this.block?.kind !== "closed" || this.block.utterances.length === 0) {
        this.complain(
          "「:::非公開」の中に発言がありません。発言を囲んでください。",
          this.closed.line,
        );
      }
      this.closed = undefined;
      this.block = undefined;
      return;
    }
    if (name !== "非公開") {
      this.complain(
        `「:::${name}」という囲みはありません。「:::非公開 理由」と書いてください。`,
        line,
      );
    } else if (reason === "") {
      this.complain("「:::非公開」の後に空白を1つ入れて、非公開の理由を書いてください。", line);
    }
    if (this.closed) {
      this.complain("「:::非公開」の中に囲みがあります。先の囲みを「:::」で閉じてください。", line);
    }
    this.closed = { reason, line };
    this.block = { kind: "closed", reason, line, utterances: [] };
    this.sectionFor(line).blocks.push(this.block);
  }

  private takeHeading(level: number, heading: string, line: number): void {
    this.endUtterance();
    if (heading === "")
      this.complain("「###」の後に空白を1つ入れて、見出しを書いてください。", line);
    if (level > 4) this.complain("見出しは「###」か「####」にしてください。", line);
    if (this.closed) {
      this.complain(
        "「:::非公開」の中に見出しは置けません。見出しの前で「:::」で閉じてください。",
        line,
      );
    }
    this.sections.push({ heading, level: level === 3 ? 3 : 4, line, blocks: [] });
    this.block = undefined;
    this.lost = false;
  }

  private takeText(text: string, trimmed: string, line: number): void {
    const spoken = readSpeaker(trimmed, this.attendants);
    if (spoken) {
      this.endUtterance();
      if (Array.from(spoken.speaker).length > 30) {
        this.complain("発言者の名が長すぎます。30字までにしてください。", line);
      }
      this.utterance = { speaker: spoken.speaker, paragraphs: [], line };
      this.blockFor(line).utterances.push(this.utterance);
      this.lost = false;
      if (spoken.text !== "") this.paragraph.push(spoken.text);
      return;
    }
    if (looksLikeBareSpeaker(trimmed)) {
      this.complain("発言者は「**会長**　」のように ** で囲んでください。", line);
    } else if (!this.utterance && !this.lost) {
      this.complain(
        "だれの発言か分かりません。「**会長**　」のように発言者から始めてください。",
        line,
      );
      this.lost = true;
    }
    this.paragraph.push(text.replace(/^　+|[\s　]+$/gu, ""));
  }

  private endParagraph(): void {
    if (this.paragraph.length > 0) this.utterance?.paragraphs.push(this.paragraph.join("\n"));
    this.paragraph = [];
  }

  private endUtterance(): void {
    this.endParagraph();
    if (this.utterance?.paragraphs.length === 0) {
      this.complain(
        `「**${this.utterance.speaker}**」の発言が空です。発言を書いてください。`,
        this.utterance.line,
      );
    }
    this.utterance = undefined;
  }

  private blockFor(line: number): Block {
    if (!this.block) {
      this.block = { kind: "open", utterances: [] };
      this.sectionFor(line).blocks.push(this.block);
    }
    return this.block;
  }

  private sectionFor(line: number): Section {
    const last = this.sections.at(-1);
    if (last) return last;
    this.complain("記録は「### 1 開会」のような見出しから始めてください。", line);
    const section: Section = { heading: "記録", level: 3, line, blocks: [] };
    this.sections.push(section);
    return section;
  }

  private complain(message: string, line: number): void {
    this.problems.push({ message, line });
  }
}
