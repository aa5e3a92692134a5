// An administrator who has never seen it builds the compensation flow by clicking (D-04, S-02).

import { readFile } from "node:fs/promises";
import { audit } from "../support/axe.ts";
import { openTicket, signIn } from "../support/desk.ts";
import { FlowEditor } from "../support/flows.ts";
import { expect, takenOver, test } from "../support/story.ts";

const ENTER = "填写赔付金额";

test("d_04 b_15 s_02 build, try, publish and run the compensation flow", async ({ page, server }) => {
  test.setTimeout(180_000);
  const flow = await FlowEditor.create(page, server, "赔付流程");

  // The standard draft becomes: accept, enter the amount, review by amount, pay, tell.
  await flow.choose("处理");
  await flow.rename(ENTER);
  await flow.panel.getByRole("button", { name: "添加字段" }).click();
  await flow.select("字段").selectOption({ label: "涉及金额" });
  await flow.add("审批", "主管审批");
  await flow.add("处理", "付款");
  await flow.choose("主管审批");
  await flow.leads(1, "＋ 新节点……");
  await flow.rename("修改金额");
  await flow.choose(ENTER);
  await flow.upTo("500", "主管审批");
  await flow.leads(1, "＋ 新节点……");
  await flow.select("做什么").selectOption({ label: "审批" });
  await flow.rename("总监审批");
  await flow.owner("部门负责人", "客服中心");
  await flow.leads(0, "付款");
  await flow.leads(1, "修改金额");
  await flow.choose("修改金额");
  await expect(flow.row("修改金额")).toContainText(`做「${ENTER}」的人`);
  await flow.upTo("500", "主管审批");
  await flow.leads(1, "总监审批");
  await expect(page.getByText("可以发布")).toBeVisible();
  await flow.saved();
  await audit(page);

  // A ticket of 800 yuan goes to the director, comes back once, and is paid in the end.
  await page.getByRole("button", { name: "试走" }).click();
  const bench = page.getByRole("region", { name: "试走" });
  await bench.getByLabel(/涉及金额/).fill("800");
  const open = bench.locator(".trail li[data-open]");
  const end = async (step: string, outcome: string) => {
    await expect(open).toContainText(step);
    await open.getByRole("button", { name: outcome, exact: true }).click();
  };
  await end("接收", "完成");
  await end(ENTER, "完成");
  await end("总监审批", "未通过");
  await bench.getByLabel(/涉及金额/).fill("300");
  await audit(page);
  await end("修改金额", "完成");
  await end("主管审批", "通过");
  await end("付款", "完成");
  await end("反馈", "完成");
  await expect(bench.getByText("流程走完了")).toBeVisible();

  // Published, it says what is new; and a leaf runs it.
  await flow.publish("赔付按金额审批");
  await expect(page.getByText("已发布第 1 版")).toBeVisible();
  await flow.menu("哪些分类用这个流程");
  await page.getByPlaceholder("按名称找分类").fill("拒绝退换");
  await page.getByLabel("投诉 / 已购买 / 拒绝退换").check();
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("分类已更新")).toBeVisible();

  // A ticket of that leaf runs it.
  const token = server.ask("token", "create", "--agent", "admin", "--scope", "all");
  const filed = await fetch(`${server.url}/api/v1/tickets`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      category: ["投诉", "已购买", "拒绝退换"],
      subject: "商家拒绝退货",
      description: "签收才三天，商家拒绝退货。",
      customer: { name: "王小美", phone: "13812345521" },
      fields: { order: "884203117715", amount: "800" },
    }),
  });
  const { number } = (await filed.json()) as { number: string };
  await openTicket(page, server, number);
  await expect(page.getByRole("list", { name: /进度|步骤|流程/ }).first()).toContainText(ENTER);
});

test("d_04 what is wrong is said beside the step, and nothing typed is lost", async ({ page, server }) => {
  const flow = await FlowEditor.create(page, server, `流程 ${Date.now()}`);

  await flow.choose("处理");
  await flow.owner("指定的人");
  await flow.rename("");
  await expect(page.locator(".flow-problems")).toContainText("请给节点起个名字");
  await flow.panel.getByLabel("名称").fill("核实情况");
  await expect(page.locator(".flow-problems")).toBeHidden();
  await flow.saved();
  await page.reload();
  await takenOver(page);

  await expect(flow.row("核实情况")).toBeVisible();
});

test("d_04 steps are moved by keyboard and by dragging", async ({ page, server }) => {
  const flow = await FlowEditor.create(page, server, `流程 ${Date.now()}`);
  const names = page.locator(".flow-steps .step-name");
  await expect(names).toHaveText(["接收", "处理", "反馈"]);

  await names.nth(2).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(names).toHaveText(["接收", "反馈", "处理"]);
  await expect(names.nth(1)).toBeFocused();

  const grip = page.locator(".flow-steps .grip").nth(2);
  const from = (await grip.boundingBox())!;
  const to = (await page.locator(".flow-steps tbody tr").nth(1).boundingBox())!;
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 12, { steps: 6 });
  await page.mouse.up();
  await expect(names).toHaveText(["接收", "处理", "反馈"]);

  // From the dot of a step to another one: it leads there now.
  await flow.choose("接收");
  const port = (await page.locator(".node[aria-pressed='true'] .port").boundingBox())!;
  const end = (await page.locator(".flow-graph [data-step='feedback']").boundingBox())!;
  await page.mouse.move(port.x + 7, port.y + 7);
  await page.mouse.down();
  await page.mouse.move(end.x + 40, end.y + 20, { steps: 8 });
  await page.mouse.up();
  await expect(flow.row("接收").locator(".then")).toContainText("反馈");
  await expect(page.locator(".flow-problems")).toContainText("没有任何节点通到这里");
});

test("d_04 the second of two administrators is told, and keeps what they have", async ({ page, person, server }) => {
  const flow = await FlowEditor.create(page, server, `流程 ${Date.now()}`);
  const other = await person();
  await signIn(other, server, "admin");
  await other.goto(page.url());
  await takenOver(other);

  await flow.choose("处理");
  await flow.rename("我先改");
  await flow.saved();
  const second = new FlowEditor(other);
  await second.choose("处理");
  await second.panel.getByLabel("名称").fill("我后改");
  await expect(other.getByText(/刚刚改了这个流程/)).toBeVisible();
  await expect(second.panel.getByLabel("名称")).toHaveValue("我后改");
  await other.getByRole("button", { name: "看最新的（放弃我的）" }).click();

  await expect(second.row("我先改")).toBeVisible();
});

test("s_02 a flow travels as a file", async ({ page, server }) => {
  const flow = await FlowEditor.create(page, server, `流程 ${Date.now()}`);
  await flow.choose("处理");
  await flow.rename("带走的节点");
  await flow.saved();

  const download = page.waitForEvent("download");
  await flow.menu("导出文件");
  const path = await (await download).path();
  const text = await readFile(path, "utf8");
  expect(text).toContain("带走的节点");

  const copy = await FlowEditor.create(page, server, `副本 ${Date.now()}`);
  const input = page.locator("#flow-more input[type=file]");
  await input.setInputFiles({ name: "坏的.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(page.getByText("这不是流程文件")).toBeVisible();
  await input.setInputFiles({ name: "流程.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(copy.row("带走的节点")).toBeVisible();
});
