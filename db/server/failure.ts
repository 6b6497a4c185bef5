/**
 * A failure of the embedded PostgreSQL server that the person who started the
 * platform can put right. `message` is Japanese and says what to do.
 */
export class EmbeddedServerFailure extends Error {
  override name = "EmbeddedServerFailure";
}

/** The way out that every failure can name. */
export const USE_ANOTHER_SERVER =
  "別に用意した PostgreSQL を使うときは、環境変数 DATABASE_URL にその接続先を指定してください。";

const NO_SPACE = /No space left on device|Disk quota exceeded/;
const NOT_WRITABLE = /Permission denied|Read-only file system|Operation not permitted/;

/**
 * Puts a fault of the operating system (an error with `code`, or the English
 * output of a PostgreSQL program) that arose under `place` into words.
 * Anything it does not know is returned as it was.
 */
export function explained(fault: unknown, place: string): unknown {
  if (fault instanceof EmbeddedServerFailure) return fault;
  const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
  const text = fault instanceof Error ? fault.message : String(fault);
  if (code === "ENOSPC" || code === "EDQUOT" || NO_SPACE.test(text)) {
    return new EmbeddedServerFailure(
      `ディスクの空きが足りないため、データベースを動かせません（場所: ${place}）。空きを増やしてから、もう一度起動してください。`,
      { cause: fault },
    );
  }
  if (["EACCES", "EPERM", "EROFS"].includes(code) || NOT_WRITABLE.test(text)) {
    return new EmbeddedServerFailure(
      `データベースの保存先に書き込めません（場所: ${place}）。フォルダの持ち主と書き込みの許可を確かめてください。前に root で起動したときは、また root で起動するか、フォルダの持ち主を変えてください。${USE_ANOTHER_SERVER}`,
      { cause: fault },
    );
  }
  return fault;
}
