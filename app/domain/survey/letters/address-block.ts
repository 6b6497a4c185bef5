import { breakLines } from "./break-lines.ts";

/** Whom a letter goes to, as the roster has it. */
export interface Addressee {
  /** 事業者番号, printed in the window so that returned mail can be told unopened. */
  number: string;
  name: string;
  /** 518-0000 */
  postalCode: string;
  address: string;
}

/** What stands in the window of the envelope, line by line; sizes in points. */
export interface AddressBlock {
  postalCode: string;
  address: string[];
  addressSize: number;
  /** The name with 御中. */
  name: string[];
  nameSize: number;
  number: string;
  /** Whether all lines fit the window at the smallest size. */
  fits: boolean;
}

/**
 * The part of an A4 sheet folded in three that shows in the window of a 長形3号 envelope (window
 * 45 × 90 mm, 20 mm from the left, 12 mm from the top) wherever the sheet slides inside it.
 */
export const windowBlock = { leftMm: 20, topMm: 13, widthMm: 66, heightMm: 24 } as const;

/** Height of a line and gap after the address, in ems and points. */
export const blockLeading = { lineEm: 1.18, gapPt: 1.5, numberPt: 6.5 } as const;

const pointsPerMm = 72 / 25.4;

/** Sizes to try, in points: address and name. */
const sizes = [
  [10, 12],
  [9.5, 11],
  [9, 10],
  [8.5, 9],
  [8, 8.5],
  [7.5, 8],
  [7, 7.5],
  [6, 7],
] as const;

/** Lays an address out for the window in the largest size that fits. */
export function addressBlock({ number, name, postalCode, address }: Addressee): AddressBlock {
  const at = ([addressSize, nameSize]: readonly [number, number]) => ({
    addressSize,
    nameSize,
    address: breakLines(address, ems(addressSize)),
    name: breakLines(`${name}\u3000御中`, ems(nameSize)),
  });
  const smallest = at([6, 7]);
  const laid = sizes.map(at).find((block) => heightOf(block) <= points(windowBlock.heightMm));
  return { postalCode, number, ...(laid ?? smallest), fits: laid !== undefined };
}

type Laid = Pick<AddressBlock, "address" | "addressSize" | "name" | "nameSize">;

function heightOf({ address, addressSize, name, nameSize }: Laid): number {
  const { lineEm, gapPt, numberPt } = blockLeading;
  const lines = (1 + address.length) * addressSize + name.length * nameSize + numberPt;
  return lines * lineEm + 2 * gapPt;
}

const points = (mm: number) => mm * pointsPerMm;
const ems = (size: number) => points(windowBlock.widthMm) / size;
