import { comparisonKey } from "../../japan/comparison-key.ts";
import type { RosterField } from "./firm.ts";

/** The columns of a roster: their heading, and other headings seen for them, the surest first. */
export const rosterColumns: Record<RosterField, readonly [string, ...string[]]> = {
  number: [
    "事業者番号",
    "業者番号",
    "業者コード",
    "登録番号",
    "受付番号",
    "整理番号",
    "名簿番号",
    "番号",
    "No",
    "No.",
  ],
  name: [
    "事業者名",
    "商号又は名称",
    "商号または名称",
    "商号・名称",
    "商号名称",
    "名称",
    "会社名",
    "業者名",
    "事業所名",
    "法人名",
    "商号",
    "氏名又は名称",
    "企業名",
  ],
  corporateNumber: ["法人番号", "法人No", "マイナンバー法人番号"],
  postalCode: ["郵便番号", "〒", "郵便", "〒番号", "本店郵便番号"],
  address: ["所在地", "住所", "本店所在地", "本社所在地", "主たる営業所の所在地", "送付先住所"],
  sector: ["業種", "業種区分", "営業種目", "登録業種", "種別", "契約種別"],
  size: ["規模", "企業規模", "規模区分", "従業員規模", "従業員数", "常勤職員数", "従業者数"],
  region: ["地域区分", "所在地区分", "市内外", "市内市外", "市内・市外", "地区", "地域"],
  grade: ["等級", "格付", "格付け", "格付等級", "ランク", "級別"],
  tier: ["元請下請", "元請・下請", "元請/下請", "元請け・下請け", "元下区分", "元請下請区分"],
};

/** Fields that a roster cannot do without. */
export const requiredFields = ["name", "postalCode", "address"] as const satisfies RosterField[];

export const rosterFields = Object.keys(rosterColumns) as RosterField[];

/** Which column of the table each field is read from, counted from 0; null where it has none. */
export type Matching = Record<RosterField, number | null>;

/** A heading as it is compared: widths, spaces and what stands in brackets do not count. */
function headingKey(heading: string, brackets: boolean): string {
  const key = comparisonKey(heading).replace(/[\s※*＊]/gu, "");
  return (brackets ? key : key.replace(/\([^)]*\)/g, "")).toLowerCase();
}

const keys = new Map(
  rosterFields.map((field) => [field, rosterColumns[field].map((name) => headingKey(name, true))]),
);

/**
 * The columns that the headings tell. A field takes the column with its surest heading, the first
 * of equals; a column is read for one field only.
 */
export function matchColumns(header: readonly string[]): Matching {
  const whole = header.map((heading) => headingKey(heading, true));
  const bare = header.map((heading) => headingKey(heading, false));
  const taken = new Set<number>();
  const find = (field: RosterField): number | null => {
    for (const headings of [whole, bare]) {
      for (const key of keys.get(field) ?? []) {
        const place = headings.findIndex((heading, index) => heading === key && !taken.has(index));
        if (place === -1) continue;
        taken.add(place);
        return place;
      }
    }
    return null;
  };
  return {
    number: find("number"),
    name: find("name"),
    corporateNumber: find("corporateNumber"),
    postalCode: find("postalCode"),
    address: find("address"),
    sector: find("sector"),
    size: find("size"),
    region: find("region"),
    grade: find("grade"),
    tier: find("tier"),
  };
}

/** How many fields have a column. */
export function matchedFields(matching: Matching): number {
  return Object.values(matching).filter((column) => column !== null).length;
}
