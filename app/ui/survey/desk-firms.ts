/** A number of firms: 1,234者. */
export const firmsText = (count: number): string => `${count.toLocaleString("ja-JP")}者`;
