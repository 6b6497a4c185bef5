import { articleLabel, itemLabel, numeralOf, subitemLabel } from "./labels.ts";
import type {
  AppdxTable,
  Article,
  Division,
  Item,
  Ordinance,
  Paragraph,
  Sentence,
  Subitem,
  SupplProvision,
  Table,
} from "./structure.ts";

export type ProvisionKind =
  | "title"
  | "enactStatement"
  | "toc"
  | "preamble"
  | "part"
  | "chapter"
  | "section"
  | "subsection"
  | "division"
  | "article"
  | "paragraph"
  | "item"
  | "subitem"
  | "supplementary"
  | "table"
  | "row"
  | "note"
  | "style";

/**
 * One provision of an ordinance, without its children. `path` names it within one version
 * ("art-5_2/p2/i3", "suppl-1/p1", "table-1/r2") and is the same whenever the same text is read;
 * `anchor` is the path as an HTML id.
 */
export interface ProvisionNode {
  path: string;
  /** The provision this one stands in; absent at the top. */
  parentPath?: string;
  kind: ProvisionKind;
  /** How deep it stands: 0 for what has no parent. */
  depth: number;
  /** 「第5条」「第2項」「第3号」「附則」「別表第1」; Arabic digits in horizontal style. */
  label: string;
  /** 「第5条第2項第3号」; the only 項 of an article has the article's label. */
  fullLabel: string;
  /** The number as the text has it: 「第５条」「2」「⑶」「ア」, "" for a first 項. */
  numeral: string;
  /** 見出し as written, brackets included; also under a 共通見出し. */
  caption?: string;
  /** True where the caption is written on an article before (共通見出し). */
  captionShared?: boolean;
  /** Own text without children; cells of a row are joined by a tab. */
  text: string;
  /** Cells of a row. */
  columns?: string[];
  anchor: string;
  /** Line in the source, from 1; 0 if not read from a text. */
  line: number;
}

/** The text of sentences as it was written: columns are kept apart by 「　」. */
export function textOf(sentences: readonly Sentence[]): string {
  let text = "";
  let column = sentences[0]?.column;
  for (const sentence of sentences) {
    if (sentence.column !== column) text += "　";
    column = sentence.column;
    text += sentence.text;
  }
  return text;
}

/** The HTML id of a path. */
export function anchorOf(path: string): string {
  const anchor = path.replaceAll("/", "-");
  return anchor.includes("~") ? anchor.replaceAll("~", "-again") : anchor;
}

type Draft = Omit<ProvisionNode, "path" | "anchor" | "depth" | "parentPath">;

/** Collects nodes in reading order and gives equal paths a running suffix. */
class Collector {
  readonly nodes: ProvisionNode[] = [];
  private readonly seen = new Map<string, number>();

  add(path: string, parent: ProvisionNode | undefined, draft: Draft): ProvisionNode {
    const times = (this.seen.get(path) ?? 0) + 1;
    this.seen.set(path, times);
    const unique = times === 1 ? path : `${path}~${times}`;
    const node: ProvisionNode = {
      path: unique,
      ...(parent ? { parentPath: parent.path } : {}),
      depth: parent ? parent.depth + 1 : 0,
      ...draft,
      anchor: anchorOf(unique),
    };
    this.nodes.push(node);
    return node;
  }
}

