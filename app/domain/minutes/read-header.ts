import type { FrontMatter } from "../markdown/front-matter.ts";
import type { Problem } from "../problem.ts";
import type { MinutesHeader, Openness, RecordForm } from "./minutes.ts";
import { type MeetingTimes, readMeetingTimes } from "./read-times.ts";

/** The keys of the front matter of minutes, in the order a clerk writes them. */
export const headerKeys = [
  ...(["会議", "日時", "場所", "公開", "非公開の理由", "傍聴者", "記録の形式"] as const),
  ...(["サンプル", "訂正の理由"] as const),
] as const;
export type HeaderKey = (typeof headerKeys)[number];

const opennesses: readonly Openness[] = ["公開", "一部非公開", "非公開"];
const forms: readonly RecordForm[] = ["全文", "要点筆記"];

/** What the front matter says of a meeting; the lists come from the body. */
export type HeaderValues = Omit<
  MinutesHeader,
  "agenda" | "present" | "absent" | "staff" | "papers"
>;

/** Reads the values of the front matter; a value is given only when there is no problem. */
export function readHeader({ entries, lines }: Pick<FrontMatter<HeaderKey>, "entries" | "lines">): {
  header?: HeaderValues;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const complain = (key: HeaderKey, message: string) => {
    problems.push({ message, line: lines[key] ?? 1, field: key });
    return undefined;
  };
  const required = (key: HeaderKey, example: string) =>
    entries[key]?.value ??
    complain(key, `「${key}: ${example}」のように「${key}」を書いてください。`);
  const oneOf = <T extends string>(key: HeaderKey, choices: readonly T[]): T | undefined => {
    const value = required(key, choices.join(" / "));
    const choice = choices.find((one) => one === value);
    if (value === undefined || choice !== undefined) return choice;
    return complain(key, `「${key}」は ${choices.join("、")} のどれかにしてください。`);
  };

  const title = required("会議", "第3回公共調達のあり方審議会");
  const number = title === undefined ? undefined : meetingNumber(title);
  if (title !== undefined && number === undefined) {
    complain("会議", "会議の名称には「第3回」のように回数を入れてください。");
  }
  const times = readTimes();
  const place = required("場所", "市役所本庁舎 会議室");
  const openness = oneOf("公開", opennesses);
  const closedReason = entries.非公開の理由?.value;
  if (openness && openness !== "公開" && closedReason === undefined) {
    complain("非公開の理由", `「${openness}」のときは「非公開の理由: 」に理由を書いてください。`);
  }
  const observers = readObservers();
  const form = oneOf("記録の形式", forms);
  const isSample = entries.サンプル ? oneOf("サンプル", ["はい", "いいえ"]) === "はい" : false;

  function readTimes(): MeetingTimes | undefined {
    const value = required("日時", "2026-07-22 14:00-16:05");
    const read = value === undefined ? undefined : readMeetingTimes(value);
    if (read?.ok === false) {
      for (const problem of read.problems) complain("日時", problem.message);
    }
    return read?.ok ? read.value : undefined;
  }

  function readObservers(): number | undefined {
    if (!entries.傍聴者 && openness === "非公開") return 0;
    const value = required("傍聴者", "3")?.normalize("NFKC");
    if (value === undefined || value === "なし") return value === undefined ? undefined : 0;
    const count = /^(\d{1,5})\s*[人名]?$/u.exec(value)?.[1];
    return count === undefined
      ? complain("傍聴者", "「傍聴者」は人数を数字で書いてください（いなければ 0）。")
      : Number(count);
  }

  if (
    problems.length > 0 ||
    title === undefined ||
    number === undefined ||
    times === undefined ||
    place === undefined ||
    openness === undefined ||
    observers === undefined ||
    form === undefined
  ) {
    return { problems };
  }
  return {
    problems,
    header: {
      title,
      number,
      ...times,
      place,
      openness,
      ...(openness === "公開" ? {} : { closedReason }),
      observers,
      form,
      isSample,
      correctionReason: entries.訂正の理由?.value,
    },
  };
}

/** The 3 of 「第3回…」, also in full width; undefined when the title has none. */
export function meetingNumber(title: string): number | undefined {
  const digits = /第\s*(\d{1,4})\s*回/u.exec(title.normalize("NFKC"))?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}
