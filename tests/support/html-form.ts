/** What a browser would post of the form in a page, as it came: names and values in order. */
export function postedBy(html: string, form = "data-plain-form"): URLSearchParams {
  const start = html.search(new RegExp(`<form[^>]*${form}`));
  const part = html.slice(start, html.indexOf("</form>", start));
  const posted = new URLSearchParams();
  const controls =
    /<input([^>]*)>|<textarea([^>]*)>([\s\S]*?)<\/textarea>|<select([^>]*)>([\s\S]*?)<\/select>/g;
  for (const [, input, textarea, text = "", select, options = ""] of part.matchAll(controls)) {
    const attributes = input ?? textarea ?? select ?? "";
    const name = attribute(attributes, "name");
    if (name === undefined || / disabled=""/.test(attributes)) continue;
    if (textarea !== undefined) posted.append(name, plain(text).replace(/^\n/, ""));
    else if (select !== undefined) posted.append(name, chosen(options));
    else if (!/type="(checkbox|radio)"/.test(attributes) || / checked=""/.test(attributes)) {
      posted.append(name, attribute(attributes, "value") ?? "");
    }
  }
  return posted;
}

/** What a page says, without markup. */
export function wordsIn(html: string): string {
  return plain(html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]+>/g, " "));
}

function chosen(options: string): string {
  const selected = /<option[^>]* selected=""[^>]*>/.exec(options)?.[0];
  return attribute(selected ?? "", "value") ?? "";
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(` ${attributes}`)?.[1];
  return value === undefined ? undefined : plain(value);
}

function plain(text: string): string {
  return text
    .replaceAll("<!-- -->", "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}