/** Every provision of an ordinance, flat, in reading order, parents before children. */
export function provisionsOf(ordinance: Ordinance): ProvisionNode[] {
  const out = new Collector();
  const plain = (kind: ProvisionKind, label: string, text: string, line: number): Draft => ({
    kind,
    label,
    fullLabel: label,
    numeral: "",
    text,
    line,
  });
  out.add("title", undefined, plain("title", "題名", ordinance.lawTitle, ordinance.lawTitleLine));
  ordinance.enactStatements.forEach((text, index) => {
    out.add(`enact-${index + 1}`, undefined, plain("enactStatement", "制定文", text, 0));
  });
  if (ordinance.toc) {
    const text = ordinance.toc.entries.map((e) => e.title + (e.articleRange ?? "")).join("\n");
    out.add("toc", undefined, plain("toc", "目次", text, ordinance.toc.line));
  }
  if (ordinance.preamble) {
    const { paragraphs, line } = ordinance.preamble;
    const preamble = out.add("preamble", undefined, plain("preamble", "前文", "", line));
    paragraphs.forEach((paragraph, index) => {
      const label = paragraphs.length > 1 ? `前文第${index + 1}段落` : "前文";
      out.add(`preamble/p${index + 1}`, preamble, {
        ...plain("paragraph", label, textOf(paragraph.sentences), paragraph.line),
      });
    });
  }
  addParagraphs(out, ordinance.mainProvision.paragraphs, undefined, "", "main");
  addChildren(out, ordinance.mainProvision.children, undefined, "", "");
  ordinance.supplProvisions.forEach((suppl, index) => {
    addSuppl(out, suppl, `suppl-${index + 1}`);
  });
  for (const table of ordinance.appdxTables) addAppdxTable(out, table);
  ordinance.appdxStyles.forEach((style) => {
    const label = style.appdxStyleTitle;
    out.add(`style-${style.num || "1"}`, undefined, {
      ...plain("style", label, style.lines.join("\n"), style.line),
      ...(style.relatedArticleNum ? { caption: style.relatedArticleNum } : {}),
    });
  });
  return out.nodes;
}

const divisionKinds = {
  Part: "part",
  Chapter: "chapter",
  Section: "section",
  Subsection: "subsection",
  Division: "division",
} as const;

function addChildren(
  out: Collector,
  children: readonly (Division | Article)[],
  parent: ProvisionNode | undefined,
  prefix: string,
  labelPrefix: string,
): void {
  let shared: string | undefined;
  for (const child of children) {
    if (child.type === "Article") {
      // 共通見出し covers the articles after it that have none, within the same chapter.
      const deleted = isDeleted(child);
      shared = deleted ? undefined : (child.articleCaption ?? shared);
      const inherited = !deleted && child.articleCaption === undefined ? shared : undefined;
      addArticle(out, child, parent, prefix, labelPrefix, inherited);
      continue;
    }
    shared = undefined;
    const label = numeralOf(child.title);
    const base = prefix || (parent ? `${parent.path}/` : "");
    const node = out.add(`${base}${child.type.toLowerCase()}-${child.num}`, parent, {
      kind: divisionKinds[child.type],
      label,
      fullLabel: (labelPrefix || (parent ? parent.fullLabel : "")) + label,
      numeral: label,
      text: child.title.slice(label.length).trim(),
      line: child.line,
    });
    addChildren(out, child.children, node, prefix, labelPrefix);
  }
}

/** Whether an article only keeps its number (「第7条　削除」). */
export function isDeleted(article: Article): boolean {
  const only = article.paragraphs.length === 1 ? article.paragraphs[0] : undefined;
  return only !== undefined && only.items.length === 0 && textOf(only.sentences) === "削除";
}

function addArticle(
  out: Collector,
  article: Article,
  parent: ProvisionNode | undefined,
  prefix: string,
  labelPrefix: string,
  inherited: string | undefined,
): void {
  const label = articleLabel(article);
  const caption = article.articleCaption ?? inherited;
  const node = out.add(`${prefix}art-${article.num.replace(":", "to")}`, parent, {
    kind: "article",
    label,
    fullLabel: labelPrefix + label,
    numeral: article.articleTitle,
    ...(caption === undefined ? {} : { caption }),
    ...(inherited === undefined ? {} : { captionShared: true }),
    text: "",
    line: article.line,
  });
  addParagraphs(out, article.paragraphs, node, node.fullLabel, node.path);
}

