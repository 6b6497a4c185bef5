import type { Problem } from "#app/domain/problem.ts";
import {
  type AddressCorrection,
  choiceOf,
  type LetterKind,
  letterChoice,
  letterChoices,
  type MailingSelection,
  stratumFilter,
} from "#app/domain/survey/letters/index.ts";

/** Which letters are asked for, as the fields of a form or an address say. */
export interface MailingOrder {
  kind: LetterKind;
  /** Whether each firm gets a new code. */
  withCodes: boolean;
  selection: MailingSelection;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads an order; undefined when the fields name none. Firms are named by `number`. */
export function mailingOrderOf(fields: FormData | URLSearchParams): MailingOrder | undefined {
  const choice = letterChoice(fields.get("kind"));
  if (!choice) return undefined;
  const { kind, withCodes } = letterChoices[choice];
  const filter = stratumFilter((axis) =>
    fields
      .getAll(axis)
      .filter((value) => typeof value === "string")
      .slice(0, 100),
  );
  const number = textOf(fields, "number");
  const mailing = textOf(fields, "mailing");
  switch (kind) {
    case "invitation":
      return { kind, withCodes, selection: { of: "without-code", filter } };
    case "reminder":
      return { kind, withCodes, selection: { of: "unanswered", filter } };
    case "reissue":
      if (number !== "") return { kind, withCodes, selection: { of: "firm", number } };
      if (uuid.test(mailing)) {
        return { kind, withCodes, selection: { of: "mailing", mailingId: mailing } };
      }
      return { kind, withCodes, selection: { of: "unanswered", filter } };
  }
}

/** An order as fields, in the form in which `mailingOrderOf` reads it. */
export function mailingFields({ selection, ...order }: MailingOrder): [string, string][] {
  const fields: [string, string][] = [["kind", choiceOf(order)]];
  if (selection.of === "firm") fields.push(["number", selection.number]);
  else if (selection.of === "mailing") fields.push(["mailing", selection.mailingId]);
  else {
    for (const [axis, categories] of Object.entries(selection.filter)) {
      for (const category of categories) fields.push([axis, category]);
    }
  }
  return fields;
}

/** The right address of a single firm, out of a form. */
export function correctionOf(
  form: FormData,
): { ok: true; value: AddressCorrection } | { ok: false; problems: Problem[] } {
  const problems: Problem[] = [];
  const text = (field: string, label: string, longest: number) => {
    const value = textOf(form, field);
    if (value === "") problems.push({ field, message: `${label}を入力してください。` });
    else if (value.length > longest) {
      problems.push({ field, message: `${label}は${longest}字までにしてください。` });
    } else if (/[\p{Cc}\p{Cs}]/u.test(value)) {
      problems.push({ field, message: `${label}に使えない文字があります。消してください。` });
    }
    return value;
  };
  const name = text("name", "事業者名", 200);
  const address = text("address", "所在地", 300);
  const typed = textOf(form, "postalCode")
    .normalize("NFKC")
    .replace(/[‐−ー]/g, "-");
  const digits = /^(\d{3})-?(\d{4})$/.exec(typed);
  if (!digits) {
    const message = "郵便番号は 518-0000 のように7桁の数字で入力してください。";
    problems.push({ field: "postalCode", message });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { name, address, postalCode: `${digits?.[1]}-${digits?.[2]}` } };
}

function textOf(fields: FormData | URLSearchParams, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value.trim().slice(0, 1_000) : "";
}
