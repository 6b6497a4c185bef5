import { articleOf, itemOf, paragraphOf, subitemOf } from "./body-parts.ts";
import { type ListMarker, type Marker, readMarker } from "./markers.ts";
import { katakanaNum, levelOf } from "./numbering.ts";
import { OpenDivisions } from "./open-divisions.ts";
import { isBracketed, readColumns, readSentences } from "./sentences.ts";
import type { ProblemList, SourceLine } from "./source-lines.ts";
import type {
  Article,
  Division,
  DivisionLevel,
  Item,
  NumberingStyle,
  Paragraph,
  Subitem,
  SubitemLevel,
  Table,
} from "./structure.ts";
import { isTableLine, readRow } from "./table-lines.ts";
import { explain } from "./unread-line.ts";

/** What a body is read into: the main provision or a 附則. */
export interface BodyTarget {
  children: (Division | Article)[];
  paragraphs: Paragraph[];
}

const depths: Record<SubitemLevel, number> = { Subitem1: 1, Subitem2: 2, Subitem3: 3 };

type TextHolder = Paragraph | Item | Subitem;

/** Reads the lines of 章, 条, 項, 号 and 細分 into a target, one line after the other. */
export class BodyReader {
  private readonly divisions: OpenDivisions;
  private article: Article | undefined;
  private paragraph: Paragraph | undefined;
  private item: Item | undefined;
  private subitems: Subitem[] = [];
  private caption: { text: string; line: SourceLine } | undefined;
  private holder: TextHolder | undefined;
  private parts: string[] = [];
  private table: Table | undefined;

  constructor(
    private readonly target: BodyTarget,
    private readonly style: NumberingStyle,
    private readonly problems: ProblemList,
    /** Whether a line without any sign may be the only 項 (附則). */
    private readonly bare: boolean,
  ) {
    this.divisions = new OpenDivisions(target.children);
  }

  /** Reads one line. */
  accept(line: SourceLine): void {
    if (this.table && isTableLine(line.text) && this.continuesTable(line)) return;
    this.table = undefined;
    const anonym = ":anonym-paragraph:";
    if (line.text.startsWith(anonym)) {
      this.addParagraph("", line.text.slice(anonym.length), line);
      return;
    }
    const marker = readMarker(line.text);
    if (marker) this.acceptMarker(marker, line);
    else if (isBracketed(line.text)) this.acceptCaption(line);
    else if (isTableLine(line.text)) this.acceptRow(line);
    else this.acceptPlain(line);
  }

  /** Closes what is open. To be called once, after the last line. */
  end(): void {
    this.flush();
    this.dropCaption();
  }

  private acceptMarker(marker: Marker, line: SourceLine): void {
    switch (marker.sign) {
      case "division":
        this.addDivision(marker.level, marker.num, line);
        break;
      case "article":
        this.addArticle(marker.num, marker.written, marker.text, line);
        break;
      case "number":
        this.addParagraph(marker.written, marker.text, line, marker.num);
        break;
      default:
        this.addListEntry(marker, line);
    }
  }

  private addDivision(level: DivisionLevel, num: string, line: SourceLine): void {
    this.flush();
    this.dropCaption();
    this.article = undefined;
    this.paragraph = undefined;
    this.closeItems();
    this.divisions.open(level, num, line);
  }

  private addArticle(num: string, written: string, text: string, line: SourceLine): void {
    this.flush();
    this.article = articleOf(num, written, this.takeCaption(), line);
    this.divisions.siblings.push(this.article);
    if (text === "") {
      this.problems.at(
        line,
        `${written}に本文がありません。条名のあとに全角の空白を一つ入れて、同じ行に本文を書いてください。`,
      );
    }
    this.addParagraph("", text, line);
  }

  private addParagraph(written: string, text: string, line: SourceLine, num?: number): void {
    this.flush();
    this.closeItems();
    const siblings = this.article?.paragraphs ?? this.target.paragraphs;
    if (!this.article && !this.bare && this.divisions.isOpen) {
      this.problems.at(line, "項の前に、条（第1条　…）が要ります。条を書いてください。");
    }
    const number = num ?? siblings.length + 1;
    this.paragraph = paragraphOf(number, written, this.takeCaption(), line);
    siblings.push(this.paragraph);
    this.hold(this.paragraph, text);
  }

