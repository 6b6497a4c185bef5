import type { SourceLine } from "./source-lines.ts";
import type { Article, Division, DivisionLevel } from "./structure.ts";

const ranks: Record<DivisionLevel, number> = {
  Part: 1,
  Chapter: 2,
  Section: 3,
  Subsection: 4,
  Division: 5,
};

/** The 編, 章, 節, 款 and 目 that are open at a line of a body, the outermost first. */
export class OpenDivisions {
  private readonly stack: Division[] = [];

  constructor(private readonly top: (Division | Article)[]) {}

  get isOpen(): boolean {
    return this.stack.length > 0;
  }

  /** Where the next article belongs. */
  get siblings(): (Division | Article)[] {
    return this.stack.at(-1)?.children ?? this.top;
  }

  /** Opens one, after closing those of its level and below. */
  open(level: DivisionLevel, num: string, line: SourceLine): void {
    for (let last = this.stack.at(-1); last && ranks[last.type] >= ranks[level]; ) {
      this.stack.pop();
      last = this.stack.at(-1);
    }
    const division: Division = {
      type: level,
      num,
      title: line.text,
      children: [],
      line: line.line,
    };
    this.siblings.push(division);
    this.stack.push(division);
  }
}
