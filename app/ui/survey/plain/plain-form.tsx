import {
  type FormPage,
  type FormWords,
  formWords,
  type PageProblem,
} from "#app/domain/survey/form/index.ts";
import { languageName } from "#app/domain/survey/locales.ts";
import { Button } from "../../button.tsx";
import { ProblemList } from "../../notice.tsx";
import { FieldView } from "./field-view.tsx";
import { FormContextProvider } from "./form-context.ts";

export interface PlainFormProps {
  page: FormPage;
  problems: readonly PageProblem[];
  locale: string;
  /** The languages that the questionnaire offers. */
  locales: readonly string[];
  /** Comes back with the page: tells what the page was made from. */
  made: { invitation: string; revision: number; edition: number; mark: string };
}

/** One page of the questionnaire as a form that works without script. */
export function PlainForm({ page, problems, locale, locales, made }: PlainFormProps) {
  const words = formWords(locale);
  const last = page.number === page.of;
  return (
    <section data-questionnaire className="questionnaire" aria-label="調査票" lang={locale}>
      <ProblemList
        title={words.problems}
        problems={problems.map((problem) => ({
          message: inContext(page, problem, words),
          field: problem.control,
        }))}
      />
      <form
        method="post"
        action={`?page=${page.number}`}
        data-plain-form={page.name}
        className="form"
        noValidate
      >
        {/* Enter in a field presses the first button of a form. */}
        <button
          type="submit"
          name="intent"
          value="next"
          className="default-button"
          tabIndex={-1}
          aria-hidden="true"
        />
        <input type="hidden" name="page" value={page.name} />
        <input type="hidden" name="lang" value={locale} />
        <input type="hidden" name="invitation" value={made.invitation} />
        <input type="hidden" name="revision" value={made.revision} />
        <input type="hidden" name="edition" value={made.edition} />
        <input type="hidden" name="mark" value={made.mark} />
        <p className="progress">
          <progress max={page.of} value={page.number} aria-hidden="true" />
          {words.progress(page.number, page.of)}
        </p>
        {locales.length > 1 && (
          <fieldset className="languages">
            <legend>{words.language}</legend>
            {locales.map((each) => (
              <Button
                key={each}
                name="intent"
                value={`lang:${each}`}
                look="secondary"
                size="small"
                lang={each}
                aria-pressed={each === locale}
              >
                {languageName(each)}
              </Button>
            ))}
          </fieldset>
        )}
        {page.title && <h2>{page.title}</h2>}
        {page.description && <p className="lines">{page.description}</p>}
        <FormContextProvider value={{ words, problems }}>
          {page.fields.map((field) => (
            <FieldView key={field.control} field={field} />
          ))}
        </FormContextProvider>
        <div className="buttons">
          <Button name="intent" value="next">
            {last ? words.toReview : words.next}
          </Button>
          {page.number > 1 && (
            <Button name="intent" value="back" look="secondary">
              {words.back}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}

/** 問3　この問に答えてください。 */
function inContext({ fields }: FormPage, { field, message }: PageProblem, words: FormWords) {
  const number = fields.find(({ name }) => name === field)?.number ?? 0;
  const fault = words.fault(message);
  return number > 0 ? `${words.question(number)}　${fault}` : fault;
}
