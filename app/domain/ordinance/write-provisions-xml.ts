import type {
  AppdxContent,
  Article,
  Division,
  Item,
  NumberingStyle,
  Paragraph,
  Sentence,
  Subitem,
  SupplProvision,
  Table,
} from "./structure.ts";
import { XmlLines } from "./xml-lines.ts";

/** Writes 章, 条, 項, 号, 細分, tables and 附則 as elements of law XML. */
export class ProvisionWriter extends XmlLines {
  constructor(private readonly style: NumberingStyle) {
    super();
  }

  protected mode(): Record<string, string> {
    return { WritingMode: this.style };
  }

  protected children(children: readonly (Division | Article)[]): void {
    for (const each of children) {
      if (each.type === "Article") this.article(each);
      else {
        this.element(each.type, { Num: each.num }, () => {
          this.leaf(`${each.type}Title`, each.title);
          this.children(each.children);
        });
      }
    }
  }

  private article(article: Article): void {
    this.element("Article", { Num: article.num }, () => {
      if (article.articleCaption) this.leaf("ArticleCaption", article.articleCaption);
      this.leaf("ArticleTitle", article.articleTitle);
      this.paragraphs(article.paragraphs);
    });
  }

  protected paragraphs(paragraphs: readonly Paragraph[]): void {
    for (const each of paragraphs) {
      this.element("Paragraph", { Num: String(each.num) }, () => {
        if (each.paragraphCaption) this.leaf("ParagraphCaption", each.paragraphCaption);
        this.leaf("ParagraphNum", each.paragraphNum);
        this.element("ParagraphSentence", {}, () => this.sentences(each.sentences));
        for (const table of each.tables) this.table(table);
        for (const item of each.items) this.item(item);
      });
    }
  }

  private item(item: Item): void {
    this.element("Item", { Num: item.num }, () => {
      this.leaf("ItemTitle", item.itemTitle);
      this.element("ItemSentence", {}, () => this.columns(item.sentences));
      for (const table of item.tables) this.table(table);
      for (const subitem of item.subitems) this.subitem(subitem);
    });
  }

  private subitem(subitem: Subitem): void {
    const { type } = subitem;
    this.element(type, { Num: subitem.num }, () => {
      this.leaf(`${type}Title`, subitem.subitemTitle);
      this.element(`${type}Sentence`, {}, () => this.columns(subitem.sentences));
      for (const table of subitem.tables) this.table(table);
      for (const inner of subitem.subitems) this.subitem(inner);
    });
  }

  private columns(sentences: readonly Sentence[]): void {
    const numbers = [...new Set(sentences.flatMap(({ column }) => column ?? []))];
    if (numbers.length === 0) this.sentences(sentences);
    for (const number of numbers) {
      this.element("Column", { Num: String(number) }, () =>
        this.sentences(sentences.filter(({ column }) => column === number)),
      );
    }
  }

  private sentences(sentences: readonly Sentence[]): void {
    const proviso = sentences.some(({ kind }) => kind === "ただし書");
    sentences.forEach(({ kind, text }, index) => {
      this.leaf("Sentence", text, {
        ...(proviso ? { Function: kind === "ただし書" ? "proviso" : "main" } : {}),
        Num: String(index + 1),
        ...this.mode(),
      });
    });
  }

  private table(table: Table): void {
    this.element("TableStruct", {}, () =>
      this.element("Table", this.mode(), () => {
        for (const row of table.rows) {
          this.element("TableRow", {}, () => {
            for (const column of row.columns) {
              this.element("TableColumn", {}, () => {
                column.split("\n").forEach((text, index) => {
                  this.leaf("Sentence", text, { Num: String(index + 1), ...this.mode() });
                });
              });
            }
          });
        }
      }),
    );
  }

  protected suppl(suppl: SupplProvision): void {
    const attributes = {
      ...(suppl.amendLawNum ? { AmendLawNum: bare(suppl.amendLawNum) } : {}),
      ...(suppl.extract ? { Extract: "true" } : {}),
    };
    this.element("SupplProvision", attributes, () => {
      this.leaf("SupplProvisionLabel", suppl.label);
      this.paragraphs(suppl.paragraphs);
      this.children(suppl.articles);
    });
  }

  protected appdxContent(content: readonly AppdxContent[]): void {
    for (const part of content) {
      if (part.type === "Table") this.table(part);
      else if (part.type === "Item") this.item(part);
      else {
        this.element("Remarks", {}, () => {
          this.leaf("RemarksLabel", "");
          this.leaf("Sentence", part.text, this.mode());
        });
      }
    }
  }
}

/** Without the brackets around it. */
export function bare(text: string): string {
  return /^[（(].*[）)]$/.test(text) ? text.slice(1, -1) : text;
}
