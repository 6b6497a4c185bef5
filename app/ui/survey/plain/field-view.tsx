import type { FormField } from "#app/domain/survey/form/index.ts";
import { CheckboxField } from "./checkbox-field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { DropdownField } from "./dropdown-field.tsx";
import { MatrixField } from "./matrix-field.tsx";
import { MultipleTextField } from "./multiple-text-field.tsx";
import { PanelsField } from "./panels-field.tsx";
import { RankingField } from "./ranking-field.tsx";
import { CommentField, LineField } from "./text-fields.tsx";

/** A question of any type. */
export function FieldView({ field }: { field: FormField }) {
  switch (field.type) {
    case "text":
    case "number":
    case "date":
      return <LineField field={field} />;
    case "comment":
      return <CommentField field={field} />;
    case "boolean":
    case "radiogroup":
    case "rating":
      return <ChoiceField field={field} />;
    case "checkbox":
      return <CheckboxField field={field} />;
    case "dropdown":
      return <DropdownField field={field} />;
    case "ranking":
      return <RankingField field={field} />;
    case "matrix":
      return <MatrixField field={field} />;
    case "multipletext":
      return <MultipleTextField field={field} />;
    case "paneldynamic":
      return <PanelsField field={field} />;
    case "html":
      // biome-ignore lint/security/noDangerouslySetInnerHtml: safeHtml has let only text through.
      return <div className="question prose" dangerouslySetInnerHTML={{ __html: field.html }} />;
  }
}
