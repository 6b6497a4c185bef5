import { itemLabel, subitemLabel } from "./labels.ts";
import { NumberCount, type PathBase, ProvisionCollector } from "./provision-collector.ts";
import { type ProvisionNode, textOf } from "./provisions.ts";
import type { Item, Paragraph, Subitem, Table } from "./structure.ts";

/** Lists 項, 号, 細分 and rows of tables with what stands in them. */
export class BodyLister extends ProvisionCollector {
  protected addParagraphs(
    paragraphs: readonly Paragraph[],
    base: PathBase,
    parent: ProvisionNode | undefined,
    labelPrefix: string,
  ): void {
    const count = new NumberCount();
    for (const paragraph of paragraphs) {
      const num = String(paragraph.num);
      const label = `第${num}項`;
      const sole = paragraphs.length === 1 && paragraph.paragraphNum === "" && labelPrefix !== "";
      const node = this.add(base, `p${num}`, count.timesBefore(num), parent, {
        kind: "paragraph",
        label,
        fullLabel: sole ? labelPrefix : labelPrefix + label,
        numeral: paragraph.paragraphNum,
        caption: paragraph.paragraphCaption,
        text: textOf(paragraph.sentences),
        line: paragraph.line,
      });
      this.addTables(paragraph.tables, node);
      if (paragraph.items.length > 0) this.addItems(paragraph.items, node);
    }
  }

  private addItems(items: readonly Item[], parent: ProvisionNode): void {
    const count = new NumberCount();
    for (const item of items) this.addItem(item, parent, count);
  }

  protected addItem(item: Item, parent: ProvisionNode, count: NumberCount): void {
    const label = itemLabel(item);
    const num = item.num.replace(":", "to");
    const node = this.add(parent, `i${num}`, count.timesBefore(num), parent, {
      kind: "item",
      label,
      fullLabel: parent.fullLabel + label,
      numeral: item.itemTitle,
      text: textOf(item.sentences),
      line: item.line,
    });
    this.addTables(item.tables, node);
    if (item.subitems.length > 0) this.addSubitems(item.subitems, node);
  }

  private addSubitems(subitems: readonly Subitem[], parent: ProvisionNode): void {
    const count = new NumberCount();
    for (const subitem of subitems) {
      const label = subitemLabel(subitem);
      const node = this.add(parent, `s${subitem.num}`, count.timesBefore(subitem.num), parent, {
        kind: "subitem",
        label,
        fullLabel: parent.fullLabel + label,
        numeral: subitem.subitemTitle,
        text: textOf(subitem.sentences),
        line: subitem.line,
      });
      this.addTables(subitem.tables, node);
      if (subitem.subitems.length > 0) this.addSubitems(subitem.subitems, node);
    }
  }

  private addTables(tables: readonly Table[], parent: ProvisionNode): void {
    let count = 0;
    for (const table of tables) count = this.addRows(table, parent, count);
  }

  protected addRows(table: Table, parent: ProvisionNode, before: number): number {
    let count = before;
    for (const row of table.rows) {
      count += 1;
      const label = `${count}行目`;
      this.add(parent, `r${count}`, 0, parent, {
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
}
