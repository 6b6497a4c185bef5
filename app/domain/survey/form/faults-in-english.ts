/** The checker's messages and what they are in English. `$1` … are the parts in brackets. */
const translations: [RegExp, string][] = [
  [/^この問に答えてください。$/, "Please answer this question."],
  [/^数字で入力してください。$/, "Enter a number in digits."],
  [/^整数で入力してください。$/, "Enter a whole number."],
  [/^(\S+)以上の数を入力してください。$/, "Enter a number of $1 or more."],
  [/^(\S+)以下の数を入力してください。$/, "Enter a number of $1 or less."],
  [/^(\S+)刻みの数を入力してください。$/, "Enter a multiple of $1."],
  [/^実際にある日付を、.*$/, "Enter a date that exists, such as 2026-04-01."],
  [/^(\S+)以降の日付を入力してください。$/, "Enter a date of $1 or later."],
  [/^(\S+)以前の日付を入力してください。$/, "Enter a date of $1 or earlier."],
  [/^メールアドレスを正しく入力してください。$/, "Enter a correct e-mail address."],
  [
    /^([\d,]+)字までにしてください（今は([\d,]+)字です）。$/,
    "Write at most $1 characters (now $2).",
  ],
  [/^([\d,]+)字以上で入力してください。$/, "Write at least $1 characters."],
  [/^使えない文字（.*$/, "There are characters that cannot be used. Please type the text again."],
  [/^(\d+)つまで選んでください（今は(\d+)つです）。$/, "Choose at most $1 (now $2)."],
  [/^(\d+)つ以上選んでください。$/, "Choose at least $1."],
  [/^選択肢にない答えです。.*$/, "This is not one of the choices. Please choose again."],
  [
    /^「(.+)」を選ぶときは、ほかを選ばないでください。$/,
    "“$1” cannot be chosen together with others.",
  ],
  [/^「その他」の内容を書いてください。$/, "Please give the details for “other”."],
  [
    /^「その他」を選んでいないときは、その他の内容を書かないでください。$/,
    "Choose “other”, or leave its details empty.",
  ],
  [/^(.+)の行にも答えてください。$/, "Please answer these rows as well: $1"],
  [/^行ごとに別の答えを選んでください。$/, "Choose a different answer for each row."],
  [/^すべての項目に順位を付けてください。.*$/, "Give every item a rank."],
  [/^(\d+)位が2つ以上あります。.*$/, "Rank $1 was given more than once. Please choose again."],
  [/^(\d+)件以上入力してください。$/, "At least $1 are needed."],
  [/^(\d+)件までにしてください。$/, "At most $1 are possible."],
];

/**
 * A message of the checker in English; in Japanese, as it is, where it is the author's own or has
 * no translation. What stands before it (「最も低い時給」： or 2件目の「業種」：) stays before it.
 */
export function faultInEnglish(message: string): string {
  const [, place = "", fault = message] =
    /^((?:(?:\d+件目の)?「[^」]+」：)*)(.+)$/s.exec(message) ?? [];
  const found = translations.find(([pattern]) => pattern.test(fault));
  if (found === undefined) return message;
  const where = place.replace(/(\d+)件目の「([^」]+)」：/g, "No. $1, “$2”: ");
  return (where + fault.replace(...found))
    .replace(/「([^」]+)」：/g, "“$1”: ")
    .replaceAll("」「", "”, “")
    .replaceAll("「", "“")
    .replaceAll("」", "”");
}
