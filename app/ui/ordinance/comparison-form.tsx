import type { ReactNode } from "react";
import type { ComparisonChoice } from "#app/domain/comparison/index.ts";
import type { VersionSummary } from "#app/domain/draft-version/index.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { versionName } from "./version-entries.tsx";

/** Chooses the two versions and how they are shown. */
export function ComparisonForm({
  versions,
  choice,
}: {
  versions: readonly VersionSummary[];
  choice: ComparisonChoice;
}) {
  const options = [...versions].reverse().map((version) => (
    <option key={version.id} value={version.number}>
      {versionName(version)}
    </option>
  ));
  return (
    <form method="get" action={href("comparison")} className="comparison-form no-print">
      <Choose name="from" label="修正前案" value={choice.from}>
        {options}
      </Choose>
      <Choose name="to" label="修正後案" value={choice.to}>
        {options}
      </Choose>
      <Choose name="view" label="見せ方" value={choice.view}>
        <option value="table">新旧対照表</option>
        <option value="text">追加と削除を示す本文</option>
        <option value="amending">改め文</option>
      </Choose>
      <Choose name="new" label="修正後案を置く側" value={choice.newSide}>
        <option value="right">右</option>
        <option value="left">左</option>
      </Choose>
      <Choose name="only" label="条の範囲" value={choice.only}>
        <option value="">変わらない条は（略）</option>
        <option value="changed">変更のある条だけ</option>
        <option value="all">すべての条の全文</option>
      </Choose>
      <Button>比べる</Button>
    </form>
  );
}

/** A choice that always has a value, so it is neither required nor optional. */
function Choose({
  name,
  label,
  value,
  children,
}: {
  name: string;
  label: string;
  value: string | number;
  children: ReactNode;
}) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={value}>
        {children}
      </select>
    </label>
  );
}
