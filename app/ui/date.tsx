import { civilDate, clock, wareki } from "#app/domain/japan/index.ts";

/** A civil date "YYYY-MM-DD" in 和暦. */
export function Day({ date }: { date: string }) {
  return <time dateTime={date}>{wareki(date)}</time>;
}

/** An instant as date and, if asked for, time in Japan. Takes a Date or its ISO text. */
export function Moment({ at, time = false }: { at: Date | string; time?: boolean }) {
  const instant = new Date(at);
  return (
    <time dateTime={instant.toISOString()}>
      {wareki(civilDate(instant))}
      {time && ` ${clock(instant)}`}
    </time>
  );
}
