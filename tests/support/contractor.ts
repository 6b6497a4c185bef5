import { href } from "#app/routes.ts";
import { postedBy, wordsIn } from "./html-form.ts";
import type { Person } from "./site.ts";

/** What stands on a page, and what its form would post. */
export interface Seen {
  status: number;
  html: string;
  words: string;
  fields: URLSearchParams;
  location: string | null;
}

/** What a browser without script makes of a response; reads its body. */
export async function seen(response: Response): Promise<Seen> {
  const html = await response.text();
  return {
    status: response.status,
    html,
    words: wordsIn(html),
    fields: postedBy(html),
    location: response.headers.get("Location"),
  };
}

/** A contractor who answers as a browser without script does. */
export interface Contractor {
  person: Person;
  look(path?: string): Promise<Seen>;
  /** Posts a page as it was seen, with some controls changed (null: taken away). */
  post(page: Seen, changes: Changes, intent?: string): Promise<Seen>;
  /** Sends what the review shows. */
  send(): Promise<Seen>;
}

export type Changes = Record<string, string | string[] | null>;

/** Enters a code; throws when it is not let in. */
export async function enter(person: Person, code: string | undefined): Promise<Contractor> {
  const entered = await person.post(href("codeEntry"), { code: code ?? "" });
  if (entered.headers.get("Location") !== href("answer")) {
    throw new Error(`not let in: ${entered.status} ${wordsIn(await entered.text())}`);
  }
  return contractorOf(person);
}

function contractorOf(person: Person): Contractor {
  const post = async (path: string, fields: URLSearchParams) =>
    seen(await person.post(path, formData(fields)));
  return {
    person,
    look: async (path = href("answer")) => seen(await person.get(path)),
    post(page, changes, intent = "next") {
      const fields = new URLSearchParams(page.fields);
      for (const [name, value] of Object.entries(changes)) {
        fields.delete(name);
        for (const each of value === null ? [] : [value].flat()) fields.append(name, each);
      }
      fields.set("intent", intent);
      return post(`${href("answer")}?page=1`, fields);
    },
    async send() {
      const review = await seen(await person.get(href("answerReview")));
      return post(href("answerReview"), postedBy(review.html, 'class="buttons"'));
    },
  };
}

function formData(fields: URLSearchParams): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
