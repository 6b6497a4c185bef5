/**
 * A number as it is printed: 1,234 or 3.45, with two decimals at most. Numbers of more than fifteen
 * digits are printed in powers of ten (1×10^308): nobody reads three hundred digits.
 */
export function numberText(number: number): string {
  if (Math.abs(number) >= 1e15) {
    const [digits = "", power = ""] = number.toExponential(2).split("e");
    return `${Number(digits)}×10^${Number(power)}`;
  }
  return number.toLocaleString("ja-JP", { maximumFractionDigits: 2 });
}
