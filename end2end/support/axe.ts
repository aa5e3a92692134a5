// Every story ends with this: can people use the page who do not see it, or not well?

import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const GRAVE = ["serious", "critical"];

export async function audit(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const grave = violations.filter(({ impact }) => GRAVE.includes(impact ?? ""));
  const said = grave.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map((it) => it.html).join(" ")}`);
  expect(said, `axe on ${page.url()}`).toEqual([]);
}