function addParagraphs(
  out: Collector,
  paragraphs: readonly Paragraph[],
  parent: ProvisionNode | undefined,
  labelPrefix: string,
  path: string,
): void {
  for (const paragraph of paragraphs) {
    const label = `第${paragraph.num}項`;
    const sole = paragraphs.length === 1 && paragraph.paragraphNum === "" && labelPrefix !== "";
    const fullLabel = sole ? labelPrefix : labelPrefix + label;
    const node = out.add(`${path}/p${paragraph.num}`, parent, {
      kind: "paragraph",
      label,
      fullLabel,
      numeral: paragraph.paragraphNum,
      ...(paragraph.paragraphCaption === undefined ? {} : { caption: paragraph.paragraphCaption }),
      text: textOf(paragraph.sentences),
      line: paragraph.line,
    });
    addTables(out, paragraph.tables, node);
    for (const item of paragraph.items) addItem(out, item, node);
  }
}

function addItem(out: Collector, item: Item, parent: ProvisionNode): void {
  const label = itemLabel(item);
  const node = out.add(`${parent.path}/i${item.num.replace(":", "to")}`, parent, {
    kind: "item",
    label,
    fullLabel: parent.fullLabel + label,
    numeral: item.itemTitle,
    text: textOf(item.sentences),
    line: item.line,
  });
  addTables(out, item.tables, node);
  for (const subitem of item.subitems) addSubitem(out, subitem, node);
}

function addSubitem(out: Collector, subitem: Subitem, parent: ProvisionNode): void {
  const label = subitemLabel(subitem);
  const node = out.add(`${parent.path}/s${subitem.num}`, parent, {
    kind: "subitem",
    label,
    fullLabel: parent.fullLabel + label,
    numeral: subitem.subitemTitle,
    text: textOf(subitem.sentences),
    line: subitem.line,
  });
  addTables(out, subitem.tables, node);
  for (const child of subitem.subitems) addSubitem(out, child, node);
}

function addTables(out: Collector, tables: readonly Table[], parent: ProvisionNode): void {
  let count = 0;
  for (const table of tables) count = addRows(out, table, parent, count);
}

function addRows(out: Collector, table: Table, parent: ProvisionNode, before: number): number {
  let count = before;
  for (const row of table.rows) {
    count += 1;
    const label = `${count}行目`;
    out.add(`${parent.path}/r${count}`, parent, {
      kind: "row",
      label,
      fullLabel: `${parent.fullLabel}${parent.kind === "table" ? "の" : "の表の"}${label}`,
      numeral: "",
      text: row.columns.join("\t"),
      columns: row.columns,
      line: row.line,
    });
  }
  return count;
}

function addSuppl(out: Collector, suppl: SupplProvision, path: string): void {
  const note = `${suppl.amendLawNum ?? ""}${suppl.extract ? "抄" : ""}`;
  const node = out.add(path, undefined, {
    kind: "supplementary",
    label: "附則",
    fullLabel: "附則",
    numeral: suppl.label,
    text: note,
    line: suppl.line,
  });
  addParagraphs(out, suppl.paragraphs, node, "附則", path);
  addChildren(out, suppl.articles, node, `${path}/`, "附則");
}

function addAppdxTable(out: Collector, table: AppdxTable): void {
  const node = out.add(`table-${table.num || "0"}`, undefined, {
    kind: "table",
    label: table.appdxTableTitle,
    fullLabel: table.appdxTableTitle,
    numeral: table.appdxTableTitle,
    ...(table.relatedArticleNum === undefined ? {} : { caption: table.relatedArticleNum }),
    text: "",
    line: table.line,
  });
  let rows = 0;
  let notes = 0;
  for (const part of table.content) {
    if (part.type === "Table") rows = addRows(out, part, node, rows);
    else if (part.type === "Item") addItem(out, part, node);
    else {
      notes += 1;
      out.add(`${node.path}/n${notes}`, node, {
        kind: "note",
        label: `注記${notes}`,
        fullLabel: `${node.fullLabel}の注記${notes}`,
        numeral: "",
        text: part.text,
        line: part.line,
      });
    }
  }
}
