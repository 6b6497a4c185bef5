/**
 * The Content-Disposition header with which a browser saves a file under a Japanese name
 * (RFC 6266); old browsers take the name with its other characters replaced.
 */
export function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^\w.-]+/g, "_");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extendedValue(fileName)}`;
}

// RFC 8187 leaves fewer signs bare than encodeURIComponent does.
function extendedValue(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
