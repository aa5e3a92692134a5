// What stories of the flow editor have in common: the editor as an administrator sees it.

import { expect, type Locator, type Page } from "@playwright/test";
import type { Server } from "./server.ts";
import { signIn } from "./desk.ts";
import { takenOver } from "./story.ts";

export class FlowEditor {
  constructor(readonly page: Page) {}

  /** A new flow, opened by whoever administers the desk. */
  static async create(page: Page, server: Server, name: string): Promise<FlowEditor> {
    if (!page.url().startsWith(`${server.url}/admin`)) await signIn(page, server, "admin");
    await page.goto(`${server.url}/admin/flows`);
    await takenOver(page);
    await page.getByRole("button", { name: "新建流程" }).click();
    await page.getByLabel("名称").fill(name);
    await page.getByRole("button", { name: "建好，去设计" }).click();
    await page.waitForURL(/\/admin\/flows\/\d+$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    return new FlowEditor(page);
  }

  get panel() {
    return this.page.getByRole("region", { name: "节点设置" });
  }

  select(name: string) {
    return select(this.panel, name);
  }

  /** The row of a step. */
  row(step: string) {
    const name = this.page.getByRole("button", { name: step, exact: true });
    return this.page.locator(".flow-steps tbody tr").filter({ has: name });
  }

  async choose(step: string): Promise<void> {
    await this.row(step).locator(".step-name").click();
    await expect(this.panel.getByLabel("名称")).toHaveValue(step);
  }

  async rename(to: string): Promise<void> {
    await this.panel.getByLabel("名称").fill(to);
    await expect(this.row(to)).toBeVisible();
  }

  /** Behind the step that is chosen. */
  async add(kind: string, name: string): Promise<void> {
    await this.page.getByRole("button", { name: "添加节点" }).click();
    await this.page.locator("#add-step").getByRole("button", { name: new RegExp(`^${kind}`) }).click();
    await expect(this.select("做什么")).toContainText(kind);
    await this.rename(name);
  }

  async owner(rule: string, which?: string): Promise<void> {
    await this.select("谁来做").selectOption({ label: rule });
    if (which) await this.select("哪一个").selectOption({ label: which });
  }

  /** The ways out of the step that is chosen, from the top. */
  way(place: number) {
    return this.panel.locator(".way").nth(place);
  }

  async leads(place: number, to: string): Promise<void> {
    await select(this.way(place), "去").selectOption({ label: to });
  }

  /** One more way above the others, for amounts up to so many yuan. */
  async upTo(yuan: string, to: string): Promise<void> {
    await this.panel.getByRole("button", { name: "添加一条" }).click();
    await this.way(0).getByRole("button", { name: "加条件" }).click();
    await select(this.way(0), "看什么").selectOption({ label: "涉及金额" });
    await this.way(0).getByLabel("多少").fill(yuan);
    await this.leads(0, to);
  }

  async saved(): Promise<void> {
    await expect(this.page.locator(".flow-standing .end")).toContainText("已保存", { timeout: 15_000 });
  }

  async menu(item: string): Promise<void> {
    await this.page.locator('[popovertarget="flow-more"]').click();
    await this.page.locator("#flow-more").getByText(item).click();
  }

  async publish(note: string): Promise<void> {
    await this.page.getByRole("button", { name: "发布", exact: true }).click();
    const dialog = this.page.getByRole("dialog", { name: "发布新版本" });
    await dialog.getByRole("textbox").fill(note);
    await dialog.getByRole("button", { name: "发布", exact: true }).click();
    await expect(dialog).toBeHidden();
  }
}

/** By its label alone; the words of its options are none of its name. */
function select(where: Locator, name: string): Locator {
  return where.getByRole("combobox", { name, exact: true });
}
