import type { Ordinance, Toc, TocEntry } from "./structure.ts";
import { bare, ProvisionWriter } from "./write-provisions-xml.ts";

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

class Writer extends ProvisionWriter {
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
}

const ranks = { Part: 1, Chapter: 2, Section: 3, Subsection: 4, Division: 5 };

function rankOf(entry: TocEntry | undefined): number {
  const level = entry?.level ?? "SupplProvision";
  return level in ranks ? ranks[level as keyof typeof ranks] : 0;
}
