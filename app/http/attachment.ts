/**
 * The Content-Disposition of a file to be saved, its name in Japanese (RFC 6266, RFC 5987), with a
 * name in ASCII for programs that read no other.
 */
export function attachment(fileName: string): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(fileName)?.[0] ?? "";
  const encoded = encodeURIComponent(fileName.replace(/\p{Surrogate}/gu, "")).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="file${ending}"; filename*=UTF-8''${encoded}`;
}
