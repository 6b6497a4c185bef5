import type {
  AppdxContent,
  Article,
  Division,
  Item,
  Ordinance,
  Paragraph,
  Sentence,
  Subitem,
  SupplProvision,
  Table,
  Toc,
  TocEntry,
} from "./structure.ts";
import { escapeText, quote } from "./xml-elements.ts";

/**
 * The ordinance as law XML (法令標準XML). `attributes` are those of the Law element (Era, Year, Num,
 * LawType …); what is not given there is left to the city's register.
 */
export function writeLawXml(
  ordinance: Ordinance,
  attributes: Readonly<Record<string, string>> = { Lang: "ja", LawType: "Misc" },
): string {
  return new Writer(ordinance.style).law(ordinance, attributes);
}

class Writer {
  private readonly lines: string[] = [];
  private depth = 0;

  constructor(private readonly style: Ordinance["style"]) {}

  law(ordinance: Ordinance, attributes: Readonly<Record<string, string>>): string {
    this.lines.push('<?xml version="1.0" encoding="UTF-8"?>');
    this.element("Law", attributes, () => {
      this.leaf("LawNum", bare(ordinance.lawNum ?? ""));
      this.element("LawBody", {}, () => this.body(ordinance));
    });
    return `${this.lines.join("\n")}\n`;
  }

  private body(ordinance: Ordinance): void {
    this.leaf("LawTitle", ordinance.lawTitle);
    for (const text of ordinance.enactStatements) this.leaf("EnactStatement", text);
    if (ordinance.toc) this.toc(ordinance.toc);
    if (ordinance.preamble) {
      const { paragraphs } = ordinance.preamble;
      this.element("Preamble", {}, () => this.paragraphs(paragraphs));
    }
    this.element("MainProvision", {}, () => {
      this.paragraphs(ordinance.mainProvision.paragraphs);
      this.children(ordinance.mainProvision.children);
    });
    for (const suppl of ordinance.supplProvisions) this.suppl(suppl);
    for (const table of ordinance.appdxTables) {
      this.element("AppdxTable", table.num === "" ? {} : { Num: table.num }, () => {
        this.leaf("AppdxTableTitle", table.appdxTableTitle, this.mode());
        if (table.relatedArticleNum) this.leaf("RelatedArticleNum", table.relatedArticleNum);
        this.appdxContent(table.content);
      });
    }
    for (const style of ordinance.appdxStyles) {
      this.element("AppdxStyle", style.num === "" ? {} : { Num: style.num }, () => {
        this.leaf("AppdxStyleTitle", style.appdxStyleTitle, this.mode());
        if (style.relatedArticleNum) this.leaf("RelatedArticleNum", style.relatedArticleNum);
        this.element("StyleStruct", {}, () =>
          this.element("Style", {}, () => {
            for (const line of style.lines) this.leaf("Sentence", line, this.mode());
          }),
        );
      });
    }
  }

  private mode(): Record<string, string> {
    return { WritingMode: this.style };
  }

  private element(
    name: string,
    attributes: Readonly<Record<string, string>>,
    inner: () => void,
  ): void {
    this.lines.push(`${"  ".repeat(this.depth)}<${name}${written(attributes)}>`);
    this.depth += 1;
    inner();
    this.depth -= 1;
    this.lines.push(`${"  ".repeat(this.depth)}</${name}>`);
  }

  private leaf(
    name: string,
    text: string,
    attributes: Readonly<Record<string, string>> = {},
  ): void {
    const head = `${"  ".repeat(this.depth)}<${name}${written(attributes)}`;
    this.lines.push(text === "" ? `${head}/>` : `${head}>${escapeText(text)}</${name}>`);
  }

  private toc(toc: Toc): void {
    this.element("TOC", {}, () => {
      this.leaf("TOCLabel", toc.label);
      this.tocEntries(toc.entries);
    });
  }

  /** Entries are nested by level: a 節 stands within the 章 before it. */
  private tocEntries(entries: readonly TocEntry[]): void {
    for (let at = 0; at < entries.length; ) {
      const entry = entries[at];
      if (!entry) return;
      const rank = rankOf(entry);
      let end = at + 1;
      // 前文, 附則 and 別表 have nothing beneath them.
      const holds = entry.level in ranks;
      while (holds && end < entries.length && rankOf(entries[end]) > rank) end += 1;
      this.tocEntry(entry, entries.slice(at + 1, end));
      at = end;
    }
  }

  private tocEntry(entry: TocEntry, below: readonly TocEntry[]): void {
    switch (entry.level) {
      case "Preamble":
      case "AppdxTable":
        this.leaf(`TOC${entry.level}Label`, entry.title);
        return;
      case "SupplProvision":
        this.element("TOCSupplProvision", {}, () => this.leaf("SupplProvisionLabel", entry.title));
        return;
      default:
        this.element(`TOC${entry.level}`, entry.num ? { Num: entry.num } : {}, () => {
          this.leaf(`${entry.level}Title`, entry.title);
          if (entry.articleRange) this.leaf("ArticleRange", entry.articleRange);
          this.tocEntries(below);
        });
    }
  }

  private children(children: readonly (Division | Article)[]): void {
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

  private paragraphs(paragraphs: readonly Paragraph[]): void {
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

  private suppl(suppl: SupplProvision): void {
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

  private appdxContent(content: readonly AppdxContent[]): void {
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

const ranks = { Part: 1, Chapter: 2, Section: 3, Subsection: 4, Division: 5 };

function rankOf(entry: TocEntry | undefined): number {
  const level = entry?.level ?? "SupplProvision";
  return level in ranks ? ranks[level as keyof typeof ranks] : 0;
}

function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}=${quote(value)}`)
    .join("");
}

/** Without the brackets around it. */
function bare(text: string): string {
  return /^[（(].*[）)]$/.test(text) ? text.slice(1, -1) : text;
}
