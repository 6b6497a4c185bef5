import { href } from "#app/routes.ts";
import { Button } from "../../button.tsx";
import { firmsText } from "../desk-firms.ts";
import { CodingFields } from "./coding-fields.tsx";
import { RosterConfirmation } from "./confirmation.tsx";
import { FaultTable } from "./fault-table.tsx";
import { MatchingFields } from "./matching-fields.tsx";
import type { RosterPreviewProps } from "./preview-props.ts";
import { SampleRows } from "./sample-rows.tsx";
import { SheetChoice } from "./sheet-choice.tsx";

/** An uploaded roster: what was read, which column is what, which value is which code, what is wrong. */
export function RosterPreviewView({
  slug,
  preview,
  withCode,
}: {
  slug: string;
  preview: RosterPreviewProps;
  /** Codes that an import makes invalid. */
  withCode: number;
}) {
  const { id, fileName, format, sheet, headerLine, lines, hiddenRows, firms } = preview;
  const wrong = preview.problems.length + preview.faultCount;
  return (
    <>
      <dl className="facts">
        <dt>ファイル</dt>
        <dd>
          {fileName}（{format}）
        </dd>
        {sheet && (
          <>
            <dt>シート</dt>
            <dd>{sheet}</dd>
          </>
        )}
        <dt>行</dt>
        <dd>
          見出しは{headerLine}行目、その下に{lines.toLocaleString("ja-JP")}行
          {hiddenRows > 0 && `（非表示の${hiddenRows.toLocaleString("ja-JP")}行を含みます）`}
        </dd>
        <dt>確かめた結果</dt>
        <dd>
          {wrong === 0 ? (
            <>
              <strong>{firmsText(firms)}を登録できます。</strong>
              {preview.withoutCorporateNumber > 0 &&
                `法人番号のない事業者は${firmsText(preview.withoutCorporateNumber)}です。`}
            </>
          ) : (
            <a href="#faults">直す所が{wrong.toLocaleString("ja-JP")}件あります</a>
          )}
        </dd>
      </dl>
      <SheetChoice upload={id} {...preview} />
      <SampleRows {...preview} />
      <form method="post" className="form full">
        <input type="hidden" name="upload" value={id} />
        <MatchingFields header={preview.header} matching={preview.matching} />
        <CodingFields found={preview.found} />
        <Button name="intent" value="check" look="secondary">
          この対応で確かめ直す
        </Button>
      </form>
      {wrong > 0 && (
        <FaultTable {...preview} file={href("deskRosterFaults", { survey: slug, upload: id })} />
      )}
      <RosterConfirmation upload={id} ready={wrong === 0} firms={firms} withCode={withCode} />
    </>
  );
}