  private addListEntry(marker: ListMarker, line: SourceLine): void {
    const level = levelOf(marker.sign, this.style);
    if (!level || !this.paragraph) {
      this.acceptPlain(line);
      return;
    }
    if (level === "Item") this.addItem(marker, line, this.paragraph);
    else if (this.item) this.addSubitem(marker, level, line, this.item);
    else this.acceptPlain(line);
  }

  private addItem(marker: ListMarker, line: SourceLine, paragraph: Paragraph): void {
    this.flush();
    this.dropCaption();
    this.subitems = [];
    this.item = itemOf(marker, line);
    paragraph.items.push(this.item);
    this.hold(this.item, marker.text);
  }

  private addSubitem(marker: ListMarker, level: SubitemLevel, line: SourceLine, item: Item): void {
    this.flush();
    this.dropCaption();
    while (this.subitems.length > 0 && depths[this.lastSubitem().type] >= depths[level]) {
      this.subitems.pop();
    }
    if (this.subitems.length + 1 < depths[level]) {
      const outer = depths[level] - 1;
      this.problems.at(
        line,
        `細分「${marker.written}」の前に、一つ上の細分（${outer === 1 ? "ア" : "（ア）"}）が要ります。`,
      );
    }
    const siblings = this.subitems.at(-1)?.subitems ?? item.subitems;
    const katakana = marker.sign === "katakana" || marker.sign === "bracketed-katakana";
    const num = katakana ? katakanaNum(marker.num, siblings[0]?.subitemTitle) : marker.num;
    const subitem = subitemOf(level, num, marker, line);
    siblings.push(subitem);
    this.subitems.push(subitem);
    this.hold(subitem, marker.text);
  }

  private lastSubitem(): Subitem {
    const last = this.subitems.at(-1);
    if (!last) throw new Error("no subitem is open");
    return last;
  }

  private acceptCaption(line: SourceLine): void {
    this.dropCaption();
    this.caption = { text: line.text, line };
  }

  private takeCaption(): string | undefined {
    const text = this.caption?.text;
    this.caption = undefined;
    return text;
  }

  private dropCaption(): void {
    if (!this.caption) return;
    const { text, line } = this.caption;
    this.problems.at(line, `見出し「${text}」の次の行に、条（第1条　…）を書いてください。`);
    this.caption = undefined;
  }

  private continuesTable(line: SourceLine): boolean {
    const width = this.table?.rows.at(-1)?.columns.length;
    const row = readRow(line);
    if (!row || !this.table || (readMarker(line.text) && row.columns.length !== width))
      return false;
    this.table.rows.push(row);
    return true;
  }

  private acceptRow(line: SourceLine): void {
    const row = readRow(line);
    if (!row || !this.holder) {
      this.acceptPlain(line);
      return;
    }
    const separator = line.text.includes("\t") ? "tab" : "pipe";
    this.table = { type: "Table", separator, rows: [row], line: line.line };
    this.holder.tables.push(this.table);
  }

  private acceptPlain(line: SourceLine): void {
    const { children, paragraphs } = this.target;
    if (this.bare && children.length === 0 && paragraphs.length === 0) {
      this.addParagraph("", line.text, line);
      return;
    }
    this.problems.at(line, explain(line.text, this.style, this.item !== undefined));
    if (this.holder) this.parts.push(line.text);
  }

  private hold(holder: TextHolder, text: string): void {
    this.holder = holder;
    this.parts = text === "" ? [] : [text];
  }

  private flush(): void {
    if (!this.holder) return;
    const text = this.parts.length === 1 ? (this.parts[0] ?? "") : this.parts.join("");
    this.holder.sentences =
      this.holder.type === "Paragraph" ? readSentences(text) : readColumns(text);
    this.holder = undefined;
  }

  private closeItems(): void {
    this.item = undefined;
    this.subitems = [];
  }
}
