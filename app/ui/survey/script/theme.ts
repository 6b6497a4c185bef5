import type { ITheme } from "survey-core";

/** SurveyJS's default theme in the platform's colours, type and spacing. */
export const theme: ITheme = {
  themeName: "default",
  colorPalette: "light",
  isPanelless: true,
  cssVariables: {
    // As base.css has it; "inherit" would not reach the buttons.
    "--sjs2-typography-font-family-text":
      '"BIZ UDPGothic", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", Meiryo, sans-serif',
    "--sjs2-color-project-brand-400": "var(--color-primitive-blue-700)",
    "--sjs2-color-project-brand-600": "var(--key)",
    "--sjs2-color-project-brand-700": "var(--key-strong)",
    "--sjs2-color-project-brand-800": "var(--key-strong)",
    "--sjs2-palette-gray-500": "var(--color-neutral-solid-gray-600)",
    "--sjs2-palette-red-600": "var(--error)",
    "--sjs2-palette-red-700": "var(--error)",
    "--sjs2-palette-gray-700": "var(--text)",
    "--sjs2-color-fg-basic-primary": "var(--text)",
    "--sjs2-color-fg-basic-secondary": "var(--text-soft)",
    "--sjs2-color-fg-basic-tertiary": "var(--text-soft)",
    "--sjs2-color-border-basic-secondary": "var(--color-neutral-solid-gray-600)",
    "--sjs2-color-bg-basic-secondary": "var(--ground)",
    "--sjs2-color-utility-surface-survey": "transparent",
    "--sjs2-spacing-large-vertical": "24px",
    "--sjs2-layout-component-page-content-area-padding-horizontal": "0px",
    "--sjs2-layout-component-page-content-area-gap-vertical": "40px",
    "--sjs2-layout-component-page-header-padding-horizontal": "0px",
    "--sjs2-layout-component-survey-footer-padding-horizontal": "0px",
    "--sjs2-layout-component-panel-content-area-padding-horizontal": "0px",
    "--sjs2-layout-component-panel-header-padding-left": "0px",
    "--sjs2-layout-component-panel-header-padding-right": "0px",
    "--sjs2-typography-line-height-default": "28px",
  },
};
