import type { Checked, Problem } from "../../problem.ts";
import type { RosterFirm } from "./firm.ts";

/** The columns of a roster: their heading and other headings seen for them. */
export const rosterColumns: Record<keyof RosterFirm, readonly [string, ...string[]]> = {
  number: ["事業者番号", "業者番号", "業者コード", "登録番号"],
  name: ["事業者名", "商号又は名称", "商号または名称", "名称", "会社名"],
  corporateNumber: ["法人番号"],
  postalCode: ["郵便番号"],
  address: ["所在地", "住所"],
  sector: ["業種", "業種区分"],
  size: ["規模", "企業規模"],
  region: ["地域区分", "所在地区分"],
  grade: ["等級", "格付"],
  tier: ["元請下請", "元請・下請", "元請/下請"],
};

export type ColumnPlaces = Record<keyof RosterFirm, number>;

/** Where each column stands in a header line. Columns may come in any order, further ones too. */
export function placeColumns(
  header: readonly string[],
): Checked<{ places: ColumnPlaces; ignored: string[] }> {
  const headings = header.map((heading) => heading.normalize("NFKC").replace(/\s/g, ""));
  const problems: Problem[] = [];
  const places = new Map<string, number>();
  for (const [key, names] of Object.entries(rosterColumns)) {
    const found = headings.flatMap((heading, index) => (names.includes(heading) ? [index] : []));
    if (found.length > 1) {
      problems.push({
        line: 1,
        field: names[0],
        message: `「${names[0]}」の列が${found.length}つあります。1つにしてください。`,
      });
    }
    if (found[0] !== undefined) places.set(key, found[0]);
  }
  const at = (key: keyof RosterFirm): number => {
    const place = places.get(key);
    if (place !== undefined) return place;
    const [name] = rosterColumns[key];
    const message = `「${name}」の列がありません。1行目の見出しに「${name}」を加えてください。`;
    problems.push({ line: 1, field: name, message });
    return -1;
  };
  const value = {
    places: {
      number: at("number"),
      name: at("name"),
      corporateNumber: at("corporateNumber"),
      postalCode: at("postalCode"),
      address: at("address"),
      sector: at("sector"),
      size: at("size"),
      region: at("region"),
      grade: at("grade"),
      tier: at("tier"),
    },
    ignored: headings.filter((_, index) => ![...places.values()].includes(index)),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}
