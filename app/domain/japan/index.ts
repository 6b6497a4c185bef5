export { dateParts, datePartsOf, isCivilDate, joinDate } from "./civil-date.ts";
export { civilDate, clock, clockWords, weekday } from "./civil-time.ts";
export { comparisonKey, searchKey } from "./comparison-key.ts";
export { fileKind, fileLabel, fileSize } from "./file-size.ts";
export { type FiscalYear, fiscalYear } from "./fiscal-year.ts";
export { readWareki } from "./read-wareki.ts";
export { wareki, warekiMonth, warekiMonthShort, warekiShort } from "./wareki.ts";
export { wordsOf } from "./words.ts";
