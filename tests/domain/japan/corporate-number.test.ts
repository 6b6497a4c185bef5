import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  corporateNumberCheckDigit,
  isCorporateNumber,
} from "#app/domain/japan/corporate-number.ts";

const base = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 })
  .map((digits) => digits.join(""));

describe("corporate numbers", () => {
  it("accepts two numbers the National Tax Agency has published", () => {
    expect(isCorporateNumber("7000012050002")).toBe(true);
    expect(isCorporateNumber("8000012010038")).toBe(true);
  });

  it("refuses a wrong check digit, other lengths and full-width digits", () => {
    expect(isCorporateNumber("6000012050002")).toBe(false);
    expect(isCorporateNumber("700001205000")).toBe(false);
    expect(isCorporateNumber("70000120500021")).toBe(false);
    expect(isCorporateNumber("７０００012050002")).toBe(false);
    expect(isCorporateNumber("")).toBe(false);
  });

  it("gives every base one check digit from 1 to 9, and no other passes", () => {
    fc.assert(
      fc.property(base, fc.integer({ min: 0, max: 9 }), (digits, first) => {
        const check = corporateNumberCheckDigit(digits);
        expect(check).toBeGreaterThanOrEqual(1);
        expect(check).toBeLessThanOrEqual(9);
        expect(isCorporateNumber(`${first}${digits}`)).toBe(first === check);
      }),
    );
  });

  it("notices one wrong digit unless the digits differ by nine", () => {
    fc.assert(
      fc.property(base, fc.nat(11), fc.integer({ min: 1, max: 8 }), (digits, place, shift) => {
        const old = Number(digits[place]);
        const changed = (old + shift) % 10;
        fc.pre(Math.abs(changed - old) !== 9);
        const wrong = digits.slice(0, place) + changed + digits.slice(place + 1);
        expect(isCorporateNumber(`${corporateNumberCheckDigit(digits)}${wrong}`)).toBe(false);
      }),
    );
  });
});
