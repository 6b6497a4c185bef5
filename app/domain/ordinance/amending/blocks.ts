import { readSupplHeading } from "../headings.ts";
import { readMarker } from "../markers.ts";
import { parseOrdinance } from "../parse.ts";
import type { Article, Item, NumberingStyle, Ordinance, Paragraph } from "../structure.ts";

/** The provisions that stand after an amending sentence, read as the parts they are. */
export class Block {
  constructor(
    private readonly lines: readonly string[],
    private readonly style: NumberingStyle,
  ) {}

  private get first(): string {
    return this.style === "vertical" ? "第一条" : "第1条";
  }

  private read(...head: string[]): Ordinance {
    return parseOrdinance([...head, ...this.lines].join("\n")).ordinance;
  }

  text(): string {
    return this.lines.map((line) => line.trim()).join("");
  }

  articles(): Article[] {
    return this.main().children.flatMap((child) => (child.type === "Article" ? [child] : []));
  }

  main(): Ordinance["mainProvision"] {
    return this.read("＊").mainProvision;
  }

  paragraphs(): Paragraph[] {
    const [line = ""] = this.lines;
    const numbered =
      readMarker(line.trim())?.sign === "number" || /^[（(].*[）)]$/.test(line.trim());
    const read = numbered
      ? this.read("＊", `${this.first}　＊`)
      : parseOrdinance(["＊", `${this.first}　${line.trim()}`, ...this.lines.slice(1)].join("\n"))
          .ordinance;
    const [article] = read.mainProvision.children;
    if (article?.type !== "Article") return [];
    return numbered ? article.paragraphs.slice(1) : article.paragraphs;
  }

  items(): Item[] {
    const [article] = this.read("＊", `${this.first}　＊`).mainProvision.children;
    return article?.type === "Article" ? (article.paragraphs[0]?.items ?? []) : [];
  }

  suppl(): Ordinance["supplProvisions"] {
    return this.read("＊", `${this.first}　＊`).supplProvisions;
  }

  hasSupplHeading(): boolean {
    return readSupplHeading((this.lines[0] ?? "").trim()) !== undefined;
  }

  appendices(): Pick<Ordinance, "appdxTables" | "appdxStyles"> {
    return this.read("＊", `${this.first}　＊`);
  }

  front(): Pick<Ordinance, "toc" | "preamble"> {
    const { toc, preamble } = parseOrdinance(
      ["＊", ...this.lines, `${this.first}　＊`].join("\n"),
    ).ordinance;
    return { toc, preamble };
  }

  whole(): Ordinance {
    return this.read();
  }
}
