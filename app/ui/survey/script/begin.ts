import { PlainForm } from "./plain-form.ts";
import { fetchStart } from "./start.ts";

/**
 * Begins the script form, once the page is painted and the browser idle (entry.client.tsx). The
 * plain form stands and works all the while; where this fails, it simply goes on.
 */
export function beginScriptForm(place: HTMLElement): void {
  const plain = PlainForm.in(place);
  if (!plain) return;
  plain.form.addEventListener("keydown", keepConversion);
  fetchAndTakeOver(plain).catch(() => undefined);
}

async function fetchAndTakeOver(plain: PlainForm): Promise<void> {
  const [start, { takeOver }] = await Promise.all([fetchStart(), import("./take-over.tsx")]);
  if (start) takeOver(plain, start.definition, start.draft);
}

/** Enter that ends a kanji conversion sends no form: Safari would take it for the form's Enter. */
function keepConversion(event: KeyboardEvent): void {
  const converting = event.isComposing || event.keyCode === 229;
  if (converting && event.key === "Enter" && !(event.target instanceof HTMLTextAreaElement)) {
    event.preventDefault();
  }
}
