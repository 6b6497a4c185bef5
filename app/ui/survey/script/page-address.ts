/**
 * The page of the questionnaire in the address (?page=2), as the plain form has it: a reload shows
 * the same page, and the browser's "back" goes a page back instead of out of the questionnaire.
 */
export function turnAddress(page: number): void {
  if (page !== pageInAddress()) history.pushState(null, "", addressOf(page));
}

/** Names the page in the address of where we are. */
export function fixAddress(page: number): void {
  history.replaceState(null, "", addressOf(page));
}

function addressOf(page: number): URL {
  const url = new URL(location.href);
  url.searchParams.set("page", String(page + 1));
  url.hash = "";
  return url;
}

/** The page that the address names, from 0. */
export function pageInAddress(): number {
  const page = Number(new URL(location.href).searchParams.get("page") ?? 1);
  return Number.isInteger(page) && page > 0 ? page - 1 : 0;
}
