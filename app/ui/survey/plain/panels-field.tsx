import type { FormField } from "#app/domain/survey/form/index.ts";
import { Button } from "../../button.tsx";
import { FieldView } from "./field-view.tsx";
import { useFormContext } from "./form-context.ts";
import { GroupField } from "./group-field.tsx";

/** The panels of a dynamic panel, each with its questions, and the buttons that add and remove. */
export function PanelsField({ field }: { field: Extract<FormField, { type: "paneldynamic" }> }) {
  const { words } = useFormContext();
  const { control, panels, enabled } = field;
  return (
    <GroupField field={field} kind="panels">
      <input type="hidden" name={control} value={panels.length} disabled={!enabled} />
      {panels.length === 0 && enabled && <p className="soft">{words.noPanels}</p>}
      {panels.map((panel, index) => (
        <fieldset className="panel" key={panel.number} id={`${control}.${index}`} tabIndex={-1}>
          <legend>{words.panel(panel.number)}</legend>
          {panel.fields.map((inner) => (
            <FieldView key={inner.control} field={enabled ? inner : { ...inner, enabled: false }} />
          ))}
          {panel.remove !== null && enabled && (
            <Button name="intent" value={panel.remove} look="secondary" size="small">
              {words.removePanel(panel.number)}
            </Button>
          )}
        </fieldset>
      ))}
      {field.add !== null && enabled && (
        <p>
          <Button name="intent" value={field.add} look="secondary">
            {words.addPanel}
          </Button>
        </p>
      )}
    </GroupField>
  );
}
