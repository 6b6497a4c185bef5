import { readColumns, readSentences } from "./sentences.ts";
import type {
  AppdxContent,
  Article,
  Division,
  DivisionLevel,
  Item,
  Paragraph,
  Subitem,
  SupplProvision,
  Table,
} from "./structure.ts";
import { all, child, textIn, type XmlElement } from "./xml-elements.ts";

/** 「（第5条関係）」 behind the title of a 別表 or 様式. */
export function related(element: XmlElement): { relatedArticleNum?: string } {
  const text = textIn(element, "RelatedArticleNum");
  return text ? { relatedArticleNum: text } : {};
}

/** Whether an element is a 編, 章, 節, 款 or 目. */
export function isDivisionLevel(name: string): name is DivisionLevel {
  return ["Part", "Chapter", "Section", "Subsection", "Division"].includes(name);
}

/** The articles, and the chapters with theirs, that stand in an element. */
export function childrenOf(element: XmlElement): (Division | Article)[] {
  return element.children.flatMap((each): (Division | Article)[] => {
    if (each.name === "Article") return [readArticle(each)];
    if (!isDivisionLevel(each.name)) return [];
    return [
      {
        type: each.name,
        num: each.attributes.Num ?? "",
        title: textIn(each, `${each.name}Title`) ?? "",
        children: childrenOf(each),
        line: each.line,
      },
    ];
  });
}

function readArticle(element: XmlElement): Article {
  const caption = textIn(element, "ArticleCaption");
  return {
    type: "Article",
    num: element.attributes.Num ?? "",
    articleTitle: textIn(element, "ArticleTitle") ?? "",
    ...(caption ? { articleCaption: caption } : {}),
    paragraphs: paragraphsIn(element),
    line: element.line,
  };
}

/** The 項 that stand in an element. */
export function paragraphsIn(element: XmlElement): Paragraph[] {
  return element.children.flatMap((each): Paragraph[] => {
    if (each.name !== "Paragraph") return [];
    const caption = textIn(each, "ParagraphCaption");
    return [
      {
        type: "Paragraph",
        num: Number(each.attributes.Num ?? "1"),
        paragraphNum: textIn(each, "ParagraphNum") ?? "",
        ...(caption ? { paragraphCaption: caption } : {}),
        sentences: readSentences(sentenceText(each, "ParagraphSentence")),
        items: each.children.flatMap((inner) => (inner.name === "Item" ? [readItem(inner)] : [])),
        tables: tablesIn(each),
        line: each.line,
      },
    ];
  });
}

function readItem(element: XmlElement): Item {
  return {
    type: "Item",
    num: element.attributes.Num ?? "",
    itemTitle: textIn(element, "ItemTitle") ?? "",
    sentences: readColumns(sentenceText(element, "ItemSentence")),
    subitems: subitemsIn(element),
    tables: tablesIn(element),
    line: element.line,
  };
}

function subitemsIn(element: XmlElement): Subitem[] {
  return element.children.flatMap((each): Subitem[] => {
    const { name } = each;
    if (name !== "Subitem1" && name !== "Subitem2" && name !== "Subitem3") return [];
    return [
      {
        type: name,
        num: each.attributes.Num ?? "",
        subitemTitle: textIn(each, `${name}Title`) ?? "",
        sentences: readColumns(sentenceText(each, `${name}Sentence`)),
        subitems: subitemsIn(each),
        tables: tablesIn(each),
        line: each.line,
      },
    ];
  });
}

/** Sentences joined; columns parted by 「　」, as in the text. */
function sentenceText(element: XmlElement, name: string): string {
  const holder = child(element, name);
  if (!holder) return "";
  const join = (inner: XmlElement) =>
    all(inner, "Sentence")
      .map((each) => each.text)
      .join("");
  const columns = holder.children.filter((each) => each.name === "Column");
  return columns.length > 0 ? columns.map(join).join("　") : join(holder);
}

function tablesIn(element: XmlElement): Table[] {
  return element.children.flatMap((each) => (each.name === "TableStruct" ? readTables(each) : []));
}

function readTables(element: XmlElement): Table[] {
  return all(element, "Table").map((table) => {
    const rows = all(table, "TableRow").map((row) => ({
      type: "TableRow" as const,
      columns: row.children.map((column) =>
        all(column, "Sentence")
          .map((sentence) => sentence.text)
          .join("\n"),
      ),
      line: row.line,
    }));
    const several = rows.some((row) => row.columns.some((column) => column.includes("\n")));
    return { type: "Table", separator: several ? "lawtext" : "tab", rows, line: table.line };
  });
}

/** What an element adds to a 別表: tables, 号, remarks. */
export function readAppdxContent(element: XmlElement): AppdxContent[] {
  if (element.name === "TableStruct") return readTables(element);
  if (element.name === "Item") return [readItem(element)];
  if (element.name !== "Remarks") return [];
  return all(element, "Sentence").map(({ text, line }) => ({ type: "Text", text, line }));
}

/** A 附則. */
export function readSuppl(element: XmlElement): SupplProvision {
  const amending = element.attributes.AmendLawNum;
  return {
    type: "SupplProvision",
    label: textIn(element, "SupplProvisionLabel") ?? "附　則",
    ...(amending ? { amendLawNum: `（${amending}）` } : {}),
    extract: element.attributes.Extract === "true",
    articles: childrenOf(element),
    paragraphs: paragraphsIn(element),
    line: element.line,
  };
}
