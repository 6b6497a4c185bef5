import type exceljs from "exceljs";

export const gothic = { name: "ＭＳ ゴシック", size: 10 };
export const bold = { ...gothic, bold: true };
export const heading = { ...gothic, size: 12, bold: true };
export const link = { ...gothic, underline: true, color: { argb: "FF00308A" } };
const line: Partial<exceljs.Border> = { style: "thin", color: { argb: "FF808080" } };
export const framed: Partial<exceljs.Borders> = {
  left: line,
  right: line,
  top: line,
  bottom: line,
};
export const headFill: exceljs.Fill = {
  type: "pattern",
  pattern: "solid",
  fgColor: { argb: "FFECECEC" },
};
/** A4, as wide as one page and as long as need be. */
export const onPaper = { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
export const formats = { count: "#,##0", percent: "0.0", value: "#,##0.00" } as const;
