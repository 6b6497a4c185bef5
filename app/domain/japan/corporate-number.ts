/**
 * The first digit of a 法人番号 for the twelve digits that follow it: 9 less the remainder by 9 of
 * the digits' weighted sum, weights 1, 2, 1, 2, … from the right (法人番号の指定等に関する省令第2条).
 */
export function corporateNumberCheckDigit(base: string): number {
  if (!/^\d{12}$/.test(base)) throw new RangeError("a corporate number's base has 12 digits");
  const sum = [...base]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0);
  return 9 - (sum % 9);
}

/** Whether a text is a 法人番号: 13 half-width digits of which the first checks the rest. */
export function isCorporateNumber(text: string): boolean {
  return /^\d{13}$/.test(text) && Number(text[0]) === corporateNumberCheckDigit(text.slice(1));
}
