import { wareki, weekday } from "../../japan/index.ts";
import { anonymityWords, type SurveyMode } from "../anonymity.ts";
import { type AddressBlock, type Addressee, addressBlock } from "./address-block.ts";
import { defaultLetterText, noticeOf, paragraphsOf } from "./default-text.ts";
import { languagesOffered } from "./languages.ts";
import type { LetterKind } from "./letter-kind.ts";

/** What a letter needs to know of its survey. */
export interface LetterSurvey {
  title: string;
  mode: SurveyMode;
  threshold: number;
  opensOn: string | null;
  /** The last day on which answers are taken. */
  closesOn: string;
  contact: string;
  letterText: string;
  /** Languages of the questionnaire, "ja" first. */
  locales: readonly string[];
  isSample: boolean;
}

/** What all letters of a mailing say, as plain data in the order of the page. */
export interface LetterText {
  kind: LetterKind;
  /** 「令和8年11月22日」 */
  date: string;
  /** "YYYY-MM-DD" */
  day: string;
  sender: string[];
  heading: string;
  notice: string[];
  paragraphs: string[];
  anonymity: { label: string; lines: string[] };
  contact: string[];
  /** 「令和8年12月18日（金曜日）」 */
  deadline: string;
  /** 「令和8年12月1日（火曜日）」; undefined when answers are taken at once. */
  opening: string | undefined;
  /** The short address to type, https://…/answer. */
  address: string;
  languages: string | undefined;
  /** Whether each letter carries a code of its own. */
  withCodes: boolean;
  /** What is stamped on every page: サンプル or 見本. */
  mark: string | undefined;
}

/** What one letter adds: its addressee, its code, and what its QR code leads to. */
export interface Letter {
  block: AddressBlock;
  /** The code in groups of four; empty without one. */
  code: string[];
  opens: string;
}

/** Who writes. */
export const sender = ["伊賀市", "公共調達のあり方審議会 事務局"];

/** What all letters of a mailing say on `day` ("YYYY-MM-DD"). */
export function letterText(
  survey: LetterSurvey,
  {
    kind,
    withCodes,
    day,
    address,
    specimen = false,
    printable = () => true,
  }: {
    kind: LetterKind;
    withCodes: boolean;
    day: string;
    /** The short address of the place to type a code. */
    address: string;
    /** A letter to look at, not to send. */
    specimen?: boolean;
    printable?: (text: string) => boolean;
  },
): LetterText {
  const { label, letter } = anonymityWords(survey.mode, survey);
  const later = survey.opensOn !== null && survey.opensOn > day ? survey.opensOn : undefined;
  const request = kind === "reminder" ? "御回答のお願い（再度の御案内）" : "御協力のお願い";
  return {
    kind,
    date: wareki(day),
    day,
    sender,
    heading: `「${survey.title}」への${request}`,
    notice: noticeOf(kind, withCodes),
    paragraphs: paragraphsOf(
      survey.letterText.trim() === "" ? defaultLetterText() : survey.letterText,
    ),
    anonymity: { label, lines: letter },
    contact: paragraphsOf(survey.contact).flatMap((paragraph) => paragraph.split("\n")),
    deadline: dayInWords(survey.closesOn),
    opening: later && dayInWords(later),
    address,
    languages: languagesOffered(survey.locales, printable),
    withCodes,
    mark: specimen ? "見本" : survey.isSample ? "サンプル" : undefined,
  };
}

/** The letter to one firm; `code` is in the form ABCD-EFGH-JKLM-NPQR. */
export function letterTo(firm: Addressee, code: string | undefined, opens: string): Letter {
  return { block: addressBlock(firm), code: code?.split("-") ?? [], opens };
}

/** 「令和8年12月18日（金曜日）」 */
function dayInWords(date: string): string {
  return `${wareki(date)}（${weekday(date)}曜日）`;
}
