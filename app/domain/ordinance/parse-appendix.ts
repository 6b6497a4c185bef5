import type { AppendixHeading } from "./headings.ts";
import { readMarker } from "./markers.ts";
import { levelOf } from "./numbering.ts";
import { isBracketed, readColumns } from "./sentences.ts";
import type { SourceLine } from "./source-lines.ts";
import type { AppdxStyle, AppdxTable, NumberingStyle, Ordinance, Table } from "./structure.ts";
import { isTableLine, readRow } from "./table-lines.ts";

/** Reads the lines of one 別表 or 様式 after its heading. */
export interface AppendixReader {
  accept(line: SourceLine): void;
}

/** Adds an empty 別表 or 様式 to the ordinance and answers the reader of its lines. */
export function openAppendix(
  heading: AppendixHeading,
  line: SourceLine,
  ordinance: Ordinance,
): AppendixReader {
  const related = heading.related === undefined ? {} : { relatedArticleNum: heading.related };
  if (heading.kind === "style") {
    const style: AppdxStyle = {
      type: "AppdxStyle",
      num: heading.num,
      appdxStyleTitle: heading.title,
      ...related,
      lines: [],
      line: line.line,
    };
    ordinance.appdxStyles.push(style);
    return { accept: (each) => style.lines.push(each.text) };
  }
  const table: AppdxTable = {
    type: "AppdxTable",
    num: heading.num,
    appdxTableTitle: heading.title,
    ...related,
    content: [],
    line: line.line,
  };
  ordinance.appdxTables.push(table);
  return new TableReader(table, ordinance.style);
}

class TableReader implements AppendixReader {
  /** Column at which the lines of a lawtext cell of several lines stand. */
  private innerColumn: number | undefined;

  constructor(
    private readonly appdx: AppdxTable,
    private readonly style: NumberingStyle,
  ) {}

  accept(line: SourceLine): void {
    const text = line.text.startsWith("# ") ? line.text.slice(2) : line.text;
    const { appdx } = this;
    if (/^(\* )?- /.test(text)) {
      this.acceptLawtext(line);
      return;
    }
    if (isTableLine(text)) {
      const row = readRow(line);
      const separator = text.includes("\t") ? "tab" : "pipe";
      if (row) this.openTable(separator, line).rows.push(row);
      return;
    }
    const first = appdx.content.length === 0 && appdx.relatedArticleNum === undefined;
    if (first && isBracketed(text) && /関係[）)]$/.test(text)) {
      appdx.relatedArticleNum = text;
      return;
    }
    const marker = readMarker(text);
    if (marker && marker.sign !== "division" && marker.sign !== "article") {
      if (marker.sign !== "number" && levelOf(marker.sign, this.style) === "Item") {
        appdx.content.push({
          type: "Item",
          num: marker.num,
          itemTitle: marker.written,
          sentences: readColumns(marker.text),
          subitems: [],
          tables: [],
          line: line.line,
        });
        return;
      }
    }
    appdx.content.push({ type: "Text", text, line: line.line });
  }

  private openTable(separator: Table["separator"], line: SourceLine): Table {
    const last = this.appdx.content.at(-1);
    if (last?.type === "Table" && last.separator === separator) return last;
    const table: Table = { type: "Table", separator, rows: [], line: line.line };
    this.appdx.content.push(table);
    return table;
  }

  /** `* - a` begins a row, `- b` a column, `- |` a column of several lines. */
  private acceptLawtext(line: SourceLine): void {
    const table = this.openTable("lawtext", line);
    const begins = line.text.startsWith("* - ");
    const cell = line.text.slice(begins ? 4 : 2);
    const column = line.column + (begins ? 2 : 0);
    if (begins) {
      table.rows.push({ type: "TableRow", columns: [cell], line: line.line });
      this.innerColumn = undefined;
      return;
    }
    const columns = table.rows.at(-1)?.columns;
    if (!columns) return;
    if (this.innerColumn !== undefined && column >= this.innerColumn) {
      const last = columns.pop() ?? "";
      columns.push(last === "" ? cell : `${last}\n${cell}`);
      return;
    }
    this.innerColumn = cell === "|" ? column + 1 : undefined;
    columns.push(cell === "|" ? "" : cell);
  }
}
