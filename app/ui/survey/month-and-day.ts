/** 「11月20日」, where the year stands elsewhere. */
export function monthAndDay(date: string): string {
  const [, month = "", day = ""] = date.split("-");
  return `${Number(month)}月${Number(day)}日`;
}
