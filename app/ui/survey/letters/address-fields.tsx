import type { Problem } from "#app/domain/problem.ts";
import { TextField } from "../../field.tsx";
import type { ReturnedFirm } from "./returned-mail.tsx";

/** Where a single firm's letter goes, to be corrected before it is made. */
export function AddressFields({
  firm,
  values,
  problems,
}: {
  firm: ReturnedFirm;
  values: Record<string, string>;
  problems: readonly Problem[];
}) {
  return (
    <>
      {firm.returnedReason && (
        <p>この事業者の手紙は戻っています（{firm.returnedReason}）。正しい宛先に直してください。</p>
      )}
      <TextField
        name="name"
        label="事業者名"
        required
        maxLength={200}
        defaultValue={values.name ?? firm.name}
        problems={problems}
      />
      <TextField
        name="postalCode"
        label="郵便番号"
        required
        maxLength={10}
        defaultValue={values.postalCode ?? firm.postalCode}
        problems={problems}
      />
      <TextField
        name="address"
        label="所在地"
        required
        maxLength={300}
        hint="直した宛先は、名簿にも残ります。"
        defaultValue={values.address ?? firm.address}
        problems={problems}
      />
    </>
  );
}
