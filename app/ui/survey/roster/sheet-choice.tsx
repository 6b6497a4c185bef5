import { Button } from "../../button.tsx";
import { SelectField } from "../../field.tsx";
import { Notice } from "../../notice.tsx";

/** Which sheet of a workbook is meant, where there are several. */
export function SheetChoice({
  upload,
  sheet,
  sheets,
  doubtful,
}: {
  upload: string;
  sheet: string | null;
  sheets: string[];
  doubtful: boolean;
}) {
  if (sheet === null || sheets.length < 2) return null;
  return (
    <>
      {doubtful && (
        <Notice tone="warning">
          <p>
            シートが{sheets.length}枚あります。名簿は「{sheet}」でよいか、確かめてください。
          </p>
        </Notice>
      )}
      <form method="post" className="form">
        <input type="hidden" name="upload" value={upload} />
        <SelectField name="sheet" label="読むシート" required defaultValue={sheet}>
          {sheets.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </SelectField>
        <Button name="intent" value="sheet" look="secondary">
          このシートを読む
        </Button>
      </form>
    </>
  );
}
