/** A Japanese era. `since` is its first day; `zero` is the Gregorian year before its first year. */
export interface Era {
  name: string;
  letter: string;
  since: string;
  zero: number;
}

/** Newest first. Meiji begins here where Japan took up the Gregorian calendar (明治6年1月1日). */
const eras: Era[] = [
  { name: "令和", letter: "R", since: "2019-05-01", zero: 2018 },
  { name: "平成", letter: "H", since: "1989-01-08", zero: 1988 },
  { name: "昭和", letter: "S", since: "1926-12-25", zero: 1925 },
  { name: "大正", letter: "T", since: "1912-07-30", zero: 1911 },
  { name: "明治", letter: "M", since: "1873-01-01", zero: 1867 },
];

/** The era of a civil date and the year within it; throws RangeError before 1873. */
export function eraOf(date: string): { era: Era; year: number } {
  const era = eras.find((one) => one.since <= date);
  if (!era) throw new RangeError(`before the Gregorian calendar in Japan: ${date}`);
  return { era, year: Number(date.slice(0, 4)) - era.zero };
}

/** The era called by its name or letter: 「令和」, "R", "r". */
export function eraCalled(nameOrLetter: string): Era | undefined {
  return eras.find((era) => era.name === nameOrLetter || era.letter === nameOrLetter.toUpperCase());
}
