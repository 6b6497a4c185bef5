import { type FormPage, formWords, type PageProblem } from "#app/domain/survey/form/index.ts";
import { Button } from "../../button.tsx";
import { ProblemList } from "../../notice.tsx";
import { FieldView } from "../plain/field-view.tsx";
import { FormContextProvider } from "../plain/form-context.ts";

/** All pages of the questionnaire on one screen, every question open, none required. */
export function KeyingForm({
  pages,
  problems,
  edition,
}: {
  pages: readonly FormPage[];
  problems: readonly PageProblem[];
  edition: number;
}) {
  const words = formWords("ja");
  const numbers = new Map(
    pages.flatMap(({ fields }) => fields.map(({ name, number }) => [name, number] as const)),
  );
  const inContext = ({ field, message, control }: PageProblem) => {
    const number = numbers.get(field) ?? 0;
    return { message: number > 0 ? `問${number}　${message}` : message, field: control };
  };
  return (
    <section className="questionnaire" aria-label="紙の回答の入力">
      <ProblemList
        problems={problems.map(inContext)}
        title="まだ保存していません。次の点を直してください"
      />
      <form method="post" className="form" noValidate>
        {/* Enter in a field presses the first button of a form. */}
        <button
          type="submit"
          name="intent"
          value="save"
          className="default-button"
          tabIndex={-1}
          aria-hidden="true"
        />
        <input type="hidden" name="edition" value={edition} />
        <FormContextProvider value={{ words, problems }}>
          {pages.map((page) => (
            <section key={page.name}>
              {page.title && <h2>{page.title}</h2>}
              {page.fields.map((field) => (
                <FieldView key={field.control} field={field} />
              ))}
            </section>
          ))}
        </FormContextProvider>
        <Button name="intent" value="save">
          入力を終える
        </Button>
      </form>
    </section>
  );
}
