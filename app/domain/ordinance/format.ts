import { textOf } from "./provisions.ts";
import type {
  AppdxStyle,
  AppdxTable,
  Article,
  Division,
  DivisionLevel,
  Item,
  Ordinance,
  Paragraph,
  Preamble,
  Subitem,
  SupplProvision,
  Table,
  Toc,
} from "./structure.ts";

/**
 * The text of an ordinance in the usual layout of its style. Reading the result gives the same
 * structure again; formatting what was read gives the same text but for white space.
 */
export function formatOrdinance(ordinance: Ordinance): string {
  const lawtext = ordinance.notation === "lawtext";
  const blocks: string[][] = [];
  if (ordinance.promulgation.length > 0) blocks.push(ordinance.promulgation);
  blocks.push([ordinance.lawTitle, ...(ordinance.lawNum?.split("\n") ?? [])]);
  for (const text of ordinance.enactStatements) {
    blocks.push([lawtext ? `:enact-statement:${text}` : text]);
  }
  if (ordinance.toc) blocks.push(formatToc(ordinance.toc));
  if (ordinance.preamble) {
    blocks.push(formatPreamble(ordinance.preamble));
  }
  blocks.push(ordinance.mainProvision.paragraphs.flatMap(formatParagraph));
  blocks.push(...formatChildren(ordinance.mainProvision.children));
  const back = [
    ...ordinance.supplProvisions.map((each) => ({
      line: each.line,
      blocks: formatSuppl(each, lawtext),
    })),
    ...ordinance.appdxTables.map((each) => ({
      line: each.line,
      blocks: [formatTable(each, lawtext)],
    })),
    ...ordinance.appdxStyles.map((each) => ({ line: each.line, blocks: [formatStyle(each)] })),
  ];
  // Some cities put 別表 before the 附則: source lines keep that order.
  if (back.every((each) => each.line > 0)) back.sort((a, b) => a.line - b.line);
  blocks.push(...back.flatMap((each) => each.blocks));
  const text = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n");
  return `${text.replace(/^\n+/, "")}\n`;
}

const indents: Record<DivisionLevel, number> = {
  Part: 1,
  Chapter: 2,
  Section: 3,
  Subsection: 4,
  Division: 5,
};

/** The lines of the 前文. */
export function formatPreamble({ label, paragraphs }: Preamble): string[] {
  const lines = paragraphs.map((paragraph) => `　${textOf(paragraph.sentences)}`);
  return label === undefined ? lines : [label, ...lines];
}

/** The lines of each 別表 and 様式. */
export function formatAppendix(ordinance: Ordinance): string[][] {
  const lawtext = ordinance.notation === "lawtext";
  return [
    ...ordinance.appdxTables.map((table) => formatTable(table, lawtext)),
    ...ordinance.appdxStyles.map(formatStyle),
  ];
}

/** The lines of the 目次. */
export function formatToc(toc: Toc): string[] {
  const used = toc.entries.flatMap((e) => (e.level in indents ? [e.level] : []));
  const top = Math.min(...used.map((level) => indents[level as DivisionLevel]), 5);
  const entries = toc.entries.map((entry) => {
    const indent = entry.level in indents ? indents[entry.level as DivisionLevel] - top : 0;
    return `　${"　".repeat(indent)}${entry.title}${entry.articleRange ?? ""}`;
  });
  return [toc.label, ...entries];
}

function formatChildren(children: readonly (Division | Article)[]): string[][] {
  return children.flatMap((child) => {
    if (child.type === "Article") return [formatArticle(child)];
    const heading = [`${"　".repeat(indents[child.type] + 1)}${child.title}`];
    return [heading, ...formatChildren(child.children)];
  });
}

/** The lines of one article, its caption first. */
export function formatArticle(article: Article): string[] {
  const lines = article.articleCaption === undefined ? [] : [`　${article.articleCaption}`];
  const [first, ...rest] = article.paragraphs;
  if (!first) return [...lines, article.articleTitle];
  const [, ...below] = formatParagraph(first);
  lines.push(joined(article.articleTitle, textOf(first.sentences)), ...below);
  return [...lines, ...rest.flatMap(formatParagraph)];
}

function joined(numeral: string, text: string): string {
  return numeral !== "" && text !== "" ? `${numeral}　${text}` : numeral + text;
}

/** The lines of one paragraph; its caption (附則) first. */
export function formatParagraph(paragraph: Paragraph): string[] {
  const caption = paragraph.paragraphCaption;
  return [
    ...(caption === undefined ? [] : [`　${caption}`]),
    joined(paragraph.paragraphNum, textOf(paragraph.sentences)),
    ...paragraph.tables.flatMap((table) => formatRows(table)),
    ...paragraph.items.flatMap((item) => formatItem(item)),
  ];
}

/** The lines of one 号 with its 細分. */
export function formatItem(item: Item): string[] {
  return [
    `　${joined(item.itemTitle, textOf(item.sentences))}`,
    ...item.tables.flatMap((table) => formatRows(table)),
    ...item.subitems.flatMap((subitem) => formatSubitem(subitem, 2)),
  ];
}

/** The lines of one 細分; `indent` counts full-width spaces. */
function formatSubitem(subitem: Subitem, indent: number): string[] {
  return [
    `${"　".repeat(indent)}${joined(subitem.subitemTitle, textOf(subitem.sentences))}`,
    ...subitem.tables.flatMap((table) => formatRows(table)),
    ...subitem.subitems.flatMap((child) => formatSubitem(child, indent + 1)),
  ];
}

function formatRows(table: Table): string[] {
  if (table.separator === "lawtext") return table.rows.flatMap((row) => formatLawtext(row.columns));
  return table.rows.map((row) =>
    table.separator === "tab" ? row.columns.join("\t") : `| ${row.columns.join(" | ")} |`,
  );
}

function formatLawtext(columns: readonly string[]): string[] {
  return columns.flatMap((column, index) => {
    const head = index === 0 ? "  * - " : "    - ";
    const lines = column.split("\n");
    return lines.length === 1
      ? [head + column]
      : [`${head}|`, ...lines.map((line) => `      - ${line}`)];
  });
}

/** The lines of an 附則, in blocks parted by blank lines. */
export function formatSuppl(suppl: SupplProvision, lawtext: boolean): string[][] {
  const note = `${suppl.amendLawNum ?? ""}${suppl.extract ? "　抄" : ""}`;
  const heading = `　　　${suppl.label}${note === "" ? "" : `　${note}`}`;
  const bare = suppl.paragraphs.length === 1 && suppl.paragraphs[0]?.paragraphNum === "";
  const paragraphs = suppl.paragraphs.flatMap(formatParagraph);
  if (lawtext && bare && paragraphs[0] !== undefined) {
    paragraphs[0] = `:anonym-paragraph:${paragraphs[0]}`;
  }
  return [[heading, ...paragraphs], ...formatChildren(suppl.articles)];
}

function formatTable(table: AppdxTable, lawtext: boolean): string[] {
  const sharp = lawtext ? "# " : "";
  const indent = lawtext ? "  " : "";
  return [
    `${sharp}${table.appdxTableTitle}${table.relatedArticleNum ?? ""}`,
    ...table.content.flatMap((part) => {
      if (part.type === "Table") return formatRows(part);
      if (part.type === "Text") return [`${indent}${sharp}${part.text}`];
      const [first = "", ...below] = formatItem(part);
      return [`${indent}${sharp}${first.slice(1)}`, ...below];
    }),
  ];
}

function formatStyle(style: AppdxStyle): string[] {
  return [`${style.appdxStyleTitle}${style.relatedArticleNum ?? ""}`, ...style.lines];
}
