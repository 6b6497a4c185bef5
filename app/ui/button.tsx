import type { ComponentPropsWithoutRef } from "react";

type Look = "primary" | "secondary" | "danger";
type Size = "normal" | "small";

const classes = (look: Look, size: Size) =>
  ["button", look === "primary" ? "" : look, size === "small" ? "small" : ""]
    .filter(Boolean)
    .join(" ");

/** A button of a form; takes the native props of `button`. */
export function Button({
  look = "primary",
  size = "normal",
  ...button
}: { look?: Look; size?: Size } & ComponentPropsWithoutRef<"button">) {
  return <button type="submit" {...button} className={classes(look, size)} />;
}

/** A link that looks like a button: for the next step of a task. */
export function ButtonLink({
  look = "primary",
  size = "normal",
  href,
  children,
  ...link
}: { look?: Look; size?: Size } & ComponentPropsWithoutRef<"a">) {
  return (
    <a {...link} href={href} className={classes(look, size)}>
      {children}
    </a>
  );
}
